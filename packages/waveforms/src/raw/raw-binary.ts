import { counted } from '@evospice/contracts';
import { WaveformError } from '../errors.ts';
import type { RawHeader } from './raw-header.ts';

/** Values of one plot and where they end. */
export interface RawValues {
  readonly real: Float64Array[];
  readonly imaginary: (Float64Array | undefined)[];
  readonly end: number;
}

const sampled = 4096;

/**
 * Byte order of double values. The raw format does not state it: a value read in the wrong order has a random
 * exponent, so the order in which more values have an everyday size is the right one. Zeros tell nothing.
 * Spectre writes big-endian everywhere; that decides a tie.
 */
function guessLittleEndian(view: DataView, header: RawHeader, length: number): boolean {
  const size = header.complex ? 16 : 8;
  const step = Math.max(8, Math.ceil(length / sampled / 8) * 8);
  let little = 0;
  let big = 0;
  for (let at = 0; at + 8 <= length; at += step) {
    // the imaginary part of the scale is uninitialised memory in some programs
    if (header.complex && at % size === 8 && (at / size | 0) % header.variables.length === 0) continue;
    if (everyday(view.getFloat64(header.valuesAt + at, true))) little += 1;
    if (everyday(view.getFloat64(header.valuesAt + at, false))) big += 1;
  }
  return little === big ? !header.spectre : little > big;
}

function everyday(value: number): boolean {
  const size = Math.abs(value);
  return size > 1e-60 && size < 1e60;
}

/** Reads binary values; the plot's length in bytes follows from its counts and must be in the file. */
export function readBinaryValues(view: DataView, header: RawHeader, source: { readonly file: string; readonly littleEndian?: boolean }): RawValues {
  const size = header.complex ? 16 : 8;
  const stored = header.padded
    ? header.points * header.variables.length
    : header.variables.reduce((sum, variable) => sum + variable.length, 0);
  const length = stored * size;
  const end = header.valuesAt + length;
  if (end > view.byteLength) {
    throw new WaveformError('WAVEFORM_TRUNCATED', `${counted(view.byteLength - header.valuesAt, 'byte of values is', 'bytes of values are')} left of ${length}`, {
      file: source.file, offset: header.valuesAt, expected: `${header.points} points of ${header.variables.length} variables`,
    });
  }
  const little = source.littleEndian ?? guessLittleEndian(view, header, length);
  const lengths = header.variables.map((variable) => variable.length);
  const real = lengths.map((count) => new Float64Array(count));
  const imaginary = header.variables.map((variable, column) => (variable.complex ? new Float64Array(lengths[column]!) : undefined));
  let at = header.valuesAt;
  for (let point = 0; point < header.points; point += 1) {
    for (let column = 0; column < lengths.length; column += 1) {
      if (point >= lengths[column]!) {
        if (header.padded) at += size;
        continue;
      }
      real[column]![point] = view.getFloat64(at, little);
      const part = imaginary[column];
      if (part !== undefined) part[point] = view.getFloat64(at + 8, little);
      at += size;
    }
  }
  return { real, imaginary, end };
}
