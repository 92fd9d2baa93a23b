import { counted } from '@evospice/contracts';
import { WaveformError, type WaveformErrorCode } from '../errors.ts';
import { NumberForm } from '../text/numbers.ts';
import type { RawValues } from './raw-binary.ts';
import type { RawHeader } from './raw-header.ts';

/** Tokens of the values section: pieces between blanks; a comma is a token of its own. */
class Tokens {
  readonly #pattern = /[^\s,]+|,/g;
  readonly #text: string;
  start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the last token ends. */
  get at(): number {
    return this.#pattern.lastIndex;
  }

  /** Next token, or undefined at the end of the file. */
  next(): string | undefined {
    const end = this.at;
    const match = this.#pattern.exec(this.#text);
    if (match === null) {
      this.start = this.#text.length;
      this.#pattern.lastIndex = end;
      return undefined;
    }
    this.start = match.index;
    return match[0];
  }
}

/** Reads ASCII values; every point begins with its index, and the last value is followed by a line end. */
export function readTextValues(bytes: Uint8Array, header: RawHeader, file: string): RawValues {
  const text = new TextDecoder('latin1').decode(bytes.subarray(header.valuesAt));
  return new TextValues(text, header, file).read();
}

class TextValues {
  readonly #text: string;
  readonly #header: RawHeader;
  readonly #file: string;
  readonly #tokens: Tokens;
  readonly #form = new NumberForm();
  #point = 0;

  constructor(text: string, header: RawHeader, file: string) {
    this.#text = text;
    this.#header = header;
    this.#file = file;
    this.#tokens = new Tokens(text);
  }

  read(): RawValues {
    const header = this.#header;
    if (header.points * header.variables.length > this.#text.length) {
      throw this.#error('WAVEFORM_TRUNCATED', `${counted(header.points, 'point')} of ${counted(header.variables.length, 'variable')} do not fit into the file`, 'as many values as stated');
    }
    const lengths = header.variables.map((variable) => variable.length);
    const real = lengths.map((count) => new Float64Array(count));
    const imaginary = header.variables.map((variable, column) => (variable.complex ? new Float64Array(lengths[column]!) : undefined));
    for (; this.#point < header.points; this.#point += 1) {
      const index = this.#need();
      if (index !== String(this.#point)) throw this.#error('WAVEFORM_COUNT_MISMATCH', `"${index.slice(0, 40)}" is where point ${this.#point} begins`, `the index ${this.#point}`);
      for (let column = 0; column < lengths.length; column += 1) {
        const stored = this.#point < lengths[column]!;
        if (!stored && !header.padded) continue;
        const value = this.#number();
        const part = header.complex ? this.#imaginary() : 0;
        if (!stored) continue;
        real[column]![this.#point] = value;
        const parts = imaginary[column];
        if (parts !== undefined) parts[this.#point] = part;
      }
    }
    if (header.points > 0 && !/[\r\n]/.test(this.#text[this.#tokens.at] ?? '')) {
      throw this.#error('WAVEFORM_TRUNCATED', 'the last value is not followed by a line end', 'a line end');
    }
    return { real, imaginary, end: header.valuesAt + this.#tokens.at };
  }

  #need(): string {
    const token = this.#tokens.next();
    if (token === undefined) throw this.#error('WAVEFORM_TRUNCATED', 'the file ends within the values', counted(this.#header.points, 'point'));
    return token;
  }

  #number(): number {
    const token = this.#need();
    // the imaginary part of real vectors in complex plots of ngspice
    const value = token === '0.0' ? 0 : this.#form.parse(token);
    if (value === undefined) throw this.#error('WAVEFORM_NOT_A_NUMBER', `"${token.slice(0, 40)}" is not a number of this file's form`, 'a number');
    return value;
  }

  #imaginary(): number {
    if (this.#need() !== ',') throw this.#error('WAVEFORM_CORRUPTED', 'a complex value lacks its comma', 'real part, comma, imaginary part');
    return this.#number();
  }

  #error(code: WaveformErrorCode, message: string, expected: string): WaveformError {
    return new WaveformError(code, message, { file: this.#file, offset: this.#header.valuesAt + this.#tokens.start, expected });
  }
}
