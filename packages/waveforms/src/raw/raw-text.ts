import { WaveformError, type WaveformErrorCode } from '../errors.ts';
import { NumberForm } from '../text/numbers.ts';
import type { RawValues } from './raw-binary.ts';
import type { RawHeader } from './raw-header.ts';

/** One token of the values section: ends at a blank or a comma. */
class Tokens {
  readonly #bytes: Uint8Array;
  at: number;
  start = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Next token, or undefined at the end of the file; a comma is a token of its own. */
  next(): string | undefined {
    const bytes = this.#bytes;
    while (this.at < bytes.length && blank(bytes[this.at]!)) this.at += 1;
    this.start = this.at;
    if (this.at >= bytes.length) return undefined;
    if (bytes[this.at] === 0x2c) {
      this.at += 1;
      return ',';
    }
    let text = '';
    while (this.at < bytes.length && !blank(bytes[this.at]!) && bytes[this.at] !== 0x2c) {
      text += String.fromCharCode(bytes[this.at]!);
      this.at += 1;
    }
    return text;
  }
}

function blank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Reads ASCII values; every point begins with its index, and the last value is followed by a line end. */
export function readTextValues(bytes: Uint8Array, header: RawHeader, file: string): RawValues {
  const error = (code: WaveformErrorCode, message: string, expected: string): WaveformError =>
    new WaveformError(code, message, { file, offset: source.start, expected });
  const source = new Tokens(bytes, header.valuesAt);
  const form = new NumberForm();
  if (header.points * header.variables.length > bytes.length) {
    throw error('WAVEFORM_TRUNCATED', `${header.points} points of ${header.variables.length} variables do not fit into the file`, 'as many values as stated');
  }
  const need = (expected: string): string => {
    const token = source.next();
    if (token === undefined) throw error('WAVEFORM_TRUNCATED', 'the file ends within the values', expected);
    return token;
  };
  const number = (expected: string): number => {
    const token = need(expected);
    const value = token === '0.0' ? 0 : form.parse(token);
    if (value === undefined) throw error('WAVEFORM_NOT_A_NUMBER', `"${token.slice(0, 40)}" is no number of this file's form`, expected);
    return value;
  };
  const lengths = header.variables.map((variable) => variable.length);
  const real = lengths.map((count) => new Float64Array(count));
  const imaginary = header.variables.map((variable, column) => (variable.complex ? new Float64Array(lengths[column]!) : undefined));
  for (let point = 0; point < header.points; point += 1) {
    const index = need(`point ${point}`);
    if (index !== String(point)) throw error('WAVEFORM_COUNT_MISMATCH', `"${index.slice(0, 40)}" stands where point ${point} begins`, `the index ${point}`);
    for (let column = 0; column < lengths.length; column += 1) {
      if (point >= lengths[column]! && !header.padded) continue;
      const expected = `${header.variables[column]!.name} of point ${point}`;
      const value = number(expected);
      let part = 0;
      if (header.complex) {
        if (need(expected) !== ',') throw error('WAVEFORM_CORRUPTED', 'a complex value lacks its comma', 'real part, comma, imaginary part');
        part = number(expected);
      }
      if (point >= lengths[column]!) continue;
      real[column]![point] = value;
      const parts = imaginary[column];
      if (parts !== undefined) parts[point] = part;
    }
  }
  if (header.points > 0 && !/[\r\n]/.test(String.fromCharCode(bytes[source.at] ?? 0))) {
    throw error('WAVEFORM_TRUNCATED', 'the last value is not followed by a line end', 'a line end');
  }
  return { real, imaginary, end: source.at };
}
