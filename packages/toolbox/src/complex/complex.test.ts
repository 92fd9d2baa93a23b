import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { complexReflection, complexRetreat, retreatShare } from './complex.ts';

const close = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 12));

describe('moves of the complex', () => {
  test('by hand', () => {
    expect(complexReflection([0.5, 0.5], [0.4, 0.3], 1.3)).toEqual(close([0.27, 0.04]));
    expect(complexReflection([0.9, 0.9], [0.4, 0.3], 1.3)).toEqual([0, 0]);
    for (const point of [[0.9], [0.9, 0.9, 0.9]]) {
      expect(() => complexReflection(point, [0.4, 0.3], 1.3)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    }
    const towards = { centre: [0.2, 0.3], best: [0.6, 0.1] };
    expect(complexRetreat([0.8, 0.5], { ...towards, towardsCentre: 1 })).toEqual(close([0.5, 0.4]));
    expect(complexRetreat([0.8, 0.5], { ...towards, towardsCentre: 0 })).toEqual(close([0.7, 0.3]));
  });

  test('repeated retreats come to the centre, and with a falling share to the best point', () => {
    const walk = (share: (attempt: number) => number): number[] => {
      let at: number[] = [1, 1];
      for (let attempt = 1; attempt <= 60; attempt++) at = complexRetreat(at, { centre: [0.2, 0.2], best: [0.6, 0.1], towardsCentre: share(attempt) });
      return at;
    };
    expect(walk(() => 1)).toEqual(close([0.2, 0.2]));
    expect(walk(retreatShare)).toEqual(close([0.6, 0.1]));
    expect(retreatShare(1)).toBe(1);
    // (4 / 8) ^ (8 / 4)
    expect(retreatShare(5)).toBeCloseTo(0.25, 12);
  });

  test('stay in the cube, with a random part too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), (n, towardsCentre, seed) => {
        const random = createRandom(seed);
        const [trial, centre, best] = latinHypercube(3, n, random) as [number[], number[], number[]];
        for (const point of [complexReflection(trial, centre, 3), complexRetreat(trial, { centre, best, towardsCentre }, random)]) {
          expect(point.every((place) => place >= 0 && place <= 1)).toBe(true);
        }
      }),
    );
  });
});
