import type { ArchiveEntry, Cell } from '@evospice/contracts';
import { optionsOf, testArchive } from '@evospice/testkit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin, { GridArchive } from '../index.ts';

const axes = [
  { descriptor: 'x', low: -1, high: 1, bins: 4 },
  { descriptor: 'y', low: 0, high: 10, bins: 5 },
];
testArchive('map-elites', () => new GridArchive({ axes, offset: -5 }));
testArchive('map-elites with one cell', () => new GridArchive({ axes: [{ descriptor: 'x', low: 0, high: 1, bins: 1 }] }));

const at = (id: string, objective: number, x: number, y = 0): ArchiveEntry => ({ id, objective, measures: { x, y }, parents: [] });
const cellOf = (x: number, y: number): Cell | null | undefined => {
  const archive = new GridArchive({ axes });
  archive.add([at('p', 1, x, y)]);
  return archive.elites()[0]?.cell;
};

/** What the archive should do, written as plainly as possible: no typed array, no cache. */
class PlainArchive {
  readonly cells = new Map<string, { id: string; objective: number }>();
  add(entries: readonly ArchiveEntry[]): { status: number; value: number }[] {
    const before = new Map(this.cells);
    const key = (entry: ArchiveEntry): string => axes.map(({ descriptor, low, high, bins }) => {
      const raw = Math.floor((bins * ((entry.measures[descriptor] as number) - low) + 1e-6) / (high - low));
      return raw < 0 ? 0 : raw >= bins ? bins - 1 : raw;
    }).join();
    for (const entry of entries) {
      const holder = this.cells.get(key(entry));
      if (holder === undefined || entry.objective > holder.objective) this.cells.set(key(entry), { id: entry.id, objective: entry.objective });
    }
    return entries.map((entry) => {
      const holder = before.get(key(entry));
      if (holder === undefined) return { status: 2, value: entry.objective };
      return { status: entry.objective > holder.objective ? 1 : 0, value: entry.objective - holder.objective };
    });
  }
}

describe('grid archive', () => {
  it('places measures as pyribs does: borders up, the outside clipped', () => {
    expect(cellOf(-1, 0)).toEqual([0, 0]);
    expect(cellOf(-0.5, 2)).toEqual([1, 1]);
    expect(cellOf(-0.5 - 1e-9, 2 - 1e-9)).toEqual([1, 1]);
    expect(cellOf(-0.5 - 1e-5, 2 - 1e-5)).toEqual([0, 0]);
    expect(cellOf(1, 10)).toEqual([3, 4]);
    expect(cellOf(1e300, -1e300)).toEqual([3, 0]);
  });

  it('reports two newcomers to one empty cell as new, keeps the better, the earlier at a tie', () => {
    const archive = new GridArchive({ axes });
    const none = { cell: null, removed: [] };
    const cell = [2, 0];
    expect(archive.add([at('a', 1, 0), at('b', 3, 0), at('c', 3, 0), at('d', 2, 0)])).toEqual([
      { status: 2, value: 1, ...none }, { status: 2, value: 3, cell, removed: [] }, { status: 2, value: 3, ...none }, { status: 2, value: 2, ...none },
    ]);
    expect(archive.elites().map((elite) => elite.id)).toEqual(['b']);
    expect(archive.add([at('e', 3, 0), at('f', 4, 0), at('g', 5, 0)])).toEqual([
      { status: 0, value: 0, ...none }, { status: 1, value: 1, ...none }, { status: 1, value: 2, cell, removed: ['b'] },
    ]);
    expect(archive.best()?.id).toBe('g');
  });

  it('agrees with a plain version on any series of batches', () => {
    const entry = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -3, max: 13, noNaN: true }));
    fc.assert(fc.property(fc.array(fc.array(entry, { maxLength: 12 }), { maxLength: 6 }), (batches) => {
      const [archive, plain] = [new GridArchive({ axes }), new PlainArchive()];
      for (const [number, batch] of batches.entries()) {
        const entries = batch.map(([objective, x, y], index) => at(`${number}-${index}`, objective, x, y));
        expect(archive.add(entries).map(({ status, value }) => ({ status, value }))).toEqual(plain.add(entries));
      }
      expect(Object.fromEntries(archive.elites().map((elite) => [elite.cell?.join() ?? '', { id: elite.id, objective: elite.objective }]))).toEqual(Object.fromEntries(plain.cells));
    }));
  });

  it('lists elites row by row, the last axis fastest', () => {
    const archive = new GridArchive({ axes });
    archive.add([at('last', 1, 0.9, 9), at('first', 1, -0.9, 1), at('second', 1, -0.9, 9), at('third', 1, -0.3, 1)]);
    expect(archive.elites().map((elite) => elite.id)).toEqual(['first', 'second', 'third', 'last']);
  });

  it('carries its sums along without what rounding leaves behind', () => {
    const archive = new GridArchive({ axes });
    archive.add([at('a', 0.1, -0.9), at('huge', 1e16, 0.9)]);
    archive.add([at('b', 0.2, -0.9)]);
    const plain = new GridArchive({ axes });
    for (let step = 1; step <= 1000; step += 1) plain.add([at(`p${step}`, step / 7, 0)]);
    expect(plain.statistics().qdScore).toBe(1000 / 7);
    expect(archive.statistics().qdScore).toBe(1e16 + 0.2);
  });

  it('counts the quality-diversity score from the offset', () => {
    const archive = new GridArchive({ axes, offset: -2 });
    archive.add([at('a', 1, -0.9), at('b', -1, 0.9)]);
    // (1 + 2) + (-1 + 2) over 20 cells of which 2 are held.
    expect(archive.statistics()).toEqual({ elites: 2, cells: 20, coverage: 0.1, qdScore: 4, best: 1, mean: 0 });
  });

  it.each([
    [[]],
    [[{ descriptor: 'x', low: 1, high: 1, bins: 2 }]],
    [[{ descriptor: 'x', low: 0, high: Number.NaN, bins: 2 }]],
    [[{ descriptor: 'x', low: 0, high: 1, bins: 0 }]],
    [[{ descriptor: 'x', low: 0, high: 1, bins: 2 }, { descriptor: 'x', low: 0, high: 2, bins: 2 }]],
    [[{ descriptor: 'x', low: 0, high: 1, bins: 65536 }, { descriptor: 'y', low: 0, high: 1, bins: 65536 }]],
  ])('refuses axes that make no grid (%#)', (bad) => {
    expect(() => new GridArchive({ axes: bad })).toThrow(expect.objectContaining({ code: 'ARCHIVE_AXES' }));
    expect(optionsOf(plugin.contributions[0]).safeParse({ axes: bad }).success).toBe(false);
  });

  it('cuts a logarithmic axis into equal ratios', () => {
    const archive = new GridArchive({ axes: [{ descriptor: 'x', low: 1e-3, high: 1, bins: 3, scale: 'log' }] });
    archive.add([2e-3, 2e-2, 2e-1, 1e-9, 7].map((x, index) => at(`p${index}`, index, x)));
    expect(archive.elites().map(({ id, cell }) => [id, cell])).toEqual([['p3', [0]], ['p1', [1]], ['p4', [2]]]);
    expect(() => new GridArchive({ axes: [{ descriptor: 'x', low: 0, high: 1, bins: 3, scale: 'log' }] })).toThrow(expect.objectContaining({ code: 'ARCHIVE_AXES' }));
  });

  it('is contributed under its name', () => {
    const contribution = plugin.contributions[0];
    expect(contribution).toMatchObject({ point: 'Archive', name: 'map-elites' });
    expect(optionsOf(contribution).parse({ axes })).toEqual({ axes: axes.map((axis) => ({ ...axis, scale: 'linear' })), offset: 0, learningRate: 1, remap: 50, memory: 1000 });
    expect(optionsOf(contribution).safeParse({ axes, bins: 3 }).success).toBe(false);
  });
});
