import type {
  CompactCurves, CompactModels, EvaluatedCurve, Evaluation, ExtractionProblem, OptimizerContext, ProblemCurve, SuccessfulEvaluation,
} from '@evospice/contracts';
import { fromUnit, rms, toUnit, unitSlopes } from '@evospice/toolbox';

/** Something that is known of a card without a measurement, as numbers that are 0 where the card agrees with it. */
export interface Knowledge {
  /** For each number the parameters that it hangs on; all when left out. */
  readonly of: readonly (readonly number[] | undefined)[];
  /** The numbers of a candidate, as logarithms of simulated over measured values. */
  deviations(candidate: readonly number[]): readonly number[];
}

/** A problem with knowledge, and the context that evaluates it. */
export interface KnowingProblem {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  /** The evaluation of a candidate with what is known of it. */
  evaluationWith(evaluation: SuccessfulEvaluation, candidate: readonly number[]): SuccessfulEvaluation;
  /** Scored points of a stage, by curve and vector, with those of the knowledge that its parameters move. */
  pointsWith(points: readonly (readonly (readonly number[])[])[], parameters: readonly number[]): readonly (readonly (readonly number[])[])[];
}

/** Id of the curve that stands for knowledge; no curve of a task has it, as their ids do not begin with a space. */
const id = ' knowledge';

/** Step of differences in the unit cube. */
const difference = 1e-6;

/**
 * The problem with one more curve, which has a point for each number of what is known. It is computed, costs nothing, and is a curve as any other to optimizers and
 * compact models. Exact derivatives of the context are left out.
 */
export function withKnowledge(problem: ExtractionProblem, context: OptimizerContext, parts: readonly Knowledge[]): KnowingProblem {
  const of = parts.flatMap((part) => part.of);
  if (of.length === 0) return { problem, context, evaluationWith: (evaluation) => evaluation, pointsWith: (points) => points };
  const values = (candidate: readonly number[]): number[] => parts.flatMap((part) => part.deviations(candidate).map(Math.exp));
  const evaluationWith = (evaluation: SuccessfulEvaluation, candidate: readonly number[], every = 1): SuccessfulEvaluation => pooled(evaluation, curveAt(values(candidate), every), problem.metric);
  const added = (evaluation: Evaluation, candidate: readonly number[], every = 1): Evaluation => (evaluation.ok ? evaluationWith(evaluation, candidate, every) : evaluation);
  // Curves without a scored point come last.
  const scored = problem.curves.filter(({ residuals }) => residuals > 0).length;
  const extended: ExtractionProblem = {
    ...problem, curves: problem.curves.toSpliced(scored, 0, curveOf(of.length)), start: added(problem.start, problem.parameters.map(({ start }) => start)),
  };
  return {
    problem: extended,
    context: {
      async simulate(candidates, options = {}) {
        const { curves, every } = options;
        const evaluations = await context.simulate(candidates, curves === undefined ? options : { ...options, curves: curves.filter((one) => one !== id) });
        return evaluations.map((evaluation, index) => (curves === undefined || curves.includes(id) ? added(evaluation, candidates[index]!, every) : evaluation));
      },
      get budget() {
        return context.budget;
      },
      random: context.random, toolbox: context.toolbox, models: modelsWith(context.models, problem, values), optimizers: context.optimizers, signal: context.signal,
      log: (message) => context.log(message),
    },
    evaluationWith,
    pointsWith: (points, parameters) => points.toSpliced(scored, 0, [of.flatMap((own, point) => (own === undefined || own.some((one) => parameters.includes(one)) ? [point] : []))]),
  };
}

function curveOf(count: number): ProblemCurve {
  const x = Array.from({ length: count }, (_, point) => point);
  return {
    id, kind: 'knowledge', instance: id, geometry: {}, temperatureC: 27, sweep: 'number', x, drives: {}, weight: 1, budgetShare: 0, residuals: count,
    vectors: [{ kind: 'i', floor: 1e-6, measured: x.map(() => 1), scored: x }],
  };
}

function curveAt(values: readonly number[], every: number): EvaluatedCurve {
  const simulated = values.filter((_, point) => point % every === 0);
  const residuals = { relative: simulated.map((value) => value - 1), log: simulated.map(Math.log10) };
  return { id, relativeRms: rms(residuals.relative), logRms: rms(residuals.log), residuals, simulated: [simulated], ...(every === 1 ? {} : { every }) };
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

type Values = (candidate: readonly number[]) => number[];

function modelsWith(models: CompactModels, whole: ExtractionProblem, values: Values): CompactModels {
  return {
    without: models.without,
    ofProblem(asked) {
      const at = asked.curves.findIndex((one) => one.id === id);
      const found = models.ofProblem(at < 0 ? asked : { ...asked, curves: asked.curves.filter((one) => one.id !== id) });
      return found === undefined || at < 0 ? found : modelWith(found, { asked, at, whole, values });
    },
  };
}

interface Addition {
  readonly asked: ExtractionProblem;
  /** Place of the curve of knowledge among those asked for. */
  readonly at: number;
  readonly whole: ExtractionProblem;
  readonly values: Values;
}

/** The compact model with the curve of knowledge, of which a thinned problem has some points and a stage some parameters. */
function modelWith(found: CompactCurves, { asked, at, whole, values }: Addition): CompactCurves {
  const { curves, parameters } = asked;
  const points = curves[at]!.x;
  const moving = parameters.map(({ name }) => whole.parameters.findIndex((one) => one.name === name));
  // What a stage does not move is where its card has it.
  const standing = whole.parameters.map(({ name, start }) => asked.model.values[name] ?? start);
  const all = (candidate: readonly number[]): number[] => {
    const card = [...standing];
    for (const [position, index] of moving.entries()) card[index] = candidate[position]!;
    const own = values(card);
    return points.map((point) => own[point]!);
  };
  const wanted = (ids: readonly string[] | undefined): boolean => ids === undefined || ids.includes(id);
  const rest = (ids: readonly string[] | undefined) => (ids === undefined ? {} : { curves: ids.filter((one) => one !== id) });
  // Requested curves come in the problem's order.
  const place = (ids: readonly string[] | undefined): number => (ids === undefined ? at : curves.slice(0, at).filter((one) => ids.includes(one.id)).length);
  const insert = <T>(list: readonly T[], ids: readonly string[] | undefined, one: T): readonly T[] => (wanted(ids) ? list.toSpliced(place(ids), 0, one) : list);
  const slopesOf = (candidate: readonly number[]): number[][] => {
    const unit = toUnit(parameters, candidate);
    const moved = unit.map((_, axis) => [difference, -difference].map((step) => all(fromUnit(parameters, unit.map((one, other) => (other === axis ? one + step : one))))));
    // At a wall the step to its other side is none.
    const widths = unit.map((one) => Math.min(1, one + difference) - Math.max(0, one - difference));
    const perUnit = unitSlopes(parameters, candidate);
    return points.map((_, row) => moved.map(([up, down], axis) => (up![row]! - down![row]!) / (widths[axis]! * perUnit[axis]!)));
  };
  return {
    family: found.family, unsupported: found.unsupported, covered: found.covered.toSpliced(at, 0, [true]),
    predict: (candidate, request = {}) => insert(found.predict(candidate, { ...request, ...rest(request.curves) }), request.curves, [Float64Array.from(all(candidate))]),
    differentiate(candidate, request = {}) {
      const { values: computed, jacobian } = found.differentiate(candidate, { ...request, ...rest(request.curves) });
      const columns = (request.parameters ?? parameters.map(({ name }) => name)).map((name) => parameters.findIndex((one) => one.name === name));
      const rows = Float64Array.from(slopesOf(candidate).flatMap((row) => columns.map((column) => row[column] ?? 0)));
      return { values: insert(computed, request.curves, [Float64Array.from(all(candidate))]), jacobian: insert(jacobian, request.curves, [rows]) };
    },
  };
}
