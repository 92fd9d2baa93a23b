import { numberReader, parseSpiceNumber } from '../cards/spice-number.ts';

/** Whose rules a library's expressions follow: names of card dialects. */
export type LibraryLanguageName = 'ngspice' | 'hspice' | 'xyce' | 'eldo' | 'spiceopus' | 'spectre';

/** Where the simulators compute differently. A value that is not known for certain is NaN, which is refused. */
export interface LibraryLanguage {
  readonly name: LibraryLanguageName;
  /** Marks that begin a comment inside a line. */
  readonly comments: readonly string[];
  /** Scale of the letters behind a number; undefined where the simulator's reading would surprise. */
  scale(letters: string): number | undefined;
  /** The operators `**` and `^`. */
  power(base: number, exponent: number, operator: string): number;
  /** The function `pwr`. */
  pwr(base: number, exponent: number): number;
  /** The function `pow`. */
  pow(base: number, exponent: number): number;
  log(value: number): number;
  nint(value: number): number;
}

/** Rounds to the nearest integer, halves to the even one, as C's `rint`. */
function toEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

const fromZero = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));
const suffixes = (read: (text: string) => number | undefined) => (letters: string): number | undefined => read(`1${letters}`);

/** As ngspice 39 computes `.param`, found by trying: a base loses its sign in `**`, `^` and `pwr`, and `mil` is read as milli. */
const ngspice: LibraryLanguage = {
  name: 'ngspice',
  comments: [';', '//', '$'],
  scale: (letters) => (letters.startsWith('mil') ? undefined : parseSpiceNumber(`1${letters}`)),
  power: (base, exponent) => Math.abs(base) ** exponent,
  pwr: (base, exponent) => Math.abs(base) ** exponent,
  pow: (base, exponent) => base ** exponent,
  log: (value) => Math.log(value),
  nint: toEven,
};

/** As the manual of HSPICE has it: a negative base takes the integer part of the exponent, `pwr` keeps the sign of its base, `log` that of its argument. */
const hspice: LibraryLanguage = {
  name: 'hspice',
  comments: ['$', ';', '//'],
  scale: (letters) => (letters.startsWith('x') ? 1e6 : /^a(?!mp)/.test(letters) ? 1e-18 : parseSpiceNumber(`1${letters}`)),
  power: (base, exponent) => (base < 0 ? base ** Math.trunc(exponent) : base === 0 ? 0 : base ** exponent),
  pwr: (base, exponent) => Math.sign(base) * Math.abs(base) ** exponent,
  pow: (base, exponent) => base ** Math.trunc(exponent),
  log: (value) => Math.sign(value) * Math.log(Math.abs(value)),
  nint: fromZero,
};

/** Powers as everyone has them; where the base is negative `pwr` differs from simulator to simulator. */
const plain = {
  power: (base: number, exponent: number): number => base ** exponent,
  pwr: (base: number, exponent: number): number => (base < 0 ? Number.NaN : base ** exponent),
  pow: (base: number, exponent: number): number => base ** exponent,
  log: (value: number): number => Math.log(value),
  nint: fromZero,
};

/** As the reference guide of Xyce has it: `log` is the decimal logarithm, `^` the exclusive or, `a` is ampere. */
const xyce: LibraryLanguage = {
  ...plain, name: 'xyce', comments: [';'], scale: suffixes(numberReader({ suffixes: { x: 1e6 }, exponent: 'e' })), log: (value) => Math.log10(value),
  power: (base, exponent, operator) => (operator === '^' ? Number.NaN : base ** exponent),
};

/** What `a` and `x` mean to Eldo is not known here. */
const eldo: LibraryLanguage = { ...plain, name: 'eldo', comments: ['!'], scale: (letters) => (/^(?:a(?!mp)|x)/.test(letters) ? undefined : parseSpiceNumber(`1${letters}`)) };

const spiceopus: LibraryLanguage = { ...plain, name: 'spiceopus', comments: [], scale: suffixes(parseSpiceNumber) };

/** Spectre's suffixes, of which the case counts; nothing may be behind one. */
const spectreScales: Readonly<Record<string, number>> = {
  T: 1e12, G: 1e9, M: 1e6, K: 1e3, k: 1e3, _: 1, '%': 1e-2, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18,
};

/** `^` is the exclusive or of bits. */
const spectre: LibraryLanguage = {
  ...plain, name: 'spectre', comments: ['//'], scale: (letters) => spectreScales[letters], power: (base, exponent, operator) => (operator === '^' ? Number.NaN : base ** exponent),
};

export const libraryLanguages: Readonly<Record<LibraryLanguageName, LibraryLanguage>> = { ngspice, hspice, xyce, eldo, spiceopus, spectre };

/** The rules of a dialect; undefined for one of whose libraries nothing is known. */
export function libraryLanguageOf(dialect: string): LibraryLanguage | undefined {
  return Object.hasOwn(libraryLanguages, dialect) ? libraryLanguages[dialect as LibraryLanguageName] : undefined;
}
