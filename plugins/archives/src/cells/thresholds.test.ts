import type { ArchiveEntry } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { GridArchive } from './grid-archive.ts';

const axes = [{ descriptor: 'x', low: 0, high: 1, bins: 2 }];
const at = (id: string, objective: number, x = 0): ArchiveEntry => ({ id, objective, measures: { x }, parents: [] });

// Expected values by equation 6 of arXiv:2205.10752 and pyribs' rule for batches, worked out by hand.
describe('thresholds that creep', () => {
  it('let in what exceeds the threshold, though the holder is better', () => {
    const archive = new GridArchive({ axes, learningRate: 0.1, thresholdMin: -10 });
    expect(archive.add([at('a', 5)])).toMatchObject([{ status: 2, value: 15, removed: [] }]);
    // The threshold is now 0.9 * -10 + 0.1 * 5 = -8.5.
    expect(archive.add([at('b', -8)])).toMatchObject([{ status: 1, value: 0.5, removed: ['a'] }]);
    expect(archive.elites().map(({ id }) => id)).toEqual(['b']);
    expect(archive.best()?.id, 'the best that was ever held').toBe('a');
    // 0.9 * -8.5 + 0.1 * -8 = -8.45.
    expect(archive.add([at('c', -8.45)])).toMatchObject([{ status: 0, removed: [] }]);
  });

  it('move by the mean of all of a batch that exceeded it, of which the best enters', () => {
    const archive = new GridArchive({ axes, learningRate: 0.5, thresholdMin: 0 });
    expect(archive.add([at('a', 2), at('b', 4), at('c', -1)])).toMatchObject([
      { status: 2, value: 2, cell: null }, { status: 2, value: 4, cell: [0] }, { status: 0, value: -1, cell: null },
    ]);
    // (1 - 0.5)^2 * 0 + (1 - 0.25) * 3 = 2.25.
    expect(archive.add([at('d', 2.25)])).toMatchObject([{ status: 0, value: 0 }]);
    expect(archive.add([at('e', 2.5)])).toMatchObject([{ status: 1, value: 0.25, removed: ['b'] }]);
  });

  it('turn away from an empty cell what is not above the least', () => {
    const archive = new GridArchive({ axes, learningRate: 1, thresholdMin: 0 });
    expect(archive.add([at('a', 0)])).toMatchObject([{ status: 0, value: 0, cell: null }]);
    expect(archive.size).toBe(0);
  });

  it('are forgotten with the elite that is taken out', () => {
    const archive = new GridArchive({ axes, learningRate: 1, thresholdMin: 0 });
    archive.add([at('a', 5)]);
    archive.remove(['a']);
    expect(archive.add([at('b', 1)])).toMatchObject([{ status: 2, value: 1 }]);
  });

  it.each([[{ learningRate: 0.5 }], [{ learningRate: 2, thresholdMin: 0 }], [{ thresholdMin: Number.NaN }]])('refuse %j', (options) => {
    expect(() => new GridArchive({ axes, ...options })).toThrow(expect.objectContaining({ code: 'ARCHIVE_THRESHOLD' }));
  });
});
