import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { constriction, moveParticle, ringNeighbours } from './particle.ts';

const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('particles', () => {
  test('constriction of 2.05 + 2.05', () => {
    // Clerc & Kennedy 2002: chi = 0.7298 for phi = 4.1.
    expect(constriction(4.1)).toBeCloseTo(0.7298437881, 9);
    expect(() => constriction(4)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });

  test('stay in the cube and turn back at its walls', () => {
    fc.assert(
      fc.property(place, fc.double({ min: -2, max: 2, noNaN: true }), place, place, fc.integer(), (position, speed, own, neighbours, seed) => {
        const moved = moveParticle({ position: [position], velocity: [speed] }, { own: [own], neighbours: [neighbours] }, createRandom(seed));
        expect(moved.position[0]).toBeGreaterThanOrEqual(0);
        expect(moved.position[0]).toBeLessThanOrEqual(1);
        if (moved.position[0] === 0) expect(moved.velocity[0]).toBeGreaterThanOrEqual(0);
        if (moved.position[0] === 1) expect(moved.velocity[0]).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('one at rest on both best places stays there', () => {
    expect(moveParticle({ position: [0.25], velocity: [0] }, { own: [0.25], neighbours: [0.25] }, createRandom(1))).toEqual({ position: [0.25], velocity: [0] });
  });

  test('mean step is half of the attractions, constricted', () => {
    const random = createRandom(3);
    const steps = Array.from({ length: 20_000 }, () => moveParticle({ position: [0], velocity: [0.1] }, { own: [0.2], neighbours: [0.1], weights: [1, 2], chi: 0.5 }, random).velocity[0]!);
    // 0.5 (0.1 + 1/2 * 0.2 + 2/2 * 0.1); the standard error is 0.0003.
    expect(steps.reduce((sum, value) => sum + value, 0) / steps.length).toBeCloseTo(0.15, 2);
    expect(() => moveParticle({ position: [0], velocity: [] }, { own: [0], neighbours: [0] }, random)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });

  test('neighbours on a ring', () => {
    expect(ringNeighbours(0, 6, 1)).toEqual([5, 0, 1]);
    expect(ringNeighbours(5, 6, 2)).toEqual([3, 4, 5, 0, 1]);
    expect(ringNeighbours(2, 4, 5)).toEqual([0, 1, 2, 3]);
  });
});
