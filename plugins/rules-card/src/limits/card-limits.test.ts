import type { ModelFamily } from '@evospice/device';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, genericCard, subjectOf } from '../testing/generic.ts';
import { cardLimits } from './card-limits.ts';
import { keeps, rangeText, type Limit } from './limit.ts';
import { limitTables } from './tables.ts';

const families = Object.keys(limitTables) as ModelFamily[];
const firstName = ({ names }: Limit): string => names.split('|', 1)[0]!;
/** The spelling that our own card has, so that there are not two. */
const nameOn = (family: ModelFamily, { names }: Limit): string => names.split('|').find((name) => genericCard(family).value(name) !== undefined) ?? names.split('|', 1)[0]!;

/** A value just beyond a limit, and one that just keeps to it. */
function around(limit: Limit): { readonly beyond: number; readonly kept: number } {
  const { least, most, open } = limit;
  const end = least ?? most!;
  const away = (end === 0 ? 1e-3 : Math.abs(end) * 1e-3) * (least === undefined ? 1 : -1);
  const shut = least === undefined ? open === 'most' || open === 'both' : open === 'least' || open === 'both';
  return { beyond: shut ? end : end + away, kept: shut ? end - away * 1e-3 : end };
}

describe.each(families)('limits of %s', (family) => {
  const limits = limitTables[family]!;

  it('have nothing against our own cards, n and p', () => {
    expect(findAll(family, {})).toEqual([]);
    const p = ['diode', 'hicum'].includes(family) ? 'n' : 'p';
    expect(cardLimits.check(subjectOf(family, genericCard(family, {}, p), p))).toEqual([]);
  });

  it.each(limits.map((limit) => [`${limit.names} ${rangeText(limit)} (${limit.severity})`, limit] as const))('%s: one card breaks just that, one just passes', (_, limit) => {
    const name = nameOn(family, limit);
    const { beyond, kept } = around(limit);
    const found = cardLimits.check(subjectOf(family, genericCard(family, { [name]: beyond })));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'card-limits', parameter: name, value: beyond });
    expect(found[0]!.source).not.toBe('');
    expect(found[0]!.message).toContain(found[0]!.limit);
    expect(found[0]!.message).not.toContain('\n');
    // Nothing of another rule about another parameter, unless it states a relation with this one, or the field of a thinner oxide.
    const others = findAll(family, { [name]: beyond }).filter(({ rule }) => rule !== 'card-mobility' || !name.startsWith('tox'));
    for (const other of others) expect([other.parameter, other.message].join(' ')).toContain(name);
    expect(keeps(limit, kept)).toBe(true);
    expect(cardLimits.check(subjectOf(family, genericCard(family, { [name]: kept }))).filter(({ limit: text }) => text === rangeText(limit))).toEqual([]);
  });

  it('find any value beyond any limit, and none inside all of them', () => {
    const byName = Map.groupBy(limits, firstName);
    const part = fc.constantFrom(...byName.keys());
    fc.assert(fc.property(part, fc.double({ noNaN: true, noDefaultInfinity: true }), (name, value) => {
      const own = byName.get(name)!;
      const on = nameOn(family, own[0]!);
      const found = cardLimits.check(subjectOf(family, genericCard(family, { [on]: value }))).filter(({ parameter }) => parameter === on);
      expect(found.length).toBe(own.every((limit) => keeps(limit, value)) ? 0 : 1);
    }), { numRuns: 200 });
  });
});

it('judges the value at each size where a card has terms of length and width, not the base alone', () => {
  // 0.5 - 0.1 um / L: below 0 for the short transistor (0.13 um) only.
  const found = cardLimits.check(subjectOf('bsim4', genericCard('bsim4', { eta0: 0.5, leta0: -0.1 })));
  expect(found).toMatchObject([{ parameter: 'eta0', place: 'short', severity: 'violation' }]);
  expect(cardLimits.check(subjectOf('bsim4', genericCard('bsim4', { eta0: -0.05, leta0: 0.2 })))).toMatchObject([]);
});
