import { WaveformError, type WaveformErrorCode } from '../errors.ts';
import type { Variable } from '../model.ts';

/** A variable of a raw file with its own length, which differs from the plot's in unpadded files. */
export interface RawVariable extends Variable {
  readonly length: number;
}

/** Text before the values of one plot. */
export interface RawHeader {
  readonly facts: Readonly<Record<string, string>>;
  readonly name: string;
  readonly complex: boolean;
  readonly padded: boolean;
  readonly points: number;
  readonly variables: readonly RawVariable[];
  readonly binary: boolean;
  /** The first variable is on the line of `Variables:`, as Spectre writes it. */
  readonly spectre: boolean;
  /** Flags that say how values are stored, such as LTspice's `double` and `fastaccess`. */
  readonly flags: readonly string[];
  /** Offset of the first byte of the values. */
  readonly valuesAt: number;
}

const firstKeys = ['title', 'date', 'plotname'];
const newline = 0x0a;

/** Reads the header that begins at `at`, line by line, so that binary values are never taken for text. */
export class RawHeaderReader {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  readonly #wide: boolean;
  readonly #decoder: TextDecoder;
  #at = 0;

  /** @param wide true for a header in UTF-16, as LTspice writes it */
  constructor(bytes: Uint8Array, file: string, wide = false) {
    this.#bytes = bytes;
    this.#file = file;
    this.#wide = wide;
    this.#decoder = new TextDecoder(wide ? 'utf-16le' : 'utf-8');
  }

  read(at: number): RawHeader {
    this.#at = at;
    const facts: Record<string, string> = {};
    let name: string | undefined;
    let flags: string[] | undefined;
    let count: number | undefined;
    let points: number | undefined;
    for (;;) {
      const start = this.#at;
      const line = this.#line();
      const match = /^([A-Za-z][A-Za-z. ]*):(.*)$/.exec(line);
      if (match === null) throw this.#error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a header line`, start, '`Key: value`');
      const key = match[1]!.toLowerCase();
      const value = match[2]!.trim();
      // a header behind values that are shifted by a byte would begin with half a word
      if (start === at && !firstKeys.includes(key)) throw this.#error('WAVEFORM_CORRUPTED', `"${match[1]}:" does not begin a plot`, start, '"Title:" or "Plotname:"');
      if (key === 'plotname') name = value;
      else if (key === 'flags') flags = value.toLowerCase().split(/\s+/);
      else if (key === 'no. variables') count = this.#count(value, start);
      else if (key === 'no. points') points = this.#count(value, start);
      else if (key === 'variables') {
        const missing = name === undefined ? 'Plotname' : flags === undefined ? 'Flags' : count === undefined ? 'No. Variables' : points === undefined ? 'No. Points' : undefined;
        if (missing !== undefined) throw this.#error('WAVEFORM_CORRUPTED', `the line "${missing}:" is missing`, start, `"${missing}:" before "Variables:"`);
        return this.#variables({ facts, name: name!, flags: flags!, count: count!, points: points!, first: value, at: start });
      } else facts[key] = value;
    }
  }

  #variables(header: { facts: Record<string, string>; name: string; flags: string[]; count: number; points: number; first: string; at: number }): RawHeader {
    const unknown = header.flags.find((flag) => !['real', 'complex', 'padded', 'unpadded', 'forward', 'log', 'stepped', 'double', 'fastaccess'].includes(flag));
    if (unknown !== undefined) throw this.#error('WAVEFORM_CORRUPTED', `"${unknown}" is not a flag of a raw file`, header.at, 'real, complex, padded, unpadded');
    const complex = header.flags.includes('complex');
    if (complex === header.flags.includes('real')) throw this.#error('WAVEFORM_CORRUPTED', 'a plot is either real or complex', header.at, 'one of real and complex');
    if (header.count === 0) throw this.#error('WAVEFORM_COUNT_MISMATCH', 'a plot without variables', header.at, 'at least one variable');
    if (header.count > this.#bytes.length) throw this.#error('WAVEFORM_COUNT_MISMATCH', `${header.count} variables do not fit into the file`, header.at, 'as many lines as variables');
    const padded = !header.flags.includes('unpadded');
    const variables: RawVariable[] = [];
    while (variables.length < header.count) {
      const at = this.#at;
      const line = variables.length === 0 && header.first !== '' ? header.first : this.#line();
      variables.push(this.#variable(line, { index: variables.length, complex, points: header.points, at }));
    }
    const at = this.#at;
    const mark = this.#line().trim().toLowerCase();
    if (mark !== 'binary:' && mark !== 'values:') throw this.#error('WAVEFORM_CORRUPTED', `"${mark.slice(0, 40)}" is where the values begin`, at, '"Binary:" or "Values:"');
    return {
      facts: header.facts, name: header.name, complex, padded, points: header.points, variables,
      binary: mark === 'binary:', flags: header.flags, spectre: header.first !== '', valuesAt: this.#at,
    };
  }

  /** `index<tab>name<tab>type …`; names may hold blanks, so tabs separate where there are any. */
  #variable(line: string, context: { index: number; complex: boolean; points: number; at: number }): RawVariable {
    const parts = line.includes('\t') ? line.trim().split(/\t+/) : line.trim().split(/\s+/);
    const [index, name, ...rest] = parts.map((part) => part.trim());
    if (index !== String(context.index) || name === undefined || name === '' || rest.length === 0) {
      throw this.#error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a description of variable ${context.index}`, context.at, 'index, name and type');
    }
    const words = rest.join(' ').split(/\s+/);
    const dims = words.find((word) => word.startsWith('dims='))?.slice('dims='.length);
    const length = dims === undefined ? context.points : dims.split(',').reduce((product, dim) => product * this.#count(dim, context.at), 1);
    const type = words[0]!;
    const unit = units[type];
    const quantity = unit === undefined ? type.toLowerCase() : unit;
    const complex = context.complex && context.index > 0;
    return { name, quantity, complex, length: Math.min(length, context.points), ...(unit === undefined ? {} : { unit: type }) };
  }

  #count(text: string, at: number): number {
    if (!/^\d{1,15}$/.test(text)) throw this.#error('WAVEFORM_NOT_A_NUMBER', `"${text}" is not a count`, at, 'a whole number');
    return Number(text);
  }

  #line(): string {
    const end = this.#bytes.indexOf(newline, this.#at);
    if (end < 0) throw this.#error('WAVEFORM_TRUNCATED', 'the file ends within a header', this.#at, 'the rest of the header');
    const line = this.#decoder.decode(this.#bytes.subarray(this.#at, end)).replace(/\r$/, '');
    this.#at = end + (this.#wide ? 2 : 1);
    return line;
  }

  #error(code: WaveformErrorCode, message: string, offset: number, expected: string): WaveformError {
    return new WaveformError(code, message, { file: this.#file, offset, expected });
  }
}

/** Spectre names units instead of quantities. */
const units: Readonly<Record<string, string>> = { V: 'voltage', A: 'current', Hz: 'frequency', s: 'time', C: 'temperature' };
