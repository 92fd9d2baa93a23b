import type { Curve, Testbench } from '@evospice/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCurves } from './group-curves.ts';

const terminals = ['d', 'g', 's', 'b'];
const sketch = fc.record({
  temperatureC: fc.constantFrom(27, 125),
  points: fc.integer({ min: 1, max: 40 }),
  shape: fc.constantFrom('uniform', 'table', 'forced', 'capacitance'),
  frequency: fc.constantFrom(1e5, 1e6),
});

function curveOf({ temperatureC, points, shape, frequency }: { temperatureC: number; points: number; shape: string; frequency: number }, index: number): Curve {
  const x = Float64Array.from({ length: points }, (_, point) => (shape === 'table' ? point * point : point) / 10);
  return {
    id: `c${index}`, kind: 'any', instance: 'only', temperatureC, split: 'train', sweep: 'g', x, frequency, weight: 1, source: 'here',
    drives: terminals.map((terminal) => ({ terminal, quantity: shape === 'forced' && terminal === 'd' ? 'i' : 'v', values: terminal === 'g' ? x : new Float64Array(points) })),
    measured: shape === 'capacitance'
      ? [{ column: 'c', kind: 'c', hi: ['g'], lo: ['s'], floor: 1, values: x }]
      : [{ column: 'id', kind: 'i', node: 'd', floor: 1, values: x }, { column: 'cg', kind: 'c', hi: ['g'], lo: ['b'], floor: 1, values: x }],
  };
}

test('every vector of every curve is in one group, groups share an analysis and keep their limits, and order stays', () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 60 }), (sketches, most, biasPoints) => {
      const curves = sketches.map(curveOf);
      const testbench = { instances: [{ id: 'only', params: {}, info: {} }], curves } as unknown as Testbench;
      const { sweeps, capacitances } = groupCurves(testbench, curves, { curves: most, biasPoints });
      const seen = [
        ...sweeps.flat().flatMap(({ curve, vectors }) => vectors.map((vector) => `${curve.id} ${vector}`)),
        ...capacitances.flat().map(({ curve, vector }) => `${curve.id} ${vector}`),
      ];
      expect(seen.toSorted()).toEqual(curves.flatMap((curve) => curve.measured.map((_, vector) => `${curve.id} ${vector}`)).toSorted());
      for (const group of sweeps) {
        expect(group.length).toBeLessThanOrEqual(most);
        expect(new Set(group.map(({ curve }) => `${curve.temperatureC} ${curve.x.length}`)).size).toBe(1);
        const places = group.map(({ curve }) => curves.indexOf(curve));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
      for (const group of capacitances) {
        expect(new Set(group.map(({ curve }) => `${curve.temperatureC} ${curve.frequency}`)).size).toBe(1);
        if (group.length > 1) expect(group.reduce((sum, { curve }) => sum + curve.x.length, 0)).toBeLessThanOrEqual(biasPoints);
      }
    }),
  );
});
