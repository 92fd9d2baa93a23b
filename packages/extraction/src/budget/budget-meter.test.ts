import { EvospiceError } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTask } from '../line.fixture.ts';
import { createProblem } from '../problem/create-problem.ts';
import { BudgetMeter } from './budget-meter.ts';

const meterOf = (first: number, second: number, allowed: number) => new BudgetMeter(createProblem(lineTask({ points: [first, second, 1] })), allowed);
const all = ['curve-0', 'curve-1'];
const subsets = fc.constantFrom(['curve-0'], ['curve-1'], all);

describe('budget meter', () => {
  it('pays every last unit however the shares divide', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 50 }), (first, second, allowed) => {
      const meter = meterOf(first, second, allowed);
      for (let unit = 0; unit < allowed; unit += 1) {
        // In shares, in either order, and in one: three ways to spend one unit.
        if (unit % 3 === 0) meter.charge(all);
        else for (const id of unit % 3 === 1 ? all : all.toReversed()) meter.charge([id]);
      }
      expect(meter.view).toEqual({ allowed, spent: allowed, remaining: 0 });
      expect(meter.affordable(['curve-0'])).toBe(0);
    }));
  });

  it('never spends more than allowed, and says before what it can pay', () => {
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 5, noNaN: true }), fc.array(subsets, { maxLength: 60 }),
      (first, second, allowed, charges) => {
        const meter = meterOf(first, second, allowed);
        let before = 0;
        for (const curves of charges) {
          const affordable = meter.affordable(curves);
          if (affordable > 0) meter.charge(curves);
          else expect(() => meter.charge(curves)).toThrow(expect.objectContaining({ code: 'BUDGET_EXHAUSTED' }));
          const { spent, remaining } = meter.view;
          expect(spent).toBeLessThanOrEqual(allowed);
          expect(spent).toBeGreaterThanOrEqual(before);
          expect(remaining).toBeGreaterThanOrEqual(0);
          if (affordable === 0) expect(spent).toBe(before);
          before = spent;
        }
      },
    ));
  });

  it('pays three tenths with a budget one rounding error below 0.3', () => {
    const meter = meterOf(3, 7, 0.3 - 5e-17);
    meter.charge(['curve-0']);
    expect(meter.view.remaining).toBe(0);
    expect(meter.view.spent).toBe(meter.view.allowed);
  });

  it('refuses budgets that are not positive numbers', () => {
    for (const allowed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => meterOf(1, 1, allowed)).toThrow(EvospiceError);
    }
  });
});
