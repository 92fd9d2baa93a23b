import { createRandom } from '@evospice/toolbox';
import { expect, it } from 'vitest';
import { floorOf, roundUp } from './noise.ts';

/** Subthreshold to on, with noise of a given size. */
function transfer(noise: number): Float64Array {
  const random = createRandom(3);
  return Float64Array.from({ length: 61 }, (_, index) => 1e-3 / (1 + Math.exp(-(index * 0.025 - 0.8) / 0.03)) + noise * random.normal());
}

it.each([1e-9, 1e-8, 1e-7])('is some times the noise of the small readings where that shows: %s A', (noise) => {
  const { value, why } = floorOf([transfer(noise), transfer(noise)], 'i', 'A');
  expect(why).toContain('noise');
  expect(value / noise).toBeGreaterThan(2);
  expect(value / noise).toBeLessThan(20);
});

it('is far below the largest reading where nothing is noisy, however steep', () => {
  expect(floorOf([transfer(0)], 'i', 'A').value).toBe(1e-10);
});

it('of a capacitance is a thousandth', () => expect(floorOf([Float64Array.of(1e-14, 4e-14)], 'c', 'F')).toEqual({ value: 5e-17, why: 'a thousandth of the largest reading, 4e-14 F' }));
it('is above zero where all readings are zero', () => expect(floorOf([new Float64Array(3)], 'i', 'A').value).toBeGreaterThan(0));
it.each([[1, 1], [1.1, 2], [2.1, 5], [6e-9, 1e-8], [1e-12, 1e-12]])('rounds %s up to %s', (value, rounded) => expect(roundUp(value)).toBe(rounded));
