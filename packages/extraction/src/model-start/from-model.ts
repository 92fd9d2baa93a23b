import type { Candidate, Evaluation, ExtractionProblem, Optimizer, OptimizerContext, SimulateOptions } from '@evospice/contracts';
import { startingAt } from '@evospice/toolbox';
import { modelMinimum, type ModelMinimum } from './model-minimum.ts';

/** How a search that starts from a compact model began. */
export interface ModelStart extends Omit<ModelMinimum, 'candidate'> {
  /** Error that the minimum has on the simulator; null where its simulation failed. */
  readonly simulated: number | null;
  /** Whether the search began there: only where it is better than the start card. */
  readonly taken: boolean;
}

/**
 * The optimizer, started from the minimum that Levenberg-Marquardt with exact derivatives finds on the device's compact model. That takes no
 * simulation; the minimum is simulated once, charged, and is the start where it is better than the card. What was done is logged.
 * @param onStart called when it is known where the search begins. Must not throw.
 * @returns an optimizer that throws EvospiceError `OPTIMIZER_UNSUPPORTED` where no compact model covers the device
 */
export function fromModel(optimizer: Optimizer, onStart?: (start: ModelStart) => void): Optimizer {
  return {
    name: `${optimizer.name}-from-model`,
    async optimize(problem, context) {
      const { candidate, ...minimum } = await modelMinimum(problem, context);
      const [evaluation] = await context.simulate([candidate]);
      const simulated = evaluation?.ok === true ? evaluation.error : null;
      const card = problem.start.ok ? problem.start.error : Infinity;
      const taken = simulated !== null && simulated < card;
      const start = { ...minimum, simulated, taken };
      context.log(modelStartText(start, problem.metric));
      onStart?.(start);
      if (!taken) return optimizer.optimize(problem, context);
      await optimizer.optimize(startingAt(problem, candidate, evaluation!), rememberingStart(context, candidate, evaluation!));
    },
  };
}

/** One sentence on how the search began. */
export function modelStartText({ family, points, of, without, from, error, evaluations, simulated, taken }: ModelStart, metric: ExtractionProblem['metric']): string {
  const text = (value: number | null): string => (value === null ? 'unknown' : metric === 'log' ? `${value.toPrecision(4)} decades` : `${(100 * value).toPrecision(4)} %`);
  return [
    `lm with exact derivatives on the compact model ${family}`,
    ...(without.length === 0 ? [] : [`, without ${without.join(', ')}`]),
    points === of ? `, all ${of} scored points` : `, which has ${points} of ${of} scored points`,
    `: error ${text(from)} to ${text(error)} in ${evaluations} evaluations of the model; `,
    simulated === null ? 'its simulation failed' : `simulated ${text(simulated)}`,
    taken ? ', where the search begins' : ', so the search begins at the start card',
  ].join('');
}

/** The context, which does not charge a second time for the start that most searches simulate first. */
function rememberingStart(context: OptimizerContext, start: Candidate, evaluation: Evaluation): OptimizerContext {
  let first = true;
  return {
    ...context,
    get budget() {
      return context.budget;
    },
    simulate(candidates, options: SimulateOptions = {}) {
      const again = first && options.curves === undefined && (options.every ?? 1) === 1 && candidates.length === 1 && candidates[0]!.every((value, index) => value === start[index]);
      first = false;
      return again ? Promise.resolve([evaluation]) : context.simulate(candidates, options);
    },
  };
}
