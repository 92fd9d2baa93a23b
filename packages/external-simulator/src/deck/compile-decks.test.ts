import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diodeBench } from '../testing/sketch.ts';
import { compileDecks } from './compile-decks.ts';
import { profileOf } from '@evospice/testbench';

describe('decks', () => {
  it('hold one temperature and one number of points, and each curve once', () => {
    const bench = diodeBench({ temperatures: [27, 100, -40, 85] });
    const decks = compileDecks(bench, bench.curves, 's0');
    expect(decks.map(({ temperatureC, curves }) => [temperatureC, curves])).toEqual(bench.curves.map(({ id, temperatureC }) => [temperatureC, [id]]));
    expect(new Set(decks.map(({ id }) => id)).size).toBe(4);
  });

  it('share a source between equal drives and meter each terminal apart', () => {
    const bench = diodeBench();
    const [one] = bench.curves;
    const [deck] = compileDecks(bench, [one!, { ...one!, id: 'again' }], 's0');
    expect(deck?.sources.filter(({ profile }) => profile.kind === 'uniform')).toHaveLength(1);
    expect(deck?.signals).toEqual([{ kind: 'voltage', node: 'idx' }, { kind: 'current', source: 'va0_0' }, { kind: 'current', source: 'va1_0' }]);
  });

  it('are cut where they grow too large', () => {
    const bench = diodeBench();
    const curves = Array.from({ length: 130 }, (_, at) => ({ ...bench.curves[0]!, id: `c${at}` }));
    expect(compileDecks(bench, curves, 's0').map((deck) => deck.devices.length)).toEqual([64, 64, 2]);
  });
});

describe('profiles', () => {
  it('give the values back', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }), { minLength: 1, maxLength: 30 }), (values) => {
      const profile = profileOf(values);
      const most = Math.max(...values.map(Math.abs));
      values.forEach((value, point) => {
        const back = profile.kind === 'table' ? (profile.values[point] as number) : profile.kind === 'constant' ? profile.value : profile.start + profile.step * point;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-12 * most);
      });
    }));
  });

  it('know a straight line by its rounded decimals', () => {
    expect(profileOf([0, 0.1, 0.2, 0.30000000000000004, 0.4]).kind).toBe('uniform');
    expect(profileOf([0, 0.1, 0.2, 0.3001, 0.4]).kind).toBe('table');
    expect(profileOf([-0]).kind === 'constant' && Object.is(profileOf([-0]), -0)).toBe(false);
  });
});
