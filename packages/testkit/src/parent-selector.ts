import type { ArchiveAxis, Elite, ParentSelection, ParentSelector, RandomSource } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from './optimizer-run-arbitrary.ts';

const axes: readonly ArchiveAxis[] = [{ descriptor: 'x', low: 0, high: 1, bins: 10 }];

export interface SelectionOptions {
  readonly count: number;
  readonly random: RandomSource;
  /** Children by id; none by default. */
  readonly children?: Readonly<Record<string, number>>;
}

/** A request for parents among elites of which only the given fields matter; they were proposed in the order given. */
export function selectionOf(elites: readonly (Pick<Elite, 'id' | 'objective'> & Partial<Elite>)[], { count, random, children = {} }: SelectionOptions): ParentSelection {
  const all = elites.map((elite, index): Elite => ({ measures: { x: (index + 0.5) / elites.length }, parents: [], cell: [index], ...elite }));
  const order = all.map(({ id }) => id);
  return deepFreeze({
    archive: {
      axes, size: all.length, elites: () => all,
      best: () => all.reduce<Elite | undefined>((top, elite) => (top === undefined || elite.objective > top.objective ? elite : top), undefined),
    },
    count, random,
    children: (id: string) => children[id] ?? 0,
    ordinal: (id: string) => order.indexOf(id) + 1,
  });
}

/**
 * What every `ParentSelector` must do: give as many elites as asked for, depend on nothing but the request, keep no state, and
 * leave no elite without any chance of ever becoming a parent where all are equal.
 * @param makeSelector called afresh for each test
 */
export function testParentSelector(name: string, makeSelector: () => ParentSelector): void {
  const elites = fc
    .array(fc.record({ objective: fc.double({ min: -1e3, max: 1e3, noNaN: true }), children: fc.nat(50) }), { minLength: 1, maxLength: 30 })
    .map((list) => list.map((elite, index) => ({ ...elite, id: `p${index}` })));

  describe(`parent selector ${name}`, () => {
    it('has a name of lower-case words and dashes', () => {
      expect(makeSelector().name).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it('gives as many elites as it is asked for, whatever their objectives, the same ones for the same random numbers', () => {
      fc.assert(fc.property(elites, fc.integer({ min: 1, max: 5 }), fc.nat(1000), (list, count, seed) => {
        const children = Object.fromEntries(list.map((elite) => [elite.id, elite.children]));
        const request = (): ParentSelection => selectionOf(list, { count, random: createRandom(seed), children });
        const selector = makeSelector();
        const chosen = selector.select(request()).map(({ id }) => id);
        expect(chosen).toHaveLength(count);
        const ids = list.map(({ id }) => id);
        for (const id of chosen) expect(ids).toContain(id);
        expect(selector.select(request()).map(({ id }) => id), 'it keeps no state').toEqual(chosen);
        expect(makeSelector().select(request()).map(({ id }) => id)).toEqual(chosen);
      }));
    });

    it('gives every one of several equal elites a chance', () => {
      const list = Array.from({ length: 4 }, (_, index) => ({ id: `p${index}`, objective: 1 }));
      const selector = makeSelector();
      const seen = new Set<string>();
      for (let seed = 1; seed <= 400; seed += 1) for (const { id } of selector.select(selectionOf(list, { count: 1, random: createRandom(seed) }))) seen.add(id);
      expect([...seen].toSorted()).toEqual(['p0', 'p1', 'p2', 'p3']);
    });

    it('refuses an archive without an elite', () => {
      expect(() => makeSelector().select(selectionOf([], { count: 1, random: createRandom(1) }))).toThrow(expect.objectContaining({ code: 'SELECTOR_EMPTY' }));
    });
  });
}
