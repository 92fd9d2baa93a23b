import { dialectNumbers, type NumberDialect } from '../cards/dialect-numbers.ts';
import type { NumberReader } from '../cards/spice-number.ts';

/** Whose rules a library's expressions follow: names of card dialects. */
export type LibraryLanguageName = NumberDialect;

/** Where the simulators compute differently. A value that is not known for certain is NaN, which is refused. */
export interface LibraryLanguage {
  readonly name: LibraryLanguageName;
  /** Marks that begin a comment inside a line. */
  readonly comments: readonly string[];
  /** A number that is alone behind an equal sign of a model or an element. */
  readonly number: NumberReader;
  /** A number in a parameter or an expression; undefined where the simulator's reading would surprise. */
  readonly constant: NumberReader;
  /** Whether parameters, functions, options and subcircuits count whatever the condition around them says; models and elements never do. */
  readonly unconditional: boolean;
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
/** Numbers of a dialect that reads them alike everywhere. */
const numbers = (dialect: NumberDialect): Pick<LibraryLanguage, 'number' | 'constant'> => ({ number: dialectNumbers[dialect], constant: dialectNumbers[dialect] });

/** As ngspice 39 computes `.param`, found by trying: a base loses its sign in `**`, `^` and `pwr`, `mil` is read as milli, and `.if` decides about models and elements alone. */
const ngspice: LibraryLanguage = {
  name: 'ngspice',
  comments: [';', '//', '$'],
  number: dialectNumbers.ngspice,
  constant: (text) => (/mil/i.test(text) ? undefined : dialectNumbers.ngspice(text)),
  unconditional: true,
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
  ...numbers('hspice'),
  unconditional: false,
  power: (base, exponent) => (base < 0 ? base ** Math.trunc(exponent) : base === 0 ? 0 : base ** exponent),
  pwr: (base, exponent) => Math.sign(base) * Math.abs(base) ** exponent,
  pow: (base, exponent) => base ** Math.trunc(exponent),
  log: (value) => Math.sign(value) * Math.log(Math.abs(value)),
  nint: fromZero,
};

/** Powers as everyone has them; where the base is negative `pwr` differs from simulator to simulator. */
const plain = {
  unconditional: false,
  power: (base: number, exponent: number): number => base ** exponent,
  pwr: (base: number, exponent: number): number => (base < 0 ? Number.NaN : base ** exponent),
  pow: (base: number, exponent: number): number => base ** exponent,
  log: (value: number): number => Math.log(value),
  nint: fromZero,
};

/** As the reference guide of Xyce has it: `log` is the decimal logarithm, `^` the exclusive or, `a` is ampere. */
const xyce: LibraryLanguage = {
  ...plain, name: 'xyce', comments: [';'], ...numbers('xyce'), log: (value) => Math.log10(value),
  power: (base, exponent, operator) => (operator === '^' ? Number.NaN : base ** exponent),
};

const eldo: LibraryLanguage = { ...plain, name: 'eldo', comments: ['!'], ...numbers('eldo') };

const spiceopus: LibraryLanguage = { ...plain, name: 'spiceopus', comments: [], ...numbers('spiceopus') };

/** `^` is the exclusive or of bits. */
const spectre: LibraryLanguage = {
  ...plain, name: 'spectre', comments: ['//'], ...numbers('spectre'), power: (base, exponent, operator) => (operator === '^' ? Number.NaN : base ** exponent),
};

export const libraryLanguages: Readonly<Record<LibraryLanguageName, LibraryLanguage>> = { ngspice, hspice, xyce, eldo, spiceopus, spectre };

/** The rules of a dialect; undefined for one of whose libraries nothing is known. */
export function libraryLanguageOf(dialect: string): LibraryLanguage | undefined {
  return Object.hasOwn(libraryLanguages, dialect) ? libraryLanguages[dialect as LibraryLanguageName] : undefined;
}
