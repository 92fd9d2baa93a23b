import { logRatioFloor } from '@evospice/toolbox';
import { expect, test } from 'vitest';
import { classicDescent } from './classic-descent.ts';
import { ModelSearch } from './model-search.ts';
import type { ScoredPoint } from './scored-points.ts';
import { Work } from './work.ts';

// ln(simulated / measured) of an exponential whose true height and slope are 0.6 and 0.3 in the unit cube.
const xs = [0, 1, 2, 3, 4];
const points = xs.map((_, point): ScoredPoint => ({ curve: 0, vector: 0, point, measured: 1, floor: logRatioFloor(1, 1e-12), cut: Math.log(1e-12), weight: 1 }));
const parts = {
  points, excess: xs.map(() => 0),
  response: {
    logs: ([height, slope]: readonly number[]) => xs.map((x) => 10 * (height! - 0.6) + 4 * x * (slope! - 0.3)),
    slopes: () => xs.map((x) => Float64Array.of(10, 4 * x)),
  },
};

test('goes from decades to relative errors, down to an exact minimum', async () => {
  const work = new Work('bsim4', 2);
  const { unit, error } = await classicDescent(new ModelSearch({ ...parts, work }), [0.1, 0.9], 'relative', 0.05);
  expect(unit).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.3, 6)]);
  expect(error).toBeLessThan(1e-6);
  expect(work.done).toBeGreaterThan(0);
});

test('has nothing to say where the model has no answer', async () => {
  const mute = new ModelSearch({ ...parts, response: { ...parts.response, logs: () => undefined }, work: new Work('bsim4', 2) });
  expect(await classicDescent(mute, [0.1, 0.9], 'relative', 0.05)).toEqual({ unit: [0.1, 0.9], error: Infinity });
});
