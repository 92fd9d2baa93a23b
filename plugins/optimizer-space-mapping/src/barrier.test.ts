import type { ResidualModel } from '@evospice/toolbox';
import { expect, test } from 'vitest';
import { Barrier } from './barrier.ts';

const model: ResidualModel = { residuals: ([a, b]) => [a! - 0.5, b! - 0.5], jacobian: () => [[1, 0], [0, 1]] };
const hill = (barrier: Barrier, unit: readonly number[]): number => barrier.guarded(model, 2).residuals(unit)!.at(-1)!;

test('is not there while nothing has failed', () => {
  const barrier = new Barrier();
  barrier.worked([0.2, 0.2]);
  expect(barrier.isEmpty).toBe(true);
  expect(barrier.guarded(model, 2)).toBe(model);
});

test('a failure is a hill of the given height that hardly reaches what worked nearest to it, also where that came later', () => {
  const barrier = new Barrier();
  barrier.worked([0.1, 0.5]);
  barrier.failed([0.7, 0.5]);
  expect(hill(barrier, [0.7, 0.5])).toBe(2);
  // Three half-widths away: exp(-4.5).
  expect(hill(barrier, [0.1, 0.5])).toBeCloseTo(2 * Math.exp(-4.5), 12);
  const wide = hill(barrier, [0.6, 0.5]);
  barrier.worked([0.7, 0.8]);
  expect(hill(barrier, [0.7, 0.8])).toBeCloseTo(2 * Math.exp(-4.5), 12);
  const nearer = hill(barrier, [0.6, 0.5]);
  barrier.narrow();
  expect(wide).toBeGreaterThan(nearer);
  expect(nearer).toBeGreaterThan(hill(barrier, [0.6, 0.5]));
});

test('its derivatives are those of its values', () => {
  const barrier = new Barrier();
  barrier.worked([0.1, 0.9]);
  barrier.failed([0.4, 0.6]);
  const guarded = barrier.guarded(model, 1);
  const [at, h] = [[0.3, 0.55], 1e-6];
  const slopes = guarded.jacobian(at).at(-1)!;
  for (const axis of [0, 1]) {
    const moved = (by: number): number => guarded.residuals(at.map((value, k) => (k === axis ? value + by : value)))!.at(-1)!;
    // Central differences: an error of h^2 and of rounding over h.
    expect(slopes[axis]).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 7);
  }
});

test('keeps quiet where the model has no answer', () => {
  const barrier = new Barrier();
  barrier.failed([0.4, 0.6]);
  expect(barrier.guarded({ ...model, residuals: () => undefined }, 1).residuals([0, 0])).toBeUndefined();
});
