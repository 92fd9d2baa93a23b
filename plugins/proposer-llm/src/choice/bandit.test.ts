import type { ChildVerdict, Program, RandomSource } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedWeights, type Arm, type ArmChoice } from './arm.ts';
import { figuresOf } from './arm-figures.ts';
import { Bandit } from './bandit.ts';
import { beta, thompson, upperConfidence } from './indices.ts';
import { armKey, type Pull } from './pull.ts';

const arm = (model: string, kind: Arm['kind'] = 'diff', weight = 1): Arm => ({ model, kind, weight });
const makers: Readonly<Record<string, () => Bandit>> = {
  ucb: () => new Bandit({ index: upperConfidence(0.5), window: 300 }),
  thompson: () => new Bandit({ index: thompson, window: 300 }),
};

function verdictOf({ model, kind }: Arm, gain: number | null, details: Readonly<Record<string, number>> = {}): ChildVerdict {
  const program: Program = { id: 'p', entry: 'a.ts', files: {}, parents: ['q'], proposer: 'llm', operator: `llm-${kind}`, hash: '', generation: 1 };
  return { program, details: { model, ...details }, judged: { score: { value: 1, parts: {} }, status: 0, gain } };
}

/** An arm that helps so often, by so much, at such a price. */
interface Simulated extends Arm {
  readonly chance: number;
  readonly gain: number;
  readonly dollars: number;
}

const problem: readonly Simulated[] = [
  { ...arm('small', 'diff'), chance: 0.1, gain: 1, dollars: 0.1 },
  { ...arm('small', 'rewrite'), chance: 0.02, gain: 2, dollars: 0.2 },
  { ...arm('large', 'diff'), chance: 0.3, gain: 1, dollars: 2 },
  { ...arm('large', 'rewrite'), chance: 0.3, gain: 1, dollars: 3 },
  { ...arm('middle', 'diff'), chance: 0.4, gain: 1, dollars: 0.4 },
  { ...arm('middle', 'rewrite'), chance: 0.05, gain: 1, dollars: 0.6 },
];

/** Gain for 40 dollars, with answers that come in `late` pulls after they were asked for. */
function earned(choice: ArmChoice, seed: number, late: number): number {
  const [forChoice, forWorld] = [createRandom(seed), createRandom(seed + 1000)];
  const underway: ChildVerdict[] = [];
  let [dollars, sum] = [0, 0];
  while (dollars < 40) {
    const pulled = choice.choose(problem, forChoice);
    const gain = forWorld.next() < pulled.chance ? pulled.gain * (0.5 + forWorld.next()) : -forWorld.next();
    dollars += pulled.dollars;
    sum += Math.max(0, gain);
    underway.push(verdictOf(pulled, gain, { cost: pulled.dollars }));
    if (underway.length > late) choice.outcome?.(underway.shift()!);
  }
  return sum;
}

const average = (make: () => ArmChoice, late: number): number => {
  const sums = Array.from({ length: 4 }, (_, seed) => earned(make(), seed, late));
  return sums.reduce((sum, value) => sum + value, 0) / sums.length;
};

describe.each(Object.entries(makers))('the bandit %s', (_, make) => {
  it.each([0, 8])('earns at least twice what equal weights earn for the same money, with %i answers under way', (late) => {
    expect(average(make, late)).toBeGreaterThan(2 * average(() => fixedWeights, late));
  });

  it('tries every arm once before any twice, those first that weigh more', () => {
    const bandit = make();
    const arms = [arm('a', 'diff', 1e-9), arm('b'), arm('c', 'rewrite')];
    const random = createRandom(1);
    const chosen = arms.map(() => armKey(bandit.choose(arms, random)));
    expect(chosen.toSorted()).toEqual(arms.map(armKey).toSorted());
    expect(chosen.at(-1)).toBe(armKey(arms[0]!));
  });

  it('goes on after a resumption as if it had never stopped', () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.tuple(fc.nat(5), fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean()), { maxLength: 60 }), (seed, story) => {
      const [first, second] = [make(), make()];
      for (const [index, gain, fails] of story) {
        const pulled = problem[index]!;
        // What it chose itself and what it hears after a resumption leave the same behind.
        first.choose([pulled], createRandom(0));
        for (const bandit of [first, second]) {
          if (fails) bandit.failed({ model: pulled.model, kind: pulled.kind, gain: 0, tokens: 5 });
          else bandit.outcome(verdictOf(pulled, gain, { inputTokens: 10, outputTokens: index }));
        }
      }
      const choices = [first, second].map((bandit) => Array.from({ length: 5 }, (__, step) => armKey(bandit.choose(problem, createRandom(seed + step)))));
      expect(choices[1]).toEqual(choices[0]);
    }), { numRuns: 30 });
  });

  it('forgets arms that left and tries new ones first', () => {
    const bandit = make();
    const arms = [arm('old'), arm('kept')];
    for (const one of arms) {
      bandit.choose([one], createRandom(0));
      bandit.outcome(verdictOf(one, one.model === 'old' ? 5 : 0.1));
    }
    const later = [arm('kept'), arm('new')];
    expect(bandit.choose(later, createRandom(1)).model).toBe('new');
    bandit.outcome(verdictOf(arm('new'), 0));
    expect(later).toContainEqual(bandit.choose(later, createRandom(2)));
  });

  it('is not misled by programs of other proposers and those turned away for no fault of their own', () => {
    const bandit = make();
    const arms = [arm('a'), arm('b')];
    const { judged: _judged, ...unjudged } = verdictOf(arms[0]!, 0);
    bandit.outcome({ ...verdictOf(arms[0]!, 3), program: { ...verdictOf(arms[0]!, 3).program, operator: 'perturb-constant' } });
    bandit.outcome({ ...unjudged, rejection: { stage: 'full', code: 'SIMULATOR_CRASHED', reason: 'r' } });
    bandit.outcome({ ...unjudged, rejection: { stage: 'full', code: 'RACE_LOST', reason: 'r' } });
    expect(bandit.choose(arms, createRandom(1)).model).toBe('b');
  });
});

it('many in flight are spread over arms that are alike', () => {
  const bandit = makers['ucb']!();
  const arms = [arm('a'), arm('b'), arm('c')];
  const chosen = Array.from({ length: 12 }, () => bandit.choose(arms, createRandom(0)).model);
  expect(arms.map(({ model }) => chosen.filter((one) => one === model).length)).toEqual([4, 4, 4]);
});

describe('figures of arms', () => {
  const arms = [arm('a'), arm('b'), arm('c')];
  const pull = fc.record({ model: fc.constantFrom('a', 'b', 'c', 'gone'), kind: fc.constant('diff'), gain: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 10, noNaN: true })), money: fc.double({ min: 0.01, max: 10, noNaN: true }) });
  const figures = (pulls: readonly Pull[]) => figuresOf(arms, { pulls, pending: new Map() });

  it('do not depend on the units of score and money, nor on arms that are gone', () => {
    fc.assert(fc.property(fc.array(pull, { maxLength: 40 }), fc.constantFrom(0.25, 2, 1024), (pulls, unit) => {
      const scaled = pulls.filter(({ model }) => model !== 'gone').map((one) => ({ ...one, gain: one.gain * unit, money: one.money * unit }));
      const [before, after] = [figures(pulls), figures(scaled)];
      for (const [index, { reward, cost, pulls: count }] of before.entries()) {
        expect(after[index]?.reward).toBeCloseTo(reward, 9);
        expect(after[index]?.cost).toBeCloseTo(cost, 9);
        expect(after[index]?.pulls).toBe(count);
        expect(reward).toBeGreaterThanOrEqual(0);
        expect(reward).toBeLessThanOrEqual(count);
        expect(cost).toBeGreaterThanOrEqual(0.1);
        expect(cost).toBeLessThanOrEqual(10);
      }
    }));
  });

  it('take tokens where one arm tells no money, and nothing where one tells neither', () => {
    const costs = (a: object, b: object): number[] => figures([{ model: 'a', kind: 'diff', gain: 0, ...a }, { model: 'b', kind: 'diff', gain: 0, ...b }]).map(({ cost }) => cost);
    expect(costs({ money: 1, tokens: 10 }, { money: 3, tokens: 10 })).toEqual([0.5, 1.5, 1]);
    expect(costs({ money: 1, tokens: 10 }, { tokens: 30 })).toEqual([0.5, 1.5, 1]);
    expect(costs({ money: 1 }, { tokens: 30 })).toEqual([1, 1, 1]);
    expect(costs({ money: 0 }, { money: 0 })).toEqual([1, 1, 1]);
    expect(costs({ money: 0 }, { money: 8 })).toEqual([0.1, 2, 1]);
  });

  it('give a gain as large as the usual one half a point', () => {
    expect(figures([1, 2, 2, 0, 98].map((gain) => ({ model: 'a', kind: 'diff', gain })))[0]?.reward).toBeCloseTo(1 / 3 + 0.5 + 0.5 + 0.98, 12);
  });
});

it('a beta deviate has the mean and variance of its distribution', () => {
  const random: RandomSource = createRandom(3);
  for (const [a, b] of [[1, 1], [2, 5], [40, 3]] as const) {
    const draws = Array.from({ length: 4000 }, () => beta(a, b, random));
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(5 * Math.sqrt(expected / draws.length));
    expect(variance / expected).toBeGreaterThan(0.85);
    expect(variance / expected).toBeLessThan(1.15);
  }
});
