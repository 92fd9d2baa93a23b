import type { CompactCurves, CompactModels, EvaluatedCurve, Evaluation, ExtractionProblem, OptimizerContext, ProblemCurve, ProblemParameter, SuccessfulEvaluation } from '@evospice/contracts';
import { rms, startCandidate, toUnit, unitSlopes } from '@evospice/toolbox';
import type { PlannedStage } from './plan.ts';

/** Id of the curve that stands for the prior; no curve of a task can have it, as ids have no spaces in front. */
const id = ' prior';

/** A problem with knowledge of its parameters, and the context that evaluates it. */
export interface ProblemWithPrior {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
}

/**
 * The problem with one more curve, which holds each parameter to its start value (ridge regression, or a Gaussian prior of equal width in the unit cube): a point for each
 * parameter, the logarithm of whose ratio to what is measured is `strength` times the way from the start across the bounds. It is computed, costs nothing, and is a
 * curve as any other to optimizers and compact models. Exact derivatives of the context are left out.
 * @param strength greater than 0, as a fraction of the measured value of a point.
 */
export function withPrior(problem: ExtractionProblem, context: OptimizerContext, strength: number): ProblemWithPrior {
  const { parameters, metric } = problem;
  const centre = toUnit(parameters, startCandidate(parameters));
  const curve = priorCurve(parameters);
  // Curves without a scored point come last.
  const scored = problem.curves.filter(({ residuals }) => residuals > 0).length;
  const values = (candidate: readonly number[]): number[] => toUnit(parameters, candidate).map((place, axis) => Math.exp(strength * (place - centre[axis]!)));
  const added = (evaluation: Evaluation, candidate: readonly number[], every = 1): Evaluation => {
    if (!evaluation.ok) return evaluation;
    const simulated = values(candidate).filter((_, point) => point % every === 0);
    const residuals = { relative: simulated.map((value) => value - 1), log: simulated.map((value) => Math.log10(value)) };
    return pooled(evaluation, { id, relativeRms: rms(residuals.relative), logRms: rms(residuals.log), residuals, simulated: [simulated], ...(every === 1 ? {} : { every }) }, metric);
  };
  const extended: ExtractionProblem = { ...problem, curves: problem.curves.toSpliced(scored, 0, curve), start: added(problem.start, parameters.map(({ start }) => start)) };
  return { problem: extended, context: contextWith() };

  function contextWith(): OptimizerContext {
    return {
      async simulate(candidates, options = {}) {
        const { curves, every } = options;
        const evaluations = await context.simulate(candidates, curves === undefined ? options : { ...options, curves: curves.filter((one) => one !== id) });
        return evaluations.map((evaluation, index) => (curves === undefined || curves.includes(id) ? added(evaluation, candidates[index]!, every) : evaluation));
      },
      get budget() {
        return context.budget;
      },
      random: context.random, toolbox: context.toolbox, models: modelsWith(context.models), optimizers: context.optimizers, signal: context.signal,
      log: (message) => context.log(message),
    };
  }

  function modelsWith(models: CompactModels): CompactModels {
    return {
      without: models.without,
      ofProblem(asked) {
        const at = asked.curves.findIndex((one) => one.id === id);
        const found = models.ofProblem(at < 0 ? asked : { ...asked, curves: asked.curves.filter((one) => one.id !== id) });
        return found === undefined || at < 0 ? found : curvesWith(found, asked.curves, at);
      },
    };
  }

  /** The compact model with the prior's curve, of which a thinned problem has some points. */
  function curvesWith(found: CompactCurves, curves: readonly ProblemCurve[], at: number): CompactCurves {
    const points = curves[at]!.x;
    const wanted = (ids: readonly string[] | undefined): boolean => ids === undefined || ids.includes(id);
    // Position among the requested curves, which come in the problem's order.
    const place = (ids: readonly string[] | undefined): number => (ids === undefined ? at : curves.slice(0, at).filter((one) => ids.includes(one.id)).length);
    const rest = (ids: readonly string[] | undefined) => (ids === undefined ? {} : { curves: ids.filter((one) => one !== id) });
    const insert = <T>(list: readonly T[], ids: readonly string[] | undefined, one: T): T[] => (wanted(ids) ? list.toSpliced(place(ids), 0, one) : [...list]);
    const own = (candidate: readonly number[]): Float64Array[] => {
      const all = values(candidate);
      return [Float64Array.from(points, (point) => all[point]!)];
    };
    return {
      family: found.family, unsupported: found.unsupported, covered: found.covered.toSpliced(at, 0, [true]),
      predict: (candidate, request = {}) => insert(found.predict(candidate, { ...request, ...rest(request.curves) }), request.curves, own(candidate)),
      differentiate(candidate, request = {}) {
        const { values: computed, jacobian } = found.differentiate(candidate, { ...request, ...rest(request.curves) });
        const names = request.parameters ?? parameters.map(({ name }) => name);
        const all = values(candidate);
        // Of the unit coordinate by the physical value.
        const slopes = unitSlopes(parameters, candidate).map((slope, axis) => (strength * all[axis]!) / slope);
        const rows = Float64Array.from(points.flatMap((point) => names.map((name) => (name === parameters[point]!.name ? slopes[point]! : 0))));
        return { values: insert(computed, request.curves, own(candidate)), jacobian: insert(jacobian, request.curves, [rows]) };
      },
    };
  }
}

/** Points of a stage by the curves of a problem that may have a prior: it holds the parameters that move. */
export function withPriorPoints({ curves }: Pick<ExtractionProblem, 'curves'>, { parameters, points }: Pick<PlannedStage, 'parameters' | 'points'>): PlannedStage['points'] {
  const at = curves.findIndex((one) => one.id === id);
  return at < 0 ? points : points.toSpliced(at, 0, [parameters]);
}

function priorCurve(parameters: readonly ProblemParameter[]): ProblemCurve {
  const x = parameters.map((_, index) => index);
  return {
    id, kind: 'prior', instance: id, geometry: {}, temperatureC: 27, sweep: 'parameter', x, drives: {}, weight: 1, budgetShare: 0, residuals: x.length,
    vectors: [{ kind: 'i', floor: 1e-6, measured: x.map(() => 1), scored: x }],
  };
}

/** An evaluation with one more curve. */
function pooled(evaluation: SuccessfulEvaluation, own: EvaluatedCurve, metric: ExtractionProblem['metric']): SuccessfulEvaluation {
  const relativeResiduals = [...evaluation.relativeResiduals, ...own.residuals.relative];
  const logResiduals = [...evaluation.logResiduals, ...own.residuals.log];
  const residuals = metric === 'relative' ? relativeResiduals : logResiduals;
  const curves = [...evaluation.curves, own];
  const unweighted = (kind: 'relative' | 'log'): number => rms(curves.flatMap((curve) => curve.residuals[kind]));
  return { ...evaluation, curves, residuals, relativeResiduals, logResiduals, error: rms(residuals), relativeRms: unweighted('relative'), logRms: unweighted('log') };
}
