import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { isoLineVariation } from './iso-line.ts';

describe('isoLineVariation', () => {
  test('spreads along the line between the parents and, less, around it', () => {
    const random = createRandom(1);
    const [parent, other] = [[0.5, 0.5], [0.6, 0.5]];
    const offspring = Array.from({ length: 4000 }, () => isoLineVariation(parent, other, 0.01, 0.5, random));
    const deviation = (axis: number): number => Math.sqrt(offspring.reduce((sum, point) => sum + (point[axis]! - 0.5) ** 2, 0) / offspring.length);
    // sqrt(0.01^2 + (0.5 * 0.1)^2) and 0.01; 4000 draws leave about 1 % of either.
    expect(deviation(0)).toBeCloseTo(0.05099, 2);
    expect(deviation(1)).toBeGreaterThan(0.0095);
    expect(deviation(1)).toBeLessThan(0.0105);
  });

  test('stays in the cube', () => {
    const random = createRandom(2);
    for (let draw = 0; draw < 200; draw++) for (const place of isoLineVariation([0, 1], [1, 0], 0.5, 2, random)) expect(place >= 0 && place <= 1).toBe(true);
  });

  test('refuses parents of different length', () => {
    expect(() => isoLineVariation([0.1], [0.1, 0.2], 1, 1, createRandom(1))).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
