import { EvospiceError, faultOf, type OptimizerRun } from '@evospice/contracts';

/** Best-so-far error over the start's, as a step function of budget units spent: `ratio` holds from `spent` on. */
export interface ErrorStep {
  readonly spent: number;
  readonly ratio: number;
}

/**
 * The steps at which e_k drops, beginning with { 0, 1 }: before the first success the starting card is the best there is.
 * Ratios are clipped to [0, 1] and never rise.
 * @throws EvospiceError `SCORE_RUN` when the run has no positive budget or start error.
 */
export function errorSteps(run: OptimizerRun): readonly ErrorStep[] {
  if (!(run.startError > 0) || !(run.allowed > 0)) {
    throw new EvospiceError('SCORE_RUN', `the run of task ${run.task} with seed ${run.seed} cannot be scored`, {
      received: { startError: run.startError, allowed: run.allowed }, expected: 'a start error and a budget greater than 0',
    });
  }
  const steps: ErrorStep[] = [{ spent: 0, ratio: 1 }];
  let ratio = 1;
  for (const point of run.trajectory) {
    if (point.best === null) continue;
    const next = Math.max(0, point.best / run.startError);
    if (next >= ratio) continue;
    ratio = next;
    steps.push({ spent: Math.min(point.spent, run.allowed), ratio });
  }
  return steps;
}

/** E_final: the last ratio, from 0 (a perfect fit) to 1 (no better than the start card, which an empty list is too). */
export function finalRatio(steps: readonly ErrorStep[]): number {
  return steps.at(-1)?.ratio ?? 1;
}

/**
 * Area under a function of the ratio from 0 to `allowed` budget units, in budget units times what the function gives. Of the plain
 * ratio, the default, it is between 0 and `allowed`.
 * @param steps as `errorSteps` gives them: beginning at 0, none beyond `allowed`
 */
export function areaUnder(steps: readonly ErrorStep[], allowed: number, height: (ratio: number) => number = (ratio) => ratio): number {
  return steps.reduce((area, step, index) => area + height(step.ratio) * ((steps[index + 1]?.spent ?? allowed) - step.spent), 0);
}

/** N_failed: budget units spent on evaluations that failed. */
export function failedUnits(run: OptimizerRun): number {
  let failed = 0;
  let before = 0;
  for (const { spent, failure } of run.trajectory) {
    if (failure !== undefined && faultOf(failure) === 'program') failed += spent - before;
    before = spent;
  }
  return failed;
}
