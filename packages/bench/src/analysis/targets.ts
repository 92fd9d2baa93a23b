import { EvospiceError } from '@evospice/contracts';
import type { TargetRule, TaskFacts } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';

/**
 * Targets of every task:
 * - `count`: this many, log-spaced from the start error (left out) to the best error of all runs (the last of them);
 * - `ratiosToStart`: these parts of the start error;
 * - `errors`: these errors, in the metric's unit.
 * Targets that the start meets are dropped.
 */
export type BenchTargets = { readonly count: number } | { readonly ratiosToStart: readonly number[] } | { readonly errors: readonly number[] };

/** As many as COCO takes (Hansen et al. 2021). */
export const defaultBenchTargets: BenchTargets = { count: 51 };

/** COCO's last target is 1e-8 too. Below it, rounding decides and logarithms run away. */
export const ERROR_FLOOR = 1e-8;

/** The error, or the floor of the task where it is lower. */
export function floored(error: number, startError: number): number {
  return Math.max(error, ERROR_FLOOR * startError);
}

/** @throws EvospiceError `BENCH_TARGET` for no target, or for one that is not above 0. */
export function targetRule(targets: BenchTargets): TargetRule {
  const values = 'count' in targets ? [targets.count] : 'errors' in targets ? targets.errors : targets.ratiosToStart;
  const whole = !('count' in targets) || Number.isInteger(targets.count);
  if (values.length === 0 || !whole || values.some((value) => !(value > 0) || !Number.isFinite(value))) {
    throw new EvospiceError('BENCH_TARGET', 'there are no targets to reach', { received: targets, expected: 'at least one number greater than 0, or a whole count' });
  }
  if (!('count' in targets)) {
    const what = 'errors' in targets ? 'errors of' : 'parts of the start error:';
    return { count: values.length, description: `${what} ${values.join(', ')}` };
  }
  return {
    count: targets.count,
    description: `${targets.count} targets a task, evenly spaced in the logarithm from the start error (left out) to the lowest error any run found, or to ${ERROR_FLOOR} of the start error where that is higher`,
  };
}

/** Easiest first, all below the start error. */
function targetsOf(choice: BenchTargets, startError: number, best: number): readonly number[] {
  if ('count' in choice) {
    const hardest = floored(best, startError);
    if (hardest >= startError) return [];
    // The last one is stated, not computed: rounding must not put it below the best.
    const between = Array.from({ length: choice.count - 1 }, (_, index) => startError * (hardest / startError) ** ((index + 1) / choice.count));
    return [...between, hardest];
  }
  const errors = 'errors' in choice ? choice.errors : choice.ratiosToStart.map((ratio) => ratio * startError);
  return [...new Set(errors)].filter((error) => error < startError).sort((a, b) => b - a);
}

export interface NamedTarget {
  readonly label: string;
  readonly target: number;
}

/** For tables: near the best, and parts of the start. Those that the start meets are left out. */
export function namedTargets({ startError, best }: Pick<TaskFacts, 'startError' | 'best'>): readonly NamedTarget[] {
  const lowest = floored(best, startError);
  return [
    ...[0.5, 0.1].map((part) => ({ label: `${part} x start`, target: part * startError })),
    ...[2, 1.25, 1.05].map((multiple) => ({ label: `${multiple} x best`, target: multiple * lowest })),
  ].filter(({ target }) => target < startError);
}

/** Facts of the tasks, in order. */
export function taskFacts(grid: BenchGrid, targets: BenchTargets, metric: 'relative' | 'log'): readonly TaskFacts[] {
  return grid.tasks.map((task) => {
    const tracks = grid.ofTask(task);
    const startError = Math.max(...tracks.map((track) => track.startError));
    const best = Math.min(...tracks.map((track) => track.final));
    const parameters = Object.keys(grid.runs.find((run) => run.task === task)?.parameters ?? {}).length;
    return { task, parameters, metric, startError, best, targets: targetsOf(targets, startError, best) };
  });
}
