import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { exchangeProbability, metropolisProbability } from './acceptance.ts';
import { adaptMoveRange, drawByRank, psadeTrial, redrawIntoUnit } from './moves.ts';
import { geometricLadder, initialTemperature } from './temperature.ts';

const cost = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(Infinity));
const temperature = fc.double({ min: 1e-10, max: 1e3, noNaN: true });

describe('acceptance', () => {
  test('Metropolis: certain downhill, exp(-rise / T) uphill, never into a failure', () => {
    expect(metropolisProbability(2, 1, 0)).toBe(1);
    expect(metropolisProbability(1, 3, 4)).toBeCloseTo(Math.exp(-0.5), 15);
    expect(metropolisProbability(1, 3, 0)).toBe(0);
    expect(metropolisProbability(1, Infinity, 1e300)).toBe(0);
    expect(metropolisProbability(Infinity, Infinity, 1)).toBe(1);
    expect(metropolisProbability(Infinity, 5, 1)).toBe(1);
  });

  test('an exchange is certain when the better point gets the colder process, and keeps detailed balance otherwise', () => {
    fc.assert(
      fc.property(cost, cost, temperature, temperature, (a, b, hot, cold) => {
        const there = exchangeProbability({ cost: a, temperature: hot }, { cost: b, temperature: cold });
        const back = exchangeProbability({ cost: a, temperature: cold }, { cost: b, temperature: hot });
        expect(there).toBeGreaterThanOrEqual(0);
        expect(Math.max(there, back)).toBe(1);
        expect(there).toBe(exchangeProbability({ cost: b, temperature: cold }, { cost: a, temperature: hot }));
      }),
    );
    // (2 - 1) (1/4 - 1/2): the worse point would go to the colder process.
    expect(exchangeProbability({ cost: 2, temperature: 4 }, { cost: 1, temperature: 2 })).toBeCloseTo(Math.exp(-0.25), 15);
  });
});

describe('temperatures', () => {
  test('the first one takes a rise over the whole range with the given probability', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (costs, acceptance) => {
        const [low, high] = [Math.min(...costs), Math.max(...costs)];
        const first = initialTemperature([...costs, Infinity], acceptance);
        // A range near the smallest number leaves a temperature without digits.
        if (high - low > 1e-300) expect(metropolisProbability(low, high, first)).toBeCloseTo(acceptance, 9);
        else if (high === low) expect(first).toBe(0);
      }),
    );
    expect(initialTemperature([Infinity, 3])).toBe(0);
    expect(() => initialTemperature([1, 2], 1)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });

  test('a ladder has equal ratios and both ends', () => {
    const ladder = geometricLadder(100, 1e-6, 9);
    expect(ladder[0]).toBe(100);
    expect(ladder.at(-1)! / 1e-6).toBeCloseTo(1, 12);
    for (let rung = 1; rung < 9; rung++) expect(ladder[rung]! / ladder[rung - 1]!).toBeCloseTo(0.1, 12);
    expect(geometricLadder(3, 1, 1)).toEqual([3]);
    expect(() => geometricLadder(0, 1, 3)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('moves', () => {
  test('ranks are drawn with probability proportional to exp(-rank)', () => {
    const random = createRandom(1);
    const costs = [Infinity, 0.5, 7, 0.1, Infinity];
    const draws = 20_000;
    const counts = costs.map(() => 0);
    for (let draw = 0; draw < draws; draw++) counts[drawByRank(costs, random)]!++;
    const total = [0, 1, 2, 3, 4].reduce((sum, rank) => sum + Math.exp(-rank), 0);
    // Members in the order of their ranks; 5 standard deviations of a binomial count.
    for (const [rank, member] of [3, 1, 2, 0, 4].entries()) {
      const share = Math.exp(-rank) / total;
      expect(Math.abs(counts[member]! - draws * share)).toBeLessThan(5 * Math.sqrt(draws * share * (1 - share)));
    }
    expect(() => drawByRank([], random)).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
  });

  test('coordinates outside are drawn between the parent and the wall they crossed, others stay', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 6 }), fc.integer(), (pairs, seed) => {
        const drawn = redrawIntoUnit(pairs.map(([value]) => value), pairs.map(([, parent]) => parent), createRandom(seed));
        for (const [axis, [value, parent]] of pairs.entries()) {
          const [low, high] = value < 0 ? [0, parent] : value > 1 ? [parent, 1] : [value, value];
          expect(drawn[axis]).toBeGreaterThanOrEqual(low);
          expect(drawn[axis]).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test('a PSADE trial lies in the cube; without noise, and without crossing, it is the parent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.integer(), (size, dimension, seed) => {
        const random = createRandom(seed);
        const population = latinHypercube(size, dimension, random);
        const index = random.integer(0, size - 1);
        const trial = psadeTrial(population, index, { range: 1, weight: 1.5, rate: 0.9 }, random);
        expect(trial).toHaveLength(dimension);
        expect(trial.every((place) => place >= 0 && place <= 1)).toBe(true);
        const still = psadeTrial(population, index, { range: 1e-14, weight: 1.5, rate: 0 }, random);
        // 1 of 10,000 Cauchy deviates exceeds 6,400 widths.
        for (const [axis, place] of still.entries()) expect(Math.abs(place - population[index]![axis]!)).toBeLessThan(1e-6);
      }),
    );
    expect(() => psadeTrial([[0], [0], [0], [0]], 0, { range: 1, weight: 1, rate: 1 }, createRandom(1))).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });

  test("ranges follow Corana's rule", () => {
    expect(adaptMoveRange(0.2, 1)).toBeCloseTo(0.6, 12);
    expect(adaptMoveRange(0.2, 0.5)).toBe(0.2);
    expect(adaptMoveRange(0.3, 0)).toBeCloseTo(0.1, 12);
  });
});
