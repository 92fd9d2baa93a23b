import type { BenchRun } from '../bench-run.ts';

/** What an analysis needs of a run: its best error so far as a step function of the budget. */
export interface RunTrack {
  readonly entry: string;
  readonly task: string;
  readonly seed: number;
  readonly startError: number;
  /** Budget units allowed, and spent when the run ended. */
  readonly allowed: number;
  readonly spent: number;
  /** Improvements on the start and on one another: `error` holds from `spent` on. Budget rises, error falls. */
  readonly steps: readonly { readonly spent: number; readonly error: number }[];
  /** Best error found, the start's when nothing better was. */
  readonly final: number;
}

/** The start counts as found at no cost: errors above it, and evaluations that failed, are not improvements. */
export function trackOf({ entry, task, seed, run }: Pick<BenchRun, 'entry' | 'task' | 'seed' | 'run'>): RunTrack {
  const steps: { spent: number; error: number }[] = [];
  let final = run.startError;
  for (const { spent, best } of run.trajectory) {
    if (best === null || best >= final) continue;
    final = best;
    steps.push({ spent, error: best });
  }
  return { entry, task, seed, startError: run.startError, allowed: run.allowed, spent: run.trajectory.at(-1)?.spent ?? 0, steps, final };
}

/** Best error after `budget` units. A run that ended earlier keeps what it had. */
export function errorAt({ steps, startError }: RunTrack, budget: number): number {
  return steps.findLast((step) => step.spent <= budget)?.error ?? startError;
}

/** Budget units until each target was reached, 0 where the start does: Infinity where it never was. */
export function reachTimes({ steps, startError }: RunTrack, targets: readonly number[]): readonly number[] {
  return targets.map((target) => (startError <= target ? 0 : steps.find((step) => step.error <= target)?.spent ?? Number.POSITIVE_INFINITY));
}

/** Mean over the budget of best error over start error: in [0, 1], smaller is better. */
export function anytimeArea({ steps, startError, allowed }: RunTrack): number {
  const corners = [{ spent: 0, error: startError }, ...steps];
  const area = corners.reduce((sum, { spent, error }, index) => sum + (error / startError) * ((corners[index + 1]?.spent ?? allowed) - spent), 0);
  return area / allowed;
}
