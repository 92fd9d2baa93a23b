import type { ExtractionProblem } from '@evospice/contracts';
import { linearProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { mobilityGuard } from './mobility-guard.ts';
import { priorOf } from './prior.ts';

const { problem } = linearProblem();
const parameter = (name: string, lower: number, upper: number, start: number, group?: string) => ({ name, lower, upper, start, scale: 'lin' as const, ...(group === undefined ? {} : { group }) });

function transistor(values: Readonly<Record<string, number>> = {}, level = 14): ExtractionProblem {
  return {
    ...problem, device: { kind: 'mosfet', vdd: 1.8 }, parameters: [parameter('ua', -4e-9, 4e-9, -2.4e-9), parameter('ub', -2e-18, 6e-18, 3e-18)], curves: [],
    model: { type: 'nmos', level, values: { vth0: 0.44, toxe: 4e-9, uc: 0, ua1: 0, ub1: 0, uc1: 0, mobmod: 0, ...values } },
  };
}

describe('the guard of the mobility', () => {
  test('is silent where the mobility falls with the field, and not where it rises', () => {
    const guard = mobilityGuard(transistor())!;
    // No term hangs on temperature, no curve has a body bias: three corners alike, of two numbers each.
    expect(guard.of).toEqual(Array.from({ length: 6 }, () => [0, 1]));
    expect(guard.deviations([-2.4e-9, 3e-18])).toEqual([0, 0, 0, 0, 0, 0]);
    // 1 + ua E + ub E^2 is least at the largest field, E = (1.98 - 0.44 + 0.88) / 4e-9 = 6.05e8 V/m: 1 - 2.42 + 1.0981 = -0.3219, 0.5419 short of 0.22.
    const deviations = guard.deviations([-4e-9, 3e-18]);
    expect(Math.abs(deviations[0]! - Math.log(1 + 20 * 0.541_925))).toBeLessThan(1e-6);
    expect(deviations.filter((_, k) => k % 2 === 0)).toEqual([deviations[0], deviations[0], deviations[0]]);
  });

  test('does not let the current fall where the gate voltage rises', () => {
    // A thin oxide: D = 1 + ub E^2 and (Vgs - Vth) dD/dVgs = 1.54 · 2 ub E / 1e-9 with E = 2.42e9 V/m, which is more for large ub: 2 · 1.54 / 2.42 of the part beyond 1.
    const guard = mobilityGuard(transistor({ toxe: 1e-9 }))!;
    const [denominator, transconductance] = guard.deviations([0, 3e-18]);
    const part = 3e-18 * 2.42e9 ** 2;
    expect(denominator).toBe(0);
    expect(Math.abs(transconductance! - Math.log(1 + 20 * (0.01 - (1 + part - 2 * (1.54 / 2.42) * part) / (1 + part))))).toBeLessThan(1e-6);
  });

  test('is there for what it has the equation of', () => {
    expect(mobilityGuard(transistor({ mobmod: 1 }))).toBeUndefined();
    expect(mobilityGuard(transistor({}, 68))).toBeUndefined();
    expect(mobilityGuard({ ...transistor(), parameters: [parameter('pclm', 0, 1, 0.5)] })).toBeUndefined();
    expect(mobilityGuard(problem)).toBeUndefined();
  });
});

test('a prior holds the parameters that its patterns name, the last that fits counting', () => {
  const parameters = [parameter('a', 0, 2, 1, 'capacitance'), parameter('b', 0, 4, 1, 'mobility'), parameter('c', 0, 4, 1)];
  const held = priorOf(parameters, [1, 1, 1], { 'group:*': 0, 'group:capacitance': 0.4, c: 0.2 })!;
  expect(held.of).toEqual([[0], [2]]);
  expect(held.deviations([2, 3, 0])).toEqual([0.2, -0.05]);
  expect(priorOf(parameters, [1, 1, 1], 0)).toBeUndefined();
});
