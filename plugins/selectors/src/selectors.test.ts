import type { Elite, ParentSelector } from '@evospice/contracts';
import { registryOf, selectionOf, testParentSelector } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { boltzmannWeights } from './boltzmann-selector.ts';
import plugin from './index.ts';

const make = (name: string, options: object = {}): ParentSelector => registryOf(plugin).create('ParentSelector', { name, options });
for (const { name } of plugin.contributions.filter((each) => each.name !== 'uniform')) testParentSelector(name, () => make(name));

type Given = Pick<Elite, 'id' | 'objective'> & Partial<Elite>;
/** How often each was drawn first, of 3000. */
function shares(selector: ParentSelector, elites: readonly Given[], children: Readonly<Record<string, number>> = {}): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(elites.map(({ id }) => [id, 0]));
  const random = createRandom(11);
  for (let draw = 0; draw < 3000; draw += 1) for (const { id } of selector.select(selectionOf(elites, { count: 1, random, children }))) counts[id] = (counts[id] ?? 0) + 1 / 3000;
  return counts;
}
/** Three standard errors of a share of 3000 draws, at most. */
const ERROR = 0.028;
const three = [{ id: 'a', objective: 3 }, { id: 'b', objective: 2 }, { id: 'c', objective: 1 }];
function expectShares(found: Record<string, number>, expected: Record<string, number>): void {
  for (const [id, share] of Object.entries(expected)) expect(Math.abs((found[id] ?? 0) - share), `${id}: ${found[id]} instead of ${share}`).toBeLessThan(ERROR);
}

// Expected shares are worked out from the formulae that the docstrings cite.
describe('parent selectors', () => {
  it('power-law: by rank', () => {
    const sum = 1 + 1 / 2 + 1 / 3;
    expectShares(shares(make('power-law'), three), { a: 1 / sum, b: 1 / 2 / sum, c: 1 / 3 / sum });
    expectShares(shares(make('power-law', { exponent: 0 }), three), { a: 1 / 3, b: 1 / 3, c: 1 / 3 });
  });

  it('tournament: the best of two has 1 - (2/3)^2', () => {
    expectShares(shares(make('tournament', { size: 2 }), three), { a: 5 / 9, b: 3 / 9, c: 1 / 9 });
  });

  it('score-weighted: a sigmoid of the score, less with children', () => {
    const weights = [1 / (1 + Math.exp(-1)), 0.5, 1 / (1 + Math.exp(1))];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    expectShares(shares(make('score-weighted', { steepness: 1 }), three), { a: (weights[0] as number) / sum, c: (weights[2] as number) / sum });
    const even = [{ id: 'a', objective: 1 }, { id: 'b', objective: 1 }];
    expectShares(shares(make('score-weighted'), even, { a: 3 }), { a: 0.2, b: 0.8 });
    expectShares(shares(make('score-weighted', { fresh: false }), even, { a: 3 }), { a: 0.5, b: 0.5 });
  });

  it('boltzmann: as choosy for any unit of scores', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const number = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0) ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
    for (const unit of [1e-9, 1, 1e9]) {
      const weights = boltzmannWeights(values.map((value) => value * unit), 0.3);
      expect(number(weights)).toBeCloseTo(1 + 0.3 * 9, 6);
      expect(weights.at(-1)).toBe(1);
    }
    expect(boltzmannWeights([2, 2], 0)).toEqual([1, 1]);
    expect(shares(make('boltzmann', { diversity: 0 }), three).a).toBeGreaterThan(0.99);
  });

  it('novelty-youth: who is alone, and who is young', () => {
    const elites = [{ id: 'old', objective: 1, measures: { x: 0.1 } }, { id: 'twin', objective: 1, measures: { x: 0.12 } }, { id: 'alone', objective: 1, measures: { x: 0.9 } }];
    const novelty = shares(make('novelty-youth', { score: 0, novelty: 1, youth: 0, neighbours: 1 }), elites);
    expect(novelty.alone).toBeGreaterThan(0.95);
    const youth = shares(make('novelty-youth', { score: 0, novelty: 0, youth: 1 }), elites);
    expectShares(youth, { old: 0.01 / 1.53, twin: 0.51 / 1.53, alone: 1.01 / 1.53 });
  });

  it('complementary: the second parent is good where the first is not', () => {
    const elites = [
      { id: 'diodes', objective: 1, cases: { diode: 1, bjt: 0, mos: 0 } }, { id: 'bjts', objective: 1, cases: { diode: 0, bjt: 1, mos: 0 } }, { id: 'none', objective: 1, cases: { diode: 0, bjt: 0, mos: -1 } },
    ];
    for (let seed = 1; seed <= 50; seed += 1) {
      const [first, second] = make('complementary').select(selectionOf(elites, { count: 2, random: createRandom(seed) }));
      expect([first?.id, second?.id].toSorted()).toEqual(['bjts', 'diodes']);
    }
  });
});
