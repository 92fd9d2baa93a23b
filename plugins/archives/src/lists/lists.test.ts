import type { Archive, ArchiveEntry } from '@evospice/contracts';
import { registryOf, testArchive } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import plugin from '../index.ts';

const make = (name: string, options: object = {}): Archive => registryOf(plugin).create('Archive', { name, options });
testArchive('top-k', () => make('top-k', { size: 3 }));
testArchive('pareto-cases', () => make('pareto-cases'));
const at = (id: string, objective: number, rest: Partial<ArchiveEntry> = {}): ArchiveEntry => ({ id, objective, measures: {}, parents: [], ...rest });
const ids = (archive: Archive): readonly string[] => archive.elites().map(({ id }) => id);

describe('top-k', () => {
  it('keeps the best, and says who had to leave', () => {
    const archive = make('top-k', { size: 2 });
    expect(archive.add([at('a', 1)])).toEqual([{ status: 2, value: 1, cell: null, removed: [] }]);
    archive.add([at('b', 3)]);
    expect(archive.add([at('c', 2)])).toEqual([{ status: 1, value: 1, cell: null, removed: ['a'] }]);
    expect(archive.add([at('d', 2)])).toMatchObject([{ status: 0, removed: [] }]);
    expect(ids(archive)).toEqual(['b', 'c']);
  });
});

describe('pareto-objectives', () => {
  const front = (size = 50): Archive => make('pareto-objectives', { objectives: ['speed'], size });
  const fast = (id: string, objective: number, speed: number): ArchiveEntry => at(id, objective, { objectives: { speed } });

  it('keeps who is not exceeded in everything, and removes who is', () => {
    const archive = front();
    expect(archive.add([fast('a', 1, 1)])).toMatchObject([{ status: 2 }]);
    expect(archive.add([fast('b', 0, 2)])).toMatchObject([{ status: 2, removed: [] }]);
    expect(archive.add([fast('twin', 1, 1), fast('worse', 0.5, 0.5)])).toMatchObject([{ status: 0 }, { status: 0 }]);
    expect(archive.add([fast('c', 2, 1.5)])).toMatchObject([{ status: 1, value: 1, removed: ['a'] }]);
    expect(ids(archive)).toEqual(['b', 'c']);
    expect(archive.shape).toEqual({ kind: 'front', objectives: ['score', 'speed'] });
  });

  it('lets the most crowded go, never the ends', () => {
    const archive = front(3);
    for (const entry of [fast('slow', 10, 0), fast('quick', 0, 10), fast('middle', 5, 5), fast('close', 5.2, 4.9)]) archive.add([entry]);
    expect(ids(archive)).toEqual(['slow', 'quick', 'middle']);
  });

  it('refuses an entry without the objective', () => {
    expect(() => front().add([at('a', 1)])).toThrow(expect.objectContaining({ code: 'ARCHIVE_MEASURE' }));
  });
});

describe('pareto-cases', () => {
  it('lets a specialist live, as long as nobody is better on its case', () => {
    const archive = make('pareto-cases');
    archive.add([at('all', 0.8, { cases: { diode: 0.8, bjt: 0.8 } })]);
    expect(archive.add([at('diodes', 0.5, { cases: { diode: 0.9, bjt: 0.1 } })])).toMatchObject([{ status: 2 }]);
    expect(archive.add([at('none', 0.7, { cases: { diode: 0.7, bjt: 0.7 } })])).toMatchObject([{ status: 0 }]);
    expect(archive.add([at('better', 0.6, { cases: { diode: 0.95, bjt: 0.2 } })])).toMatchObject([{ status: 1, removed: ['diodes'] }]);
    expect(ids(archive)).toEqual(['all', 'better']);
    expect(archive.statistics()).toMatchObject({ cells: 3 });
  });
});
