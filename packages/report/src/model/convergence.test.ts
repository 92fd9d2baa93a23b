import { describe, expect, it } from 'vitest';
import { convergenceSeries } from './convergence.ts';

describe('convergence', () => {
  const runs = [
    [{ spent: 0, ratio: 1 }, { spent: 2, ratio: 0.5 }],
    [{ spent: 0, ratio: 1 }, { spent: 3, ratio: 0.3 }],
    [{ spent: 0, ratio: 1 }],
  ];

  it('takes median and quartiles of step functions at each budget where one drops', () => {
    const series = convergenceSeries('lm', runs, { champion: false, budget: 4 });
    expect(series.spent).toEqual([0, 2, 3, 4]);
    expect(series.median).toEqual([1, 1, 0.5, 0.5]);
    // Quartiles of {0.3, 0.5, 1}, linear between order statistics.
    expect(series.lower[2]).toBeCloseTo(0.4, 12);
    expect(series.upper[2]).toBeCloseTo(0.75, 12);
  });

  it('never rises, however many steps there are', () => {
    const many = [0, 1, 2].map((seed) => Array.from({ length: 500 }, (_, index) => ({ spent: index * 0.11 + seed * 0.013, ratio: 1 / (1 + index * (seed + 1)) })));
    const { median, spent } = convergenceSeries('x', many, { champion: true, budget: 60 });
    expect(spent.length).toBeLessThanOrEqual(242);
    expect(median.every((value, index) => index === 0 || value <= (median[index - 1] as number))).toBe(true);
  });
});
