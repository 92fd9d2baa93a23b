import { EvospiceError } from '@evospice/contracts';

/**
 * The training error an entry should reach, for `budgetToTarget`:
 * - `multipleOfBest`: this many times the lowest median final error among the entries, on each task (at least 1);
 * - `ratioToStart`: this part of the starting card's error, on each task;
 * - `error`: this error on every task, in the metric's unit.
 */
export type TargetChoice = { readonly multipleOfBest: number } | { readonly ratioToStart: number } | { readonly error: number };

/** A quarter above the best median: near enough to count as the same fit, far enough to be reached by more than one entry. */
export const defaultTarget: TargetChoice = { multipleOfBest: 1.25 };

/**
 * Target on one task.
 * @param bestMedian lowest median final error among the entries
 * @throws EvospiceError `BENCH_TARGET` for a target that is not above 0, or a multiple below 1.
 */
export function targetError(target: TargetChoice, startError: number, bestMedian: number): number {
  if ('multipleOfBest' in target) return checked(target.multipleOfBest, 1, 'multipleOfBest') * bestMedian;
  if ('ratioToStart' in target) return checked(target.ratioToStart, Number.MIN_VALUE, 'ratioToStart') * startError;
  return checked(target.error, Number.MIN_VALUE, 'error');
}

/** One line for a table's heading. */
export function describeTarget(target: TargetChoice): string {
  if ('multipleOfBest' in target) return `${target.multipleOfBest} times the best median final error of the task`;
  if ('ratioToStart' in target) return `${target.ratioToStart} of the starting card's error`;
  return `an error of ${target.error}`;
}

function checked(value: number, least: number, name: string): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new EvospiceError('BENCH_TARGET', `the target's ${name} is out of range`, {
    received: value, expected: least === 1 ? 'a number of at least 1' : 'a number greater than 0',
  });
}
