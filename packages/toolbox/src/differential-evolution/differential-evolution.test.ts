import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { adaptTowardsSuccesses, createSuccessMemory, drawControl, rememberSuccesses } from './success-memory.ts';
import { binomialCrossover, currentToPBest, midwayIntoUnit, randOneBin } from './trial-vectors.ts';

describe('trial vectors', () => {
  test('stay in the cube, and differ from the parent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.integer(), (size, dimension, seed) => {
        const random = createRandom(seed);
        const population = latinHypercube(size, dimension, random);
        const costs = population.map(() => random.next());
        const index = random.integer(0, size - 1);
        const trials = [randOneBin(population, index, 0.9, 0.5, random), currentToPBest({ population, costs, archive: latinHypercube(3, dimension, random), bestShare: 0.2 }, index, 0.9, 0.5, random)];
        for (const trial of trials) {
          expect(trial.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(trial).not.toEqual(population[index]);
        }
      }),
    );
  });

  test('rand/1 is a + F (b - c) of three other members when everything crosses', () => {
    const population = [[0.5], [0.4], [0.3], [0.1]];
    const reachable = [0.4, 0.3, 0.1].flatMap((a) => [0.4, 0.3, 0.1].flatMap((b) => [0.4, 0.3, 0.1].filter((c) => a !== b && b !== c && a !== c).map((c) => a + 0.5 * (b - c))));
    for (let seed = 0; seed < 20; seed++) {
      const [value] = randOneBin(population, 0, 0.5, 1, createRandom(seed));
      expect(reachable.some((other) => Math.abs(other - value!) < 1e-12)).toBe(true);
    }
  });

  test('crossover takes about its share, and one coordinate at least', () => {
    const parent = Array.from({ length: 1000 }, () => 0);
    const mutant = Array.from({ length: 1000 }, () => 1);
    const taken = (rate: number): number => binomialCrossover(parent, mutant, rate, createRandom(1)).filter((value) => value === 1).length;
    expect(taken(0)).toBe(1);
    expect(taken(1)).toBe(1000);
    // 5 standard deviations of a binomial count.
    expect(Math.abs(taken(0.3) - 300)).toBeLessThan(5 * Math.sqrt(210));
  });

  test('repair', () => {
    expect(midwayIntoUnit([-1, 0.5, 2], [0.2, 0.3, 0.4])).toEqual([0.1, 0.5, 0.7]);
  });

  test('one cost a member', () => {
    const population = [[0.1], [0.2], [0.3], [0.4]];
    expect(() => currentToPBest({ population, costs: [1, 2, 3], archive: [], bestShare: 0.5 }, 0, 0.5, 0.5, createRandom(1))).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

describe('success memory', () => {
  test('keeps F in (0, 1] and CR in [0, 1]', () => {
    const random = createRandom(2);
    for (const centre of [0, 0.5, 1]) {
      const memory = createSuccessMemory(3, centre, centre);
      for (let draw = 0; draw < 300; draw++) {
        const { weight, rate } = drawControl(memory, random);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
      }
    }
  });

  test('writes Lehmer means weighted by gain, entry after entry', () => {
    const memory = createSuccessMemory(2);
    // sum(s F^2) / sum(s F) with shares 1/4 and 3/4: (0.25 * 0.16 + 0.75 * 0.64) / (0.25 * 0.4 + 0.75 * 0.8) = 0.52 / 0.7.
    const once = rememberSuccesses(memory, [{ weight: 0.4, rate: 0, gain: 1 }, { weight: 0.8, rate: 0, gain: 3 }]);
    expect(once.weights[0]).toBeCloseTo(0.52 / 0.7, 12);
    // No success took a coordinate by CR: the terminal value.
    expect(once.rates[0]).toBe(-1);
    expect(once.weights[1]).toBe(0.5);
    expect(once.next).toBe(1);
    expect(rememberSuccesses(once, [])).toBe(once);
    const rescued = rememberSuccesses(once, [{ weight: 0.3, rate: 0.6, gain: Infinity }]);
    expect(rescued.weights[1]).toBeCloseTo(0.3, 12);
    expect(rescued.next).toBe(0);
  });

  test('a terminal centre of CR stays, and gives 0', () => {
    const memory = rememberSuccesses(rememberSuccesses(createSuccessMemory(1), [{ weight: 0.5, rate: 0, gain: 1 }]), [{ weight: 0.5, rate: 0.9, gain: 1 }]);
    expect(memory.rates).toEqual([-1]);
    const random = createRandom(1);
    for (let draw = 0; draw < 100; draw++) expect(drawControl(memory, random).rate).toBe(0);
  });

  test('JADE goes a tenth of the way', () => {
    const memory = createSuccessMemory(1);
    // Lehmer mean of 0.4 and 0.8: (0.16 + 0.64) / 1.2; mean of 0.2 and 0.6: 0.4.
    const after = adaptTowardsSuccesses(memory, [{ weight: 0.4, rate: 0.2, gain: 1 }, { weight: 0.8, rate: 0.6, gain: 9 }]);
    expect(after.weights[0]).toBeCloseTo(0.45 + 0.1 * (0.8 / 1.2), 12);
    expect(after.rates[0]).toBeCloseTo(0.45 + 0.04, 12);
    expect(adaptTowardsSuccesses(memory, [])).toBe(memory);
  });
});
