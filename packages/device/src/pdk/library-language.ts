import { parseSpiceNumber } from '../cards/spice-number.ts';

/** Whose rules a library's expressions follow. */
export type LibraryLanguageName = 'ngspice' | 'hspice';

/** Where the simulators compute differently. */
export interface LibraryLanguage {
  readonly name: LibraryLanguageName;
  /** Scale of the letters behind a number; undefined where the simulator's reading would surprise. */
  scale(letters: string): number | undefined;
  /** The operators `**` and `^`. */
  power(base: number, exponent: number): number;
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

/** As ngspice 39 computes `.param`, found by trying: a base loses its sign in `**`, `^` and `pwr`, and `mil` is read as milli. */
const ngspice: LibraryLanguage = {
  name: 'ngspice',
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
  scale: (letters) => (letters.startsWith('x') ? 1e6 : /^a(?!mp)/.test(letters) ? 1e-18 : parseSpiceNumber(`1${letters}`)),
  power: (base, exponent) => (base < 0 ? base ** Math.trunc(exponent) : base === 0 ? 0 : base ** exponent),
  pwr: (base, exponent) => Math.sign(base) * Math.abs(base) ** exponent,
  pow: (base, exponent) => base ** Math.trunc(exponent),
  log: (value) => Math.sign(value) * Math.log(Math.abs(value)),
  nint: (value) => Math.sign(value) * Math.round(Math.abs(value)),
};

export const libraryLanguages: Readonly<Record<LibraryLanguageName, LibraryLanguage>> = { ngspice, hspice };
