import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { mean } from '../statistics/statistics.ts';
import { bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits } from './bit-strings.ts';
import { polynomialMutation, simulatedBinaryCrossover } from './real-coded.ts';
import { fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex } from './selection.ts';

const place = fc.double({ min: 0, max: 1, noNaN: true });
const unit = fc.array(place, { minLength: 1, maxLength: 5 });

describe('bit strings', () => {
  test('Gray codes of 0 to 7, and neighbours that differ in one bit', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(grayEncode)).toEqual([0, 1, 3, 2, 6, 7, 5, 4]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 2 }), (value) => {
        expect(grayDecode(grayEncode(value))).toBe(value);
        const difference = (grayEncode(value) ^ grayEncode(value + 1)) >>> 0;
        expect(Number.isInteger(Math.log2(difference))).toBe(true);
      }),
    );
  });

  test('come back within half a step of the resolution', () => {
    fc.assert(
      fc.property(unit, fc.constantFrom(1, 8, 16, 24, 32), fc.constantFrom('binary' as const, 'gray' as const), (places, width, coding) => {
        const bits = bitsFromUnit(places, width, coding);
        expect(bits.length).toBe(width * places.length);
        const back = unitFromBits(bits, width, coding);
        for (const [axis, value] of back.entries()) expect(Math.abs(value - places[axis]!)).toBeLessThanOrEqual(0.5 / (2 ** width - 1) + 1e-15);
        expect(bitsFromUnit(back, width, coding)).toEqual(bits);
      }),
    );
    expect(bitsFromUnit([1, 0, 0.4], 2, 'binary')).toEqual([1, 1, 0, 0, 0, 1]);
    expect(bitsFromUnit([1, 0, 0.4], 2, 'gray')).toEqual([1, 0, 0, 0, 0, 1]);
  });

  test('refuse widths and lengths that mean nothing', () => {
    expect(() => bitsFromUnit([0.5], 33, 'binary')).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => unitFromBits([0, 1, 1], 2, 'binary')).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => onePointCrossover([0], [0, 1], 1)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });

  test('cross at one point and mutate at a rate', () => {
    expect(onePointCrossover([0, 0, 0, 0], [1, 1, 1, 1], 1)).toEqual([[0, 1, 1, 1], [1, 0, 0, 0]]);
    const random = createRandom(1);
    const zeros = Array.from({ length: 20_000 }, () => 0);
    expect(mutateBits(zeros, 0, random)).toEqual(zeros);
    // 0.03 with a standard deviation of 0.0012 over 20,000 bits.
    expect(mean(mutateBits(zeros, 0.03, random))).toBeCloseTo(0.03, 2);
  });
});

describe('selection', () => {
  test('fitness is what the worst costs more', () => {
    expect(fitnessOfCosts([3, 1, Infinity, 2])).toEqual([0, 2, 0, 1]);
    expect(fitnessOfCosts([Infinity, Infinity])).toEqual([0, 0]);
  });

  test('scaling keeps the mean and raises the best to a multiple of it', () => {
    // Mean 12, largest 14: a = 1 * 12 / 2, b = 12 * (14 - 24) / 2 (Goldberg 1989, prescale); smallest 10 would become 0.
    expect(scaleFitness([10, 12, 14], 2)).toEqual([0, 12, 24]);
    // The multiple would make the smallest negative: it is 0 instead, and the mean 12 is kept.
    expect(scaleFitness([1, 12, 14, 21], 4)).toEqual([0, 12, 156 / 11, 240 / 11].map((value) => expect.closeTo(value, 12)));
    expect(scaleFitness([5, 5], 2)).toEqual([1, 1]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 }), fc.double({ min: 1.1, max: 5, noNaN: true }), (fitness, multiple) => {
        fc.pre(Math.max(...fitness) > Math.min(...fitness) * (1 + 1e-6) + 1e-6);
        const scaled = scaleFitness(fitness, multiple);
        expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0);
        expect(mean(scaled)).toBeCloseTo(mean(fitness), 3);
        expect(Math.max(...scaled)).toBeLessThanOrEqual(multiple * mean(fitness) * (1 + 1e-6) + 1e-6);
      }),
    );
  });

  test('the roulette wheel draws in proportion', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) counts[rouletteIndex([1, 0, 3, 4], random)]!++;
    // Standard deviation of a share below 0.0036.
    for (const [index, share] of [0.125, 0, 0.375, 0.5].entries()) expect(Math.abs(counts[index]! / 20_000 - share)).toBeLessThan(0.015);
    expect(counts[1]).toBe(0);
    expect([0, 1]).toContain(rouletteIndex([0, 0], random));
    expect(() => rouletteIndex([], random)).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
  });

  test('a tournament is won by the cheapest, and a tournament of all by the best', () => {
    const random = createRandom(4);
    expect(tournamentIndex([4, 2, Infinity, 3], random, 10)).toBe(1);
    const winners = Array.from({ length: 200 }, () => tournamentIndex([4, 2, Infinity, 3], random));
    expect(winners).not.toContain(2);
    expect(new Set(winners)).toEqual(new Set([0, 1, 3]));
    expect(() => tournamentIndex([], random)).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
  });
});

describe('real-coded operators', () => {
  test('stay in the cube', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 5 }), fc.double({ min: 0, max: 50, noNaN: true }), fc.integer(), (pairs, eta, seed) => {
        const random = createRandom(seed);
        const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        const children = [...simulatedBinaryCrossover(a, b, eta, random), polynomialMutation(a, eta, 1, random)];
        for (const child of children) expect(child.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  test('far from the walls, children of the crossover lie as the spread factor says', () => {
    const random = createRandom(5);
    const eta = 2;
    const factors = Array.from({ length: 20_000 }, () => simulatedBinaryCrossover([0.49999], [0.50001], eta, random))
      .map(([c1, c2]) => Math.abs(c1[0]! - c2[0]!) / 0.00002);
    // Deb & Agrawal 1995: half of the children contract. An uncrossed half of the pairs (factor 1) is left out.
    const crossed = factors.filter((factor) => Math.abs(factor - 1) > 1e-9);
    expect(crossed.length / factors.length).toBeCloseTo(0.5, 1);
    expect(crossed.filter((factor) => factor < 1).length / crossed.length).toBeCloseTo(0.5, 1);
    // P(beta < 0.5) = 0.5 * 0.5^(eta + 1) and P(beta > 2) = 0.5 * 2^-(eta + 1), each 1/16 with eta 2; deviation 0.0024.
    expect(Math.abs(crossed.filter((factor) => factor < 0.5).length / crossed.length - 1 / 16)).toBeLessThan(0.01);
    expect(Math.abs(crossed.filter((factor) => factor > 2).length / crossed.length - 1 / 16)).toBeLessThan(0.01);
  });

  test('the share says how many coordinates are crossed', () => {
    const [a, b] = [Array.from({ length: 2000 }, () => 0.4), Array.from({ length: 2000 }, () => 0.6)];
    const crossed = (share: number): number => {
      const [child] = simulatedBinaryCrossover(a, b, 2, createRandom(8), share);
      return child.filter((value) => value !== 0.4).length / a.length;
    };
    // Standard deviation of a binomial share of 0.2 in 2000: 0.009.
    expect([crossed(0), crossed(1)]).toEqual([0, 1]);
    expect(Math.abs(crossed(0.2) - 0.2)).toBeLessThan(0.04);
  });

  test('parents keep their mean where walls are far, and equal parents have equal children', () => {
    const random = createRandom(6);
    const [c1, c2] = simulatedBinaryCrossover([0.4999, 0.3], [0.5001, 0.3], 15, random);
    expect((c1[0]! + c2[0]!) / 2).toBeCloseTo(0.5, 9);
    expect([c1[1], c2[1]]).toEqual([0.3, 0.3]);
  });

  test('mutation is symmetric in the middle, and its steps shrink with eta', () => {
    const random = createRandom(7);
    const steps = (eta: number): number[] => Array.from({ length: 10_000 }, () => polynomialMutation([0.5], eta, 1, random)[0]! - 0.5);
    expect(Math.abs(mean(steps(20)))).toBeLessThan(0.003);
    // E|step| = 1 / (eta + 2) for the density (eta + 1)(1 - |d|)^eta / 2, hardly changed by walls at eta 20.
    expect(mean(steps(20).map(Math.abs))).toBeCloseTo(1 / 22, 2);
    expect(mean(steps(200).map(Math.abs))).toBeLessThan(0.006);
    expect(polynomialMutation([0.2, 0.7], 20, 0, random)).toEqual([0.2, 0.7]);
  });
});
