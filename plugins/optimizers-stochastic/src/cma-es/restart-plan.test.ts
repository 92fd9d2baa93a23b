import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { RestartPlan } from './restart-plan.ts';

describe('restarts', () => {
  test('IPOP doubles each time', () => {
    const plan = new RestartPlan({ strategy: 'ipop', lambda: 10, sigma0: 0.3 });
    expect([1, 2, 3].map(() => plan.next(500, createRandom(1)))).toEqual([20, 40, 80].map((lambda) => ({ lambda, sigma0: 0.3, evaluations: Infinity })));
  });

  test('BIPOP spends as much on small populations as on large ones', () => {
    const random = createRandom(2);
    const plan = new RestartPlan({ strategy: 'bipop', lambda: 10, sigma0: 0.3 });
    const spent = { large: 0, small: 0 };
    let next = plan.next(500, random);
    expect(next).toEqual({ lambda: 20, sigma0: 0.3, evaluations: Infinity });
    let largest = 20;
    let last = 0;
    for (let restart = 0; restart < 30; restart++) {
      const large = next.evaluations === Infinity;
      const cost = large ? 100 * next.lambda : Math.min(next.evaluations, 100 * next.lambda);
      if (large) {
        largest = next.lambda;
        last = cost;
        spent.large += cost;
      } else {
        expect(next.lambda).toBeGreaterThanOrEqual(10);
        expect(next.lambda).toBeLessThanOrEqual(largest / 2);
        expect(next.sigma0).toBeGreaterThanOrEqual(0.003);
        expect(next.sigma0).toBeLessThanOrEqual(0.3);
        expect(next.evaluations).toBe(last / 2);
        spent.small += cost;
      }
      next = plan.next(cost, random);
      // The regime that has spent less goes on.
      expect(next.evaluations === Infinity).toBe(spent.large <= spent.small);
    }
    expect(spent.small).toBeGreaterThan(0);
  });
});
