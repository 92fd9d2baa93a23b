import { describe, expect, test } from 'vitest';
import { carryDeviations } from './carry-deviations.ts';
import { chooseCurves } from './choose-curves.ts';
import { curvePoints } from './curve-points.ts';
import type { CurvePoint } from './deviation-kernel.ts';

/** A curve at one gate voltage, five points along the drain voltage. */
const curve = (gate: number, group = 'id'): CurvePoint[] => [0, 0.5, 1, 1.5, 2].map((drain) => ({ place: [gate, drain], group }));

describe('choice of curves', () => {
  const curves = [0, 0.2, 0.4, 3, 3.2].map((gate) => curve(gate));

  test('takes one of each cluster first, and stops when little is left', () => {
    const chosen = chooseCurves({ curves, costs: [0.2, 0.2, 0.2, 0.2, 0.2], share: 0.45, unexplained: 0 });
    expect(chosen).toHaveLength(2);
    expect(chosen[0]).toBeLessThan(3);
    expect(chosen[1]).toBeGreaterThanOrEqual(3);
    expect(chooseCurves({ curves, costs: [0.2, 0.2, 0.2, 0.2, 0.2], share: 1, unexplained: 0.5 }).length).toBeLessThan(3);
  });

  test('prefers what costs less, avoids what it is told to, and takes one curve even where none is within the share', () => {
    const twins = [curve(0), curve(0)];
    expect(chooseCurves({ curves: twins, costs: [0.9, 0.3], share: 0.1 })).toEqual([1]);
    expect(chooseCurves({ curves: twins, costs: [0.5, 0.5], share: 0.1, avoid: [0] })).toEqual([1]);
  });

  test('takes groups that say nothing about each other, and no empty curve', () => {
    expect(chooseCurves({ curves: [curve(0), curve(0, 'ib'), []], costs: [0.4, 0.4, 0.2], share: 1 })).toEqual([0, 1]);
    expect(() => chooseCurves({ curves: [curve(0)], costs: [0], share: 1 })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('deviations carried to points that were not simulated', () => {
  const known = [0, 0.3, 0.6, 0.9, 1.2].map((x) => ({ place: [x], group: 'id' }));
  const smooth = (x: number): number => Math.sin(2 * x);

  test('follow a smooth change, several at once, and vanish far away and in other groups', () => {
    const targets = [{ place: [0.45], group: 'id' }, { place: [1.05], group: 'id' }, { place: [40], group: 'id' }, { place: [0.45], group: 'ib' }];
    const [one, twice] = carryDeviations(known, [known.map(({ place }) => smooth(place[0]!)), known.map(({ place }) => 2 * smooth(place[0]!))], targets);
    expect(Math.abs(one![0]! - smooth(0.45))).toBeLessThan(0.02);
    expect(Math.abs(one![1]! - smooth(1.05))).toBeLessThan(0.02);
    expect(Math.abs(one![2]!)).toBeLessThan(1e-12);
    expect(one![3]).toBe(0);
    expect(twice![0]).toBeCloseTo(2 * one![0]!, 10);
  });

  test('of nothing is nothing', () => {
    expect(carryDeviations([], [[]], [{ place: [1], group: 'a' }])).toEqual([[0]]);
    expect(() => carryDeviations(known, [[1]], [])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

test('places of points follow voltages, sizes that differ and temperature, in the order of residuals', () => {
  const held = (value: number) => ({ quantity: 'v' as const, values: [value, value, value] });
  const one = (id: string, l: number, temperatureC: number) => ({
    id, kind: 'idvg', instance: 'm', geometry: { w: 1e-6, l }, temperatureC, sweep: 'vg', x: [0, 1, 2], weight: 1, budgetShare: 0.5, residuals: 3,
    drives: { g: { quantity: 'v' as const, values: [0, 1.5, 3] }, d: held(1) },
    vectors: [{ kind: 'i' as const, node: 'd', floor: 1, measured: [1, 2, 3], scored: [0, 2] }, { kind: 'i' as const, node: 'b', floor: 1, measured: [0, 2, 0], scored: [1] }],
  });
  const [first, second] = curvePoints({ curves: [one('a', 1e-6, 27), one('b', 1e-6 * Math.E, 87)] });
  expect(first!.map(({ group }) => group)).toEqual(['i d', 'i d', 'i b']);
  // Drain first: it never moves. The range of the gate is three lengths.
  expect(first!.map(({ place }) => place.slice(0, 2))).toEqual([[0, 0], [0, 3], [0, 1.5]]);
  expect(second![0]!.place[2]! - first![0]!.place[2]!).toBeCloseTo(0.5, 12);
  expect(second![0]!.place[3]! - first![0]!.place[3]!).toBeCloseTo(1, 12);
});
