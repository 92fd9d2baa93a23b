import type { OptimizerRun } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { createFewestScorer } from './fewest-scorer.ts';

/** Best errors by budget spent. */
function runOf(steps: readonly (readonly [number, number | null])[], more: Partial<OptimizerRun> = {}): OptimizerRun {
  return { task: 't', seed: 1, allowed: 40, startError: 8, trajectory: steps.map(([spent, best]) => ({ spent, error: best, best })), ...more };
}

const score = (...runs: readonly OptimizerRun[]) => createFewestScorer({ marks: { t: 1, u: 1 }, factors: [2, 1.25] }).score({ runs });

describe('the scorer of fewest simulations', () => {
  it('counts simulations to multiples of the mark', () => {
    const { cases: [one] = [] } = score(runOf([[1, 4], [5, 1.5], [20, 1.2]]));
    expect(one?.parts).toMatchObject({ 'to 2': 8, 'to 1.25': 2 });
    expect(one?.value).toBeCloseTo(4, 12);
    expect(one?.parts['toMark']).toBeCloseTo(1.2, 12);
  });

  it('counts a missed target as more than the budget, by how far it was missed, and up to a bound', () => {
    const parts = (...steps: readonly (readonly [number, number | null])[]) => score(runOf(steps)).parts;
    expect(parts([1, 4])['to 2']).toBeCloseTo(1 / 4, 12);
    expect(parts([1, null])['to 2']).toBeCloseTo(1 / 16, 12);
    expect(score(runOf([], { startError: 1e6 })).parts['to 2']).toBeCloseTo(1 / 100, 12);
  });

  it('takes less than one simulation, and a start that is good enough, for one', () => {
    expect(score(runOf([[0.2, 1]])).value).toBe(40);
    expect(score(runOf([], { startError: 1.1 })).value).toBe(40);
  });

  it('is the geometric mean over runs, and refuses a task without a mark', () => {
    const whole = score(runOf([[1, 1]]), runOf([[10, 1]], { task: 'u' }));
    expect(whole.value).toBeCloseTo(Math.sqrt(40 * 4), 10);
    expect(whole.spread).toBeCloseTo(Math.log(10) / 2, 10);
    expect(() => score(runOf([], { task: 'v' }))).toThrow(expect.objectContaining({ code: 'SCORE_MARK' }));
    expect(() => score()).toThrow(expect.objectContaining({ code: 'SCORE_EMPTY' }));
  });
});
