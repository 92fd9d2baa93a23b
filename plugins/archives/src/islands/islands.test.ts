import type { Archive, ArchiveEntry } from '@evospice/contracts';
import { registryOf, testArchive } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import plugin from '../index.ts';
import { destinations, topologies } from './topology.ts';

const make = (options: object = {}): Archive => registryOf(plugin).create('Archive', { name: 'islands', options });
const grid = { name: 'map-elites', options: { axes: [{ descriptor: 'x', low: 0, high: 1, bins: 4 }] } };
testArchive('islands of lists', () => make());
testArchive('islands of lists that migrate all the time', () => make({ interval: 1, share: 0.5, archive: { name: 'top-k', options: { size: 4 } } }));
testArchive('islands of grids that are reset', () => make({ islands: 3, archive: grid, interval: 2, stagnation: { after: 2 } }));
testArchive('islands at random that spawn', () => make({ islands: 2, topology: 'random', interval: 1, stagnation: { after: 1, action: 'spawn', most: 2 } }));

const at = (id: string, objective: number, island?: number): ArchiveEntry => ({ id, objective, measures: {}, parents: [], ...(island === undefined ? {} : { island }) });
const living = (archive: Archive): string[][] => (archive.islands ?? []).map((island) => island.elites().map(({ id }) => id));

describe('islands', () => {
  it('give seeds to all, children to the island of their parent, and count everybody once', () => {
    const archive = make({ islands: 3, interval: 0 });
    archive.add([at('seed', 1)]);
    archive.add([at('a', 2, 1)]);
    archive.add([at('b', 3, 2)]);
    expect(living(archive)).toEqual([['seed'], ['a', 'seed'], ['b', 'seed']]);
    expect(archive.elites().map(({ id, cell }) => [id, cell])).toEqual([['seed', [0]], ['a', [1]], ['b', [2]]]);
    expect(archive.statistics()).toMatchObject({ elites: 3, qdScore: 6, islands: [{ elites: 1, best: 1 }, { elites: 2, best: 2 }, { elites: 2, best: 3 }] });
  });

  it('send their best to the next one after so many generations, where they replace the worst', () => {
    const archive = make({ islands: 2, interval: 2, share: 0.5, archive: { name: 'top-k', options: { size: 2 } } });
    archive.add([at('a1', 10, 0)]);
    archive.add([at('b1', 5, 1)]);
    archive.add([at('a2', 1, 0)]);
    const [result] = archive.add([at('b2', 2, 1)]);
    // One of two migrates both ways at once: a1 replaces b2, b1 replaces a2.
    expect(living(archive)).toEqual([['a1', 'b1'], ['a1', 'b1']]);
    expect(result).toEqual({ status: 0, value: 2, cell: null, removed: ['a2'], moved: [{ id: 'b1', cell: [0] }] });
    expect(archive.size).toBe(2);
  });

  it('begin anew from the best of all when they get no better, but for the one where it is at home', () => {
    const archive = make({ islands: 2, interval: 0, stagnation: { after: 2 } });
    archive.add([at('good', 10, 0)]);
    archive.add([at('poor', 1, 1)]);
    archive.add([at('poorer', 0.5, 1)]);
    archive.add([at('poorest', 0.1, 1)]);
    expect(living(archive)).toEqual([['good'], ['good']]);
    archive.add([at('same', 2, 0)]);
    archive.add([at('other', 3, 0)]);
    expect(living(archive)[0]).toEqual(['good', 'other', 'same']);
  });

  it('open another one instead, up to a number', () => {
    const archive = make({ islands: 2, interval: 0, stagnation: { after: 1, action: 'spawn', most: 3 } });
    archive.add([at('good', 10)]);
    for (const id of ['a', 'b', 'c']) archive.add([at(id, 1, 1)]);
    expect(living(archive)).toEqual([['good'], ['good', 'a', 'b', 'c'], ['good']]);
  });

  it('open another one when they are told to, with whoever it is to begin with', () => {
    const archive = make({ islands: 2, interval: 0, archive: { name: 'top-k', options: { size: 1 } } });
    archive.add([at('seed', 1)]);
    archive.add([at('good', 3, 0)]);
    archive.add([at('better', 4, 1)]);
    expect(living(archive)).toEqual([['good'], ['better']]);
    // The best is at home on the second island already; the seed had left.
    expect(archive.spawn?.([at('better', 4, 1)])).toEqual([]);
    expect(archive.spawn?.([at('seed', 1)])).toEqual([{ id: 'seed', cell: [3] }]);
    expect(living(archive)).toEqual([['good'], ['better'], ['better'], ['seed']]);
    expect(archive.add([at('child', 2, 3)])).toMatchObject([{ status: 1, cell: [3], removed: ['seed'] }]);
  });

  it.each(topologies)('of topology %s send to others only', (topology) => {
    const random = createRandom(1);
    for (let from = 0; from < 5; from += 1) {
      const to = destinations(topology, from, 5, random);
      expect(to).not.toContain(from);
      expect(to.every((island) => island >= 0 && island < 5)).toBe(true);
      expect(to).toHaveLength({ ring: 1, random: 1, full: 4, star: from === 0 ? 4 : 1 }[topology]);
    }
  });
});
