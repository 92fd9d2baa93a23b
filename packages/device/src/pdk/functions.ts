import type { LibraryLanguage } from './library-language.ts';

interface LibraryFunction {
  readonly least: number;
  readonly most: number;
  readonly compute: (values: readonly number[], language: LibraryLanguage) => number;
  /** True for a random variable, of which the nominal value is taken. */
  readonly statistical?: boolean;
}

const one = (compute: (value: number) => number): LibraryFunction => ({ least: 1, most: 1, compute: ([value]) => compute(value!) });
const two = (compute: (a: number, b: number, language: LibraryLanguage) => number): LibraryFunction => ({ least: 2, most: 2, compute: ([a, b], language) => compute(a!, b!, language) });
/** Its first argument is the nominal value. */
const nominal = (least: number, most: number): LibraryFunction => ({ least, most, compute: ([value]) => value!, statistical: true });
const choice: LibraryFunction = { least: 3, most: 3, compute: ([condition, yes, no]) => (condition !== 0 ? yes! : no!) };

/** Functions of library expressions. Conditions are 1 or 0; angles are in radians. */
export const libraryFunctions: ReadonlyMap<string, LibraryFunction> = new Map(
  Object.entries<LibraryFunction>({
    abs: one(Math.abs), sqrt: one(Math.sqrt), exp: one(Math.exp), ln: one(Math.log), log10: one(Math.log10), sqr: one((value) => value * value),
    log: { least: 1, most: 1, compute: ([value], language) => language.log(value!) },
    db: one((value) => 20 * Math.log10(Math.abs(value))),
    int: one(Math.trunc), trunc: one(Math.trunc), floor: one(Math.floor), ceil: one(Math.ceil), nint: { least: 1, most: 1, compute: ([value], language) => language.nint(value!) }, sgn: one(Math.sign),
    sign: two((a, b) => Math.abs(a) * (b < 0 ? -1 : 1)),
    sin: one(Math.sin), cos: one(Math.cos), tan: one(Math.tan), asin: one(Math.asin), acos: one(Math.acos), atan: one(Math.atan), arctan: one(Math.atan), atan2: two(Math.atan2),
    sinh: one(Math.sinh), cosh: one(Math.cosh), tanh: one(Math.tanh), asinh: one(Math.asinh), acosh: one(Math.acosh), atanh: one(Math.atanh),
    min: { least: 2, most: 99, compute: (values) => Math.min(...values) }, max: { least: 2, most: 99, compute: (values) => Math.max(...values) },
    pow: two((a, b, language) => language.pow(a, b)), pwr: two((a, b, language) => language.pwr(a, b)),
    if: choice, ternary_fcn: choice,
    gauss: nominal(2, 4), agauss: nominal(2, 4), unif: nominal(2, 3), aunif: nominal(2, 3), limit: nominal(2, 2),
  }),
);
