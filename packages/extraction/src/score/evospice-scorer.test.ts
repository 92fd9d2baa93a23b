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
    const { cases: [score] = [] } = createEvospiceScorer().score({ runs: [runOf([[1, 'NOT_CONVERGED'], [2, 1], [4.5, 0.5]])] });
    // E = 0.25; A = 4.625 of 10; 1 of 10 failed.
    expect(score?.parts['precision']).toBeCloseTo(1 / 1.25, 12);
    expect(score?.parts['efficiency']).toBeCloseTo(1 + 0.3 * 0.5375, 12);
    expect(score?.parts['robustness']).toBeCloseTo(0.9, 12);
    expect(score?.value).toBeCloseTo(0.8 * 1.16125 * 0.9, 12);
    expect(score?.parts['finalRatio']).toBe(0.25);
  });

  it('scores a program that does nothing 1/2, and one that finds everything at once nearly 1 + α', () => {
    const scorer = createEvospiceScorer();
    expect(scorer.score({ runs: [runOf([])] }).value).toBeCloseTo(0.5, 12);
    expect(scorer.score({ runs: [runOf([[1, 0]], { allowed: 1e6 })] }).value).toBeCloseTo(1.3, 5);
    expect(scorer.score({ runs: [runOf([[5, 'CRASHED'], [10, 'CRASHED']])] }).value).toBe(0);
  });

  it('rates an early drop above a late one with the same end', () => {
    const scorer = createEvospiceScorer();
    const early = scorer.score({ runs: [runOf([[1, 0.1], [10, 0.1]])] }).value;
    const late = scorer.score({ runs: [runOf([[1, 2], [10, 0.1]])] }).value;
    expect(early).toBeGreaterThan(late);
    expect(createEvospiceScorer({ alpha: 0 }).score({ runs: [runOf([[1, 0.1]])] }).value).toBeCloseTo(createEvospiceScorer({ alpha: 0 }).score({ runs: [runOf([[10, 0.1]])] }).value, 12);
  });

  it('is the geometric mean over runs, with the spread of the logarithms', () => {
    const scorer = createEvospiceScorer({ alpha: 0 });
    const score = scorer.score({ runs: [runOf([[1, 0]]), runOf([[1, 2]])] });
    expect(score.value).toBeCloseTo(Math.sqrt(1 * 0.5), 12);
    expect(score.spread).toBeCloseTo(Math.log(2) / 2, 12);
    expect(score.value).toBeCloseTo(Object.values(score.parts).reduce((product, part) => product * part), 12);
  });

  it('takes a baseline as reference: only what beats it is rewarded', () => {
    const scorer = createEvospiceScorer({ reference: { name: 'lm', optimizer: { name: 'lm', optimize: () => Promise.resolve() } } });
    const lm = runOf([[2, 1], [4.5, 0.5]]);
    const scores = [runOf([[2, 1], [4.5, 0.5]]), runOf([[1, 0.5]]), runOf([[9, 1]])].map((run) => scorer.score({ runs: [run], references: [[lm]] }));
    const [same, better, worse] = scores.map(({ parts }) => parts['efficiency']);
    expect(scores.map(({ cases }) => cases?.[0]?.parts['toReference'])).toEqual([1, 1, 2]);
    expect(scores.map(({ parts }) => Object.keys(parts))).toEqual([1, 2, 3].map(() => ['precision', 'efficiency', 'robustness']));
    // Over several seeds the mean of the areas: the flat line's is 10.
    expect(scorer.score({ runs: [lm], references: [[lm, runOf([])]] }).parts['efficiency']).toBeCloseTo(1 + 0.3 * (10 - 4.625) / 2 / 10, 12);
    for (const references of [undefined, [[]], [[runOf([], { allowed: 5 })]]]) {
      expect(() => scorer.score({ runs: [lm], ...(references === undefined ? {} : { references }) })).toThrow(expect.objectContaining({ code: 'SCORE_REFERENCE' }));
    }
    expect(same).toBeCloseTo(1, 12);
    expect(better).toBeGreaterThan(1);
    expect(worse).toBeLessThan(1);
  });

  it('takes penalties off as factors of their own, and nothing by default', () => {
    const runs = [runOf([[1, 1]]), runOf([[2, 0.5]])];
    const finding = (severity: 'violation' | 'warning') => ({ rule: 'sanity', severity, message: 'odd' });
    const findings = [[finding('violation'), finding('warning')], []];
    const plain = createEvospiceScorer().score({ runs, findings, source: 'let a = 1;' });
    expect(plain).toEqual(createEvospiceScorer().score({ runs }));
    expect(Object.keys(plain.parts)).toEqual(['precision', 'efficiency', 'robustness']);
    const judged = createEvospiceScorer({ penalties: { violation: 0.5, warning: 0.25 } }).score({ runs, findings });
    expect(judged.cases?.map(({ parts }) => parts['findings'])).toEqual([1 / 1.75, 1]);
    expect(judged.value).toBeCloseTo(plain.value * Math.sqrt(1 / 1.75), 12);
    const [short, long] = ['let a = 1;', 'let a = 1;\n'.repeat(400)].map((source) => createEvospiceScorer({ penalties: { length: 1 } }).score({ runs, source }));
    expect(short?.value).toBeCloseTo(plain.value * (short?.parts['length'] ?? 0), 12);
    expect(long?.parts['length']).toBeLessThan(short?.parts['length'] ?? 0);
  });
});
