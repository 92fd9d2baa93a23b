import type { CardDialect } from '@evospice/contracts';
import { dialectNumbers, libraryLanguageOf, resolveModel } from '@evospice/device';
import { describe, expect, it } from 'vitest';

/** In this order below. */
const dialects: readonly (keyof typeof dialectNumbers)[] = ['ngspice', 'hspice', 'spectre', 'xyce', 'eldo', 'spiceopus'];
/** Not read: its meaning is not known for certain, or the dialect has no such number. */
const none = undefined;
type Row = readonly [text: string, ...values: readonly (number | undefined)[]];
const alike = (text: string, value: number): Row => [text, ...dialects.map(() => value)];
/** Numbers that all read alike but for Spectre, which has no letters behind a suffix and counts their case. */
const butSpectre = (text: string, value: number, spectre: number | undefined = none): Row => [text, ...dialects.map((name) => (name === 'spectre' ? spectre : value))];

/** What the manuals say, and for ngspice what version 39 does. Values are exact. */
const table: readonly Row[] = [
  alike('-1.25', -1.25), alike('2e-9', 2e-9), alike('100u', 1e-4), alike('0.7u', 7e-7), alike('2f', 2e-15), alike('2p', 2e-12), alike('2n', 2e-9), alike('2m', 2e-3), alike('2k', 2e3), alike('2G', 2e9), alike('2T', 2e12),
  alike('1e-3k', 1), alike('1.5e3m', 1.5), butSpectre('2M', 2e-3, 2e6), butSpectre('2g', 2e9), butSpectre('2meg', 2e6), butSpectre('2MEGOhm', 2e6), butSpectre('2U', 2e-6),
  butSpectre('2\u00b5', 2e-6), butSpectre('2\u03bc', 2e-6), butSpectre('10uF', 1e-5), butSpectre('5mOhm', 5e-3), butSpectre('3V', 3), butSpectre('5kk', 5e3), butSpectre('2mil', 50.8e-6),
  //        ngspice  hspice  spectre  xyce  eldo   spiceopus
  ['3a',    3,       3e-18,  3e-18,   3,    none,  3],
  ['3amp',  3,       none,   none,    3,    none,  3],
  ['2x',    2,       2e6,    none,    2e6,  none,  2],
  ['2d-3',  none,    2e-3,   none,    none, 2e-3,  2e-3],
  ['5%',    5,       5,      0.05,    5,    5,     5],
];

/** Places of a number, with a file that has it there and where it is found again. */
const places = {
  'a line of a library': { spice: '.lib tt\n.model t d is=@\n.endl', spectre: 'section tt\nmodel t diode is=@\nendsection tt', name: 't' },
  'a parameter of a library': { spice: '.lib tt\n.param p=@\n.model t d is=p\n.endl', spectre: 'section tt\nparameters p=@\nmodel t diode is=p\nendsection tt', name: 't' },
  'the head of a subcircuit': {
    spice: '.lib tt\n.subckt w a c q=@\nd1 a c t area=q\n.model t d is=1\n.ends w\n.endl', spectre: 'section tt\ninline subckt w (a c)\nparameters q=@\nd1 (a c) t area=q\nmodel t diode is=1\nends w\nendsection tt', name: 'w',
  },
  'the line of an element': { spice: '.lib tt\n.subckt w a c\nd1 a c t area=@\n.model t d is=1\n.ends w\n.endl', spectre: 'section tt\ninline subckt w (a c)\nd1 (a c) t area=@\nmodel t diode is=1\nends w\nendsection tt', name: 'w' },
} as const;

/** A number has one meaning in a dialect: on a flat card, in a library and around a device; of a dialect of whose libraries nothing is known, nothing is asked. */
export function testCardNumbers(makeDialect: () => CardDialect): void {
  const language = libraryLanguageOf(makeDialect().name)?.name;
  if (language === undefined) return;
  const column = dialects.indexOf(language) + 1;
  const isSpectre = language === 'spectre';

  describe('numbers', () => {
    it.each(table.map((row) => [row[0], row[column] as number | undefined] as const))('%s is %d', (text, value) => {
      expect(makeDialect().parse(`${isSpectre ? 'model t diode' : '.model t d'} is=${text}\n`, { file: 'flat' }).value('is')).toBe(value);
      for (const [place, { spice, spectre, name }] of Object.entries(places)) {
        const read = (): number | undefined => {
          const { card, instance } = resolveModel({ file: 'kit.lib', section: 'tt', name, language, readFile: () => `${isSpectre ? `library l\n${spectre}\nendlibrary l` : spice}\n`.replace('@', text) });
          return name === 't' ? card.value('is') : instance['area'];
        };
        // In a parameter, ngspice 39 takes mil for milli; and % is an operator.
        if (value === undefined || text === '5%' || (language === 'ngspice' && text === '2mil' && !place.includes('line'))) {
          const outcome = refusalOf(read);
          if (outcome !== value) expect(outcome, place).toMatch(/^(?:PDK_EXPRESSION|PDK_SYNTAX)$/);
        } else expect(read(), place).toBe(value);
      }
    });
  });
}

function refusalOf(read: () => number | undefined): unknown {
  try {
    return read();
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
}
