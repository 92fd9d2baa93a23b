import { describe, expect, it } from 'vitest';
import { diodeBench } from '../testing/sketch.ts';
import { externalDecks } from './external-decks.ts';

describe('decks', () => {
  it('hold one temperature and one number of points, and each curve once', () => {
    const bench = diodeBench({ temperatures: [27, 100, -40, 85] });
    const decks = externalDecks(bench, bench.curves, 0);
    expect(decks.map(({ temperatureC, curves }) => [temperatureC, curves])).toEqual(bench.curves.map(({ id, temperatureC }) => [temperatureC, [id]]));
    expect(new Set(decks.map(({ id }) => id)).size).toBe(4);
  });

  it('share a source between equal drives and meter each terminal apart', () => {
    const bench = diodeBench();
    const [one] = bench.curves;
    const [deck] = externalDecks(bench, [one!, { ...one!, id: 'again' }], 0);
    expect(deck?.sources.filter(({ profile }) => profile.kind === 'uniform')).toHaveLength(1);
    expect(deck?.signals).toEqual([{ kind: 'voltage', node: 'idx' }, { kind: 'current', source: 'va0_0' }, { kind: 'current', source: 'va1_0' }]);
  });

  it('are cut where they grow too large', () => {
    const bench = diodeBench();
    const curves = Array.from({ length: 130 }, (_, at) => ({ ...bench.curves[0]!, id: `c${at}` }));
    expect(externalDecks(bench, curves, 0).map((deck) => deck.devices.length)).toEqual([64, 64, 2]);
  });
});
