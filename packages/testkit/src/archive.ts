import type { Archive, ArchiveEntry } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/**
 * Holds an archive of any kind (cells, lists, islands) to its contract.
 *
 * @param name title of the suite
 * @param makeArchive makes an empty archive, the same each time; it may have any axes
 */
export function testArchive(name: string, makeArchive: () => Archive): void {
  describe(`archive ${name}`, () => {
    const { axes } = makeArchive();
    const unit = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    /** An entry somewhere inside the axes or a little outside. Few objectives, so that ties happen. */
    const entries = fc
      .array(fc.record({ objective: fc.integer({ min: -5, max: 5 }), places: fc.tuple(...axes.map(() => unit)) }), { maxLength: 40 })
      .map((list) => list.map((item, index) => entry(`p${index}`, item.objective, item.places)));

    function entry(id: string, objective: number, places: readonly number[]): ArchiveEntry {
      const measures = Object.fromEntries(axes.map((axis, index) => [axis.descriptor, axis.low + (places[index] ?? 0.5) * (axis.high - axis.low)]));
      return { id, objective, measures, parents: [] };
    }
    const middle = (id: string, objective: number): ArchiveEntry => entry(id, objective, axes.map(() => 0.5));

    it('begins empty', () => {
      const archive = makeArchive();
      expect(archive.elites()).toEqual([]);
      expect(archive.size).toBe(0);
      expect(archive.best()).toBeUndefined();
      expect(archive.statistics()).toMatchObject({ elites: 0, coverage: 0, qdScore: 0, best: null, mean: null });
    });

    it('opens a cell, and answers an empty batch with nothing', () => {
      const archive = makeArchive();
      expect(archive.add([])).toEqual([]);
      expect(archive.add([middle('a', 2)])).toEqual([{ status: 2, value: 2, cell: archive.elites()[0]?.cell, removed: [] }]);
      expect(archive.best()).toMatchObject({ id: 'a', objective: 2 });
      expect(archive.elites()).toHaveLength(1);
    });

    it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses the objective %d and adds nothing of its batch', (objective) => {
      const archive = makeArchive();
      expect(() => archive.add([middle('good', 1), middle('bad', objective)])).toThrow(expect.objectContaining({ code: 'ARCHIVE_MEASURE' }));
      expect(archive.elites()).toEqual([]);
    });

    it.skipIf(axes.length === 0)('refuses a missing or non-finite measure and adds nothing of its batch', () => {
      const name_ = axes[0]?.descriptor as string;
      const archive = makeArchive();
      const { [name_]: _left, ...missing } = middle('bad', 1).measures;
      for (const measures of [missing, { ...missing, [name_]: Number.NaN }, { ...missing, [name_]: Number.POSITIVE_INFINITY }]) {
        expect(() => archive.add([middle('good', 1), { ...middle('bad', 1), measures }])).toThrow(expect.objectContaining({ code: 'ARCHIVE_MEASURE' }));
      }
      expect(archive.elites()).toEqual([]);
    });

    it('keeps the best of all that was added, the earlier at a tie', () => {
      fc.assert(fc.property(entries, (list) => {
        const archive = makeArchive();
        for (const item of list) archive.add([item]);
        const top = Math.max(...list.map((item) => item.objective));
        const first = list.find((item) => item.objective === top);
        if (first === undefined) expect(archive.best()).toBeUndefined();
        else expect(archive.best()).toMatchObject({ id: first.id, objective: top });
      }));
    });

    it('names whom an entry would have to exceed, without being changed by the question', () => {
      fc.assert(fc.property(entries, fc.tuple(...axes.map(() => unit)), (list, places) => {
        const after = (): Archive => {
          const archive = makeArchive();
          for (const item of list) archive.add([item]);
          return archive;
        };
        const archive = after();
        const before = archive.elites();
        const rival = archive.rival?.(entry('asked', -9, places));
        expect(archive.elites()).toEqual(before);
        if (rival === undefined) return;
        expect(before.map(({ id }) => id)).toContain(rival.id);
        const add = (objective: number): number | undefined => after().add([entry('asked', objective, places)])[0]?.status;
        expect([add(rival.objective), (add(rival.objective + 0.5) ?? 0) > 0]).toEqual([0, true]);
      }), { numRuns: 20 });
    });

    it('is the same for the same additions, and its parts agree with each other', () => {
      fc.assert(fc.property(entries, (list) => {
        const [one, two] = [makeArchive(), makeArchive()];
        expect(one.add(list)).toEqual(two.add(list));
        expect(one.elites()).toEqual(two.elites());
        const elites = one.elites();
        const statistics = one.statistics();
        expect(statistics.elites).toBe(elites.length);
        expect(one.size).toBe(elites.length);
        expect(statistics.coverage).toBeCloseTo(elites.length / statistics.cells, 12);
        expect(statistics.best).toBe(elites.length === 0 ? null : Math.max(...elites.map((elite) => elite.objective)));
        if (elites.length > 0) expect(statistics.mean).toBeCloseTo(elites.reduce((sum, elite) => sum + elite.objective, 0) / elites.length, 9);
        for (const { cell: _cell, ...elite } of elites) expect(list).toContainEqual(elite);
        expect(new Set(elites.map((elite) => elite.id)).size).toBe(elites.length);
      }));
    });

    it('says of a batch what it did, relative to the archive before it', () => {
      fc.assert(fc.property(entries, entries, (before, batch) => {
        const archive = makeArchive();
        archive.add(before);
        const held = new Set(archive.elites().map((elite) => elite.id));
        const renamed = batch.map((item) => ({ ...item, id: `new-${item.id}` }));
        const results = archive.add(renamed);
        expect(results).toHaveLength(renamed.length);
        const status = new Map(renamed.map((item, index) => [item.id, results[index]?.status]));
        for (const elite of archive.elites()) if (!held.has(elite.id)) expect(status.get(elite.id)).toBeGreaterThan(0);
        for (const [index, result] of results.entries()) {
          // Zero would mean a tie, which is never an improvement.
          if (result.status === 1) expect(result.value).toBeGreaterThan(0);
          if (result.status === 2) expect(result.value).toBe(renamed[index]?.objective);
        }
      }));
    });

    it('says which cell an entry holds and which elites it removed, so that the elites follow from the answers', () => {
      fc.assert(fc.property(fc.array(entries, { maxLength: 4 }), (batches) => {
        const archive = makeArchive();
        const held = new Map<string, unknown>();
        for (const [batch, list] of batches.entries()) {
          const renamed = list.map((item) => ({ ...item, id: `${batch}-${item.id}` }));
          const results = archive.add(renamed);
          const now = new Map(archive.elites().map(({ id, cell }) => [id, cell]));
          for (const id of results.flatMap(({ removed }) => removed)) expect(held.delete(id), `${id} was held before`).toBe(true);
          for (const { id, cell } of results.flatMap(({ moved = [] }) => moved)) held.set(id, cell);
          for (const [index, { status, cell }] of results.entries()) {
            const { id } = renamed[index] as ArchiveEntry;
            expect(cell).toEqual(now.get(id) ?? null);
            if (now.has(id)) expect(status).toBeGreaterThan(0);
            if (now.has(id)) held.set(id, cell);
          }
          expect(Object.fromEntries(held)).toEqual(Object.fromEntries(now));
        }
      }));
    });

    it('keeps parents, further objectives and figures per case of its elites', () => {
      const archive = makeArchive();
      archive.add([{ ...middle('a', 1), parents: ['x', 'y'], objectives: { speed: 3 }, cases: { one: 0.5 } }]);
      expect(archive.elites()[0]).toMatchObject({ id: 'a', parents: ['x', 'y'], objectives: { speed: 3 }, cases: { one: 0.5 } });
    });

    it('takes out what it is told to, and is then as if that had never been held', () => {
      fc.assert(fc.property(entries, fc.nat(), (list, pick) => {
        const archive = makeArchive();
        for (const item of list) archive.add([item]);
        const held = archive.elites();
        const gone = held.filter((_, index) => ((pick >> index % 31) & 1) === 1).map(({ id }) => id);
        archive.remove([...gone, 'nobody']);
        const left = held.filter(({ id }) => !gone.includes(id));
        expect(archive.elites().map(({ id }) => id)).toEqual(left.map(({ id }) => id));
        expect(held.map(({ id }) => id), 'what was handed out stays as it was').toEqual(expect.arrayContaining(gone));
        expect(archive.size).toBe(left.length);
        const top = Math.max(...left.map(({ objective }) => objective));
        expect(archive.best()?.objective).toBe(left.length === 0 ? undefined : top);
        expect(archive.statistics()).toMatchObject({ elites: left.length, best: left.length === 0 ? null : top });
      }));
    });

    it('shows islands, where it has some, that together hold what it holds', () => {
      const archive = makeArchive();
      const before = archive.islands?.length;
      archive.add([middle('a', 1), { ...middle('b', 2), ...(before === undefined ? {} : { island: 1 }) }]);
      if (before === undefined) return;
      const living = new Set((archive.islands ?? []).flatMap((island) => island.elites().map(({ id }) => id)));
      expect([...living].toSorted()).toEqual(archive.elites().map(({ id }) => id).toSorted());
      expect(archive.statistics().islands).toHaveLength((archive.islands ?? []).length);
    });

    it('has cells as its shape says', () => {
      const archive = makeArchive();
      archive.add(Array.from({ length: 8 }, (_, index) => entry(`p${index}`, index, axes.map((_axis, position) => ((index >> position) & 1) * 0.9 + 0.05))));
      const cells = archive.elites().map(({ cell }) => cell);
      const { shape } = archive;
      if (shape.kind === 'list') expect(cells.every((cell) => cell === null)).toBe(true);
      if (shape.kind === 'grid') expect(cells.every((cell) => cell?.every((bin, axis) => Number.isInteger(bin) && bin >= 0 && bin < (axes[axis]?.bins ?? 0)))).toBe(true);
      if (shape.kind === 'centroids') {
        expect(shape.centroids.every((point) => point.length === axes.length)).toBe(true);
        expect(cells.every((cell) => cell?.length === 1 && shape.centroids[cell[0] as number] !== undefined)).toBe(true);
      }
      if (shape.kind === 'front' || shape.kind === 'specialists') expect(cells.every((cell) => cell === null)).toBe(true);
      if (shape.kind === 'islands') expect(cells.every((cell) => (cell?.[0] ?? -1) >= 0 && (cell?.[0] ?? 0) < shape.islands)).toBe(true);
    });

    it('gives entries that cannot be changed from outside', () => {
      const archive = makeArchive();
      const measures: Record<string, number> = { ...middle('a', 1).measures };
      archive.add([{ ...middle('a', 1), measures }]);
      const before = archive.elites();
      archive.add([middle('b', 2)]);
      expect(before.map(({ id }) => id), 'what was handed out stays as it was').toEqual(['a']);
      for (const axis of axes) measures[axis.descriptor] = Number.NaN;
      expect(before[0]?.measures).toEqual(middle('a', 1).measures);
    });
  });
}
