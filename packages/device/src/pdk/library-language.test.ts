import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import type { LibraryLanguageName } from './library-language.ts';
import { resolveModel } from './resolve-model.ts';

const valuesOf = (language: LibraryLanguageName, text: string): Readonly<Record<string, number | undefined>> => {
  const { card } = resolveModel({ file: 'kit.lib', section: 'tt', name: 'dk', language, readFile: () => `.lib tt\n${text}\n.endl\n` });
  return Object.fromEntries(card.names().map((name) => [name, card.value(name)]));
};

describe('a section follows the rules of its dialect', () => {
  it.each<[LibraryLanguageName, string, number]>([
    ['hspice', '5a', 5e-18], ['ngspice', '5a', 5], ['xyce', '5a', 5], ['hspice', '2x', 2e6], ['xyce', '2x', 2e6], ['ngspice', '2x', 2], ['spiceopus', '2x', 2], ['eldo', '2meg', 2e6],
    ['hspice', '2mil', 2 * 25.4e-6], ['ngspice', '2\u00b5', 2e-6], ['hspice', '2\u03bcA', 2e-6], ['ngspice', '3kOhm', 3e3], ['hspice', "'(-3)**3'", -27], ['ngspice', "'(-3)**3'", 27], ['xyce', '{(-3)**3}', -27],
    ['xyce', '{log(100)}', 2], ['hspice', "'log(100)'", Math.log(100)],
  ])('%s: %s is %d', (language, text, value) => {
    expect(valuesOf(language, `.param p=${text}\n.model dk d bv=p`)['bv']).toBeCloseTo(value, 15 - Math.ceil(Math.log10(Math.abs(value))));
  });

  it('refuses what is not known or not the same everywhere', () => {
    for (const [language, text] of [['eldo', '5a'], ['eldo', '2x'], ['ngspice', '2mil'], ['xyce', '{2^3}'], ['xyce', '{pwr(0-2,3)}']] as const) {
      expect(refusalOf(() => valuesOf(language, `.param p=${text}\n.model dk d bv=p`)), text).toMatchObject({ code: 'PDK_EXPRESSION' });
    }
  });

  it('takes the comments of its dialect', () => {
    expect(valuesOf('eldo', '.param p=3 ! p=4\n.model dk d bv=p')['bv']).toBe(3);
    expect(valuesOf('xyce', '.param p=3 ; p=4\n.model dk d bv=p')['bv']).toBe(3);
  });

  it('says what others read differently', () => {
    const { report } = resolveModel({ file: 'kit.lib', name: 'dk', readFile: () => '.param p=5a\n.model dk d bv=p is=3mA rs=2amp\n' });
    expect(report.notes).toEqual(['5a is read as 5: a is 1e-18 in HSPICE, PSpice, Spectre and new versions of ngspice (45), and nothing in ngspice 39 and Xyce']);
  });
});
