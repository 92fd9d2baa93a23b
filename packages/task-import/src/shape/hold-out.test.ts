import { createRandom } from '@evospice/toolbox';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldOut, rangesOf } from './hold-out.ts';

const ordered = fc.uniqueArray(fc.double({ min: -5, max: 5, noNaN: true }).map((value) => Number(value.toFixed(3)) + 0), { minLength: 1, maxLength: 20 }).map((values) => values.toSorted((a, b) => a - b));

it('holds out a fifth of the inner values, the same for one seed', () => {
  fc.assert(fc.property(ordered, fc.integer({ min: 0, max: 99 }), (values, seed) => {
    const held = heldOut(values, createRandom(seed));
    expect(held).toEqual(heldOut(values, createRandom(seed)));
    expect(held).not.toContain(values[0]);
    expect(held).not.toContain(values.at(-1));
    if (values.length < 3) expect(held).toEqual([]);
    else expect(held.length).toBeLessThanOrEqual(Math.max(1, Math.round(values.length / 5)));
    if (values.length >= 3) expect(held.length).toBeGreaterThan(0);
  }));
});

it('ranges hold each value once, on the side it was put', () => {
  fc.assert(fc.property(ordered, fc.integer({ min: 0, max: 99 }), (values, seed) => {
    const held = heldOut(values, createRandom(seed));
    const ranges = rangesOf(values, held);
    for (const value of values) expect(ranges.filter(({ low, high }) => value >= low && value <= high).map(({ split }) => split)).toEqual([held.includes(value) ? 'validate' : 'train']);
  }));
});

it('keeps what the fit needs, where something else can be held out', () => {
  expect(heldOut([-40, 27, 70, 125], createRandom(1), (value) => value === 27)).toEqual([70]);
  expect(heldOut([-40, 27, 125], createRandom(1), (value) => value === 27)).toEqual([27]);
});
