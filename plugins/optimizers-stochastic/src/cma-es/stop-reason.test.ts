import { createCmaEs, type CmaEsState } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { stopReason, type CostHistory } from './stop-reason.ts';

const state = createCmaEs([0.5, 0.5], 0.1, 6);
const tolerances = { tolFun: 1e-11, tolFunRelative: 1e-6, tolX: 1e-11 };
const falling = (count: number, from = 1, factor = 0.9): CostHistory => {
  const best = Array.from({ length: count }, (_, index) => from * factor ** index);
  return { best, median: best.map((cost) => 2 * cost), last: [best.at(-1)!, 2 * best.at(-1)!] };
};
const why = (changed: Partial<CmaEsState>, history = falling(5)): string | undefined => stopReason({ ...state, ...changed }, history, 0.1, tolerances);

describe('stop criteria', () => {
  test('a search that makes progress goes on', () => {
    expect(why({})).toBeUndefined();
    expect(why({}, falling(400))).toBe('TolFun');
    expect(why({}, falling(200))).toBeUndefined();
  });

  test.each([
    ['TolX', { sigma: 1e-12 }],
    ['ConditionCov', { axes: [1, 2e7] }],
    ['TolXUp', { sigma: 2000 }],
    ['NoEffectCoord', { mean: [1e6, 0.5], sigma: 1e-10, axes: [1, 1] }],
  ])('%s', (reason, changed) => {
    expect(why(changed)).toBe(reason);
  });

  test('costs that are equal, or change by less than a millionth', () => {
    // The window is 10 + 30 n / lambda = 20 generations.
    expect(why({}, { best: Array.from({ length: 20 }, () => 3), median: [], last: [3, 3] })).toBe('EqualFunValues');
    expect(why({}, { best: Array.from({ length: 19 }, () => 3), median: [], last: [3, 3] })).toBeUndefined();
    expect(why({}, { ...falling(20, 0.03, 1 - 1e-9), last: [0.03, 0.03 + 1e-9] })).toBe('TolFun');
    expect(why({}, { ...falling(20, 0.03, 1 - 1e-9), last: [0.03, 0.04] })).toBeUndefined();
  });

  test('stagnation needs the best and the median cost to stand still', () => {
    const wave = Array.from({ length: 150 }, (_, index) => 1 + 0.1 * (index % 2));
    expect(why({}, { best: wave, median: wave, last: [1, 1.1] })).toBe('Stagnation');
    expect(why({}, { best: wave, median: wave.map((cost, index) => cost - 0.01 * index), last: [1, 1.1] })).toBeUndefined();
    expect(why({}, { best: wave.slice(0, 100), median: wave.slice(0, 100), last: [1, 1.1] })).toBeUndefined();
  });
});
