import { describe, expect, it } from 'vitest';
import { cardPlaces, completeCard, completeGeometry } from './card.ts';
import type { CompactParameter, GeneratedCode } from './model.ts';

const parameters: readonly CompactParameter[] = [
  { name: 'is', default: 1e-14, aliases: ['js'] },
  { name: 'bv', default: 'none' },
  { name: 'cj', default: 0 },
  { name: 'cjsw', default: { sameAs: 'cj' } },
  { name: 'twice', default: (card) => 2 * card['cj']! },
];
const code = { card: ['is', 'bv', 'bvGiven', 'cjsw', 'cj', 'cjGiven', 'twice', 'sign'] } as unknown as GeneratedCode;
const rules = { parameters, code, withoutEffect: ['kf'], fields: { sign: -1 } };

describe('completeCard', () => {
  it('fills in defaults, aliases and flags', () => {
    const { card, unsupported } = completeCard(rules, { js: 2, cj: 3, kf: 1, level: 1 }, { type: 'd' });
    expect([...card]).toEqual([2, 0, 0, 3, 3, 1, 6, -1]);
    expect(unsupported).toEqual([]);
  });

  it('names what the equations do not have', () => {
    expect(completeCard(rules, { strange: 4 }, { type: 'd' }).unsupported).toEqual([{ parameter: 'strange', value: 4, reason: 'the equations do not have this parameter' }]);
  });

  it('follows a value into those that are the same as it while they are absent', () => {
    expect(cardPlaces(rules, {}, 'cj')).toEqual([3, 4]);
    expect(cardPlaces(rules, { cjsw: 1 }, 'cj')).toEqual([4]);
    expect(cardPlaces(rules, {}, 'js')).toEqual([0]);
    expect(cardPlaces(rules, {}, 'strange')).toEqual([]);
  });
});

describe('completeGeometry', () => {
  it('fills in defaults and flags, and names what it does not know', () => {
    const { values, unknown } = completeGeometry([{ name: 'area', default: 1 }, { name: 'w', default: 'none', aliases: ['width'] }], ['w', 'wGiven', 'area', 'areaGiven'], { width: 3, h: 2 });
    expect([...values]).toEqual([3, 1, 1, 0]);
    expect(unknown).toEqual(['h']);
  });
});
