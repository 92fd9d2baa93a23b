import type { OptimizerRun, TrajectoryPoint } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { createEvospiceScorer } from './evospice-scorer.ts';
import { areaUnder, errorSteps, failedUnits } from './error-curve.ts';

/** Points from [spent, error or failure code]. */
function runOf(steps: readonly (readonly [number, number | string | null])[], more: Partial<OptimizerRun> = {}): OptimizerRun {
  let best: number | null = null;
  const trajectory = steps.map(([spent, result]): TrajectoryPoint => {
    const error = typeof result === 'number' ? result : null;
    if (error !== null) best = best === null ? error : Math.min(best, error);
    return { spent, error, best, ...(typeof result === 'string' ? { failure: result } : {}) };
  });
  return { task: 't', seed: 1, allowed: 10, startError: 2, trajectory, ...more };
}

describe('error curve', () => {
  it('starts at 1, drops where the best does, and ignores errors above the start', () => {
    const run = runOf([[1, 5], [2, 1], [3, 1.5], [4.5, 0.5]]);
    expect(errorSteps(run)).toEqual([{ spent: 0, ratio: 1 }, { spent: 2, ratio: 0.5 }, { spent: 4.5, ratio: 0.25 }]);
    // 2 · 1 + 2.5 · 0.5 + 5.5 · 0.25
    expect(areaUnder(errorSteps(run), 10)).toBeCloseTo(4.625, 12);
  });

  it('counts failed budget, licences apart', () => {
    expect(failedUnits(runOf([[1, 'NOT_CONVERGED'], [2, 1], [2.5, 'CRASHED'], [3.5, 'NO_LICENCE']]))).toBeCloseTo(1.5, 12);
  });

  it('refuses runs without a start error or a budget', () => {
    for (const bad of [{ startError: 0 }, { startError: Number.NaN }, { allowed: 0 }]) {
      expect(() => errorSteps(runOf([], bad))).toThrow(expect.objectContaining({ code: 'SCORE_RUN' }));
    }
  });
});

describe('evospice scorer', () => {
  it('multiplies the three factors', () => {
    const { runs: [score] } = createEvospiceScorer().score([runOf([[1, 'NOT_CONVERGED'], [2, 1], [4.5, 0.5]])]);
    // E = 0.25; A = 4.625 of 10; 1 of 10 failed.
    expect(score?.precision).toBeCloseTo(1 / 1.25, 12);
    expect(score?.efficiency).toBeCloseTo(1 + 0.3 * 0.5375, 12);
    expect(score?.robustness).toBeCloseTo(0.9, 12);
    expect(score?.score).toBeCloseTo(0.8 * 1.16125 * 0.9, 12);
    expect(score?.finalRatio).toBe(0.25);
  });

  it('scores a program that does nothing 1/2, and one that finds everything at once nearly 1 + α', () => {
    const scorer = createEvospiceScorer();
    expect(scorer.score([runOf([])]).value).toBeCloseTo(0.5, 12);
    expect(scorer.score([runOf([[1, 0]], { allowed: 1e6 })]).value).toBeCloseTo(1.3, 5);
    expect(scorer.score([runOf([[5, 'CRASHED'], [10, 'CRASHED']])]).value).toBe(0);
  });

  it('rates an early drop above a late one with the same end', () => {
    const scorer = createEvospiceScorer();
    const early = scorer.score([runOf([[1, 0.1], [10, 0.1]])]).value;
    const late = scorer.score([runOf([[1, 2], [10, 0.1]])]).value;
    expect(early).toBeGreaterThan(late);
    expect(createEvospiceScorer({ alpha: 0 }).score([runOf([[1, 0.1]])]).value).toBeCloseTo(createEvospiceScorer({ alpha: 0 }).score([runOf([[10, 0.1]])]).value, 12);
  });

  it('is the geometric mean over runs, with the spread of the logarithms', () => {
    const scorer = createEvospiceScorer({ alpha: 0 });
    const score = scorer.score([runOf([[1, 0]]), runOf([[1, 2]])]);
    expect(score.value).toBeCloseTo(Math.sqrt(1 * 0.5), 12);
    expect(score.spread).toBeCloseTo(Math.log(2) / 2, 12);
    expect(score.value).toBeCloseTo(score.precision * score.efficiency * score.robustness, 12);
  });

  it('takes a baseline as reference: only what beats it is rewarded', () => {
    const scorer = createEvospiceScorer({ referenceArea: () => 4.625 });
    const [same, better, worse] = [runOf([[2, 1], [4.5, 0.5]]), runOf([[1, 0.5]]), runOf([[9, 0.5]])].map((run) => scorer.score([run]).efficiency);
    expect(same).toBeCloseTo(1, 12);
    expect(better).toBeGreaterThan(1);
    expect(worse).toBeLessThan(1);
  });
});
