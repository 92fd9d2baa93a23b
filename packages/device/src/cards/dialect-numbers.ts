import { numberReader, type NumberReader } from './spice-number.ts';

/** Suffixes of Spectre as powers of ten; their case counts. */
const spectreSuffixes: Readonly<Record<string, number>> = { '': 0, T: 12, G: 9, M: 6, K: 3, k: 3, _: 0, '%': -2, c: -2, m: -3, u: -6, n: -9, p: -12, f: -15, a: -18 };
const spectreShape = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+))?([A-Za-z%_]?)$/;

/** Where the case of a suffix counts and nothing may be behind it. */
const spectre: NumberReader = (text) => {
  const [, mantissa, power = '0', suffix = ''] = spectreShape.exec(text) ?? [];
  const shift = spectreSuffixes[suffix];
  if (mantissa === undefined || shift === undefined) return undefined;
  const value = Number(`${mantissa}e${Number(power) + shift}`);
  return Number.isFinite(value) ? value : undefined;
};

/**
 * How each dialect reads a number on a card, on an element's line and in an expression: one meaning everywhere.
 *
 * - `ngspice`: as version 39 reads it, tried: `3a` is 3 and `2x` is 2. Of `2d-3` it makes 2 on a card, -1 in an expression and -3 on a
 *   resistor: not read. Versions from 45 on (the one in WebAssembly) read `a` as 1e-18; they get numbers written out.
 * - `hspice`: `x` is 1e6 and `a` 1e-18; whether `3amp` is an ampere is not known: not read
 * - `xyce`: `x` is 1e6; an `a` is ampere
 * - `eldo`: what `a` and `x` mean is not known here: not read
 * - `spiceopus`: as Spice 3
 * - `spectre`: the case of a suffix counts
 */
export const dialectNumbers = {
  ngspice: numberReader({ exponent: 'e' }),
  hspice: numberReader({ suffixes: { x: 6, a: -18 }, exponent: 'ed', doubtful: /^amp/ }),
  xyce: numberReader({ suffixes: { x: 6 }, exponent: 'e' }),
  eldo: numberReader({ exponent: 'ed', doubtful: /^[ax]/ }),
  spiceopus: numberReader({ exponent: 'ed' }),
  spectre,
} as const satisfies Readonly<Record<string, NumberReader>>;

/** Names of the dialects whose numbers are known here. */
export type NumberDialect = keyof typeof dialectNumbers;
