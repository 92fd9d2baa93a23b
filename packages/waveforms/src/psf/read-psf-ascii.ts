import type { RecordValue, Waveforms, WaveformSource } from '../model.ts';
import { builders, type ColumnBuilder } from '../table/column-builder.ts';
import { parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';
import { PsfTokens, type PsfToken } from './psf-ascii-tokens.ts';
import { sweptResult, unsweptResult, type PsfColumns, type PsfValue } from './psf-result.ts';
import { columnsOf, tracesOf, type Properties, type PsfTrace, type PsfTraceEntry, type PsfType } from './psf-types.ts';

/**
 * Reads PSF ASCII, as Spectre writes it with `rawfmt=psfascii`, result files, operating-point files and the `logFile`
 * index alike. Numbers without a sweep become one plot of one point; structs, lists and text become records. Structs in a
 * sweep (noise) give one column for each member, `device:member`. Format: public readers; Cadence has published none.
 *
 * The word `END` must end the file, and every point must hold every trace in order. Not noticed: whole points or whole
 * values of an unswept file missing, and changed digits.
 *
 * @throws WaveformError with the line
 */
export function readPsfAscii(bytes: Uint8Array, source: WaveformSource): Waveforms {
  return new PsfAsciiReader(new TextFile(bytes, source.file)).read();
}

const numberTypes: Readonly<Record<string, readonly string[]>> = {
  FLOAT: ['DOUBLE', 'SINGLE'], INT: ['BYTE', 'SHORT', 'LONG'],
};

class PsfAsciiReader {
  readonly #text: TextFile;
  readonly #tokens: PsfTokens;
  readonly #types = new Map<string, PsfType>();

  constructor(text: TextFile) {
    this.#text = text;
    this.#tokens = new PsfTokens(text);
  }

  read(): Waveforms {
    const tokens = this.#tokens;
    tokens.expect('HEADER');
    const header = this.#pairs();
    if (tokens.accept('TYPE')) while (tokens.peek().kind === 'string') this.#defineType();
    const sweeps = tokens.accept('SWEEP') ? this.#traces() : [];
    const traces = tokens.accept('TRACE') ? this.#traces() : [];
    const parts = { file: this.#text.file, format: 'psf-ascii', header } as const;
    const result = sweeps.length > 0
      ? sweptResult(parts, this.#sweptValues(tracesOf(sweeps), traces))
      : unsweptResult(parts, this.#values());
    tokens.expect('END');
    if (tokens.peek().kind !== 'end') throw this.#corrupted('text follows END', tokens.peek(), 'the end of the file');
    return result;
  }

  /** `"key" value` until something else comes; a key may come twice, the last one holds. */
  #pairs(): Record<string, number | string> {
    const pairs: Record<string, number | string> = {};
    while (this.#tokens.peek().kind === 'string') {
      const key = this.#tokens.take().text;
      const value = this.#tokens.peek();
      pairs[key] = value.kind === 'string' ? this.#tokens.take().text : this.#number();
    }
    return pairs;
  }

  #properties(): Properties {
    if (!this.#tokens.accept('PROP')) return {};
    this.#tokens.expect('(');
    const pairs = this.#pairs();
    this.#tokens.expect(')');
    return pairs;
  }

  #defineType(): void {
    const type = this.#member();
    this.#types.set(type.name, type);
  }

  #member(): PsfType {
    const name = this.#tokens.string('the name of a type').text.trimEnd();
    const type = this.#typeBody(name);
    return { ...type, properties: this.#properties() };
  }

  #typeBody(name: string): PsfType {
    const word = this.#tokens.take();
    const properties = {};
    const sizes = word.kind === 'word' ? numberTypes[word.text] : undefined;
    if (sizes !== undefined) {
      const size = this.#tokens.take();
      if (!sizes.includes(size.text)) throw this.#corrupted(`${word.text} ${size.text} is not a type`, size, sizes.join(' or '));
      return { name, properties, kind: 'number' };
    }
    if (word.text === 'COMPLEX' && word.kind === 'word') {
      this.#tokens.expect('DOUBLE');
      return { name, properties, kind: 'complex' };
    }
    if (word.text === 'STRING' && word.kind === 'word') {
      this.#tokens.expect('*');
      return { name, properties, kind: 'string' };
    }
    if (word.text === 'ARRAY' && word.kind === 'word') {
      this.#tokens.expect('(');
      this.#tokens.take();
      this.#tokens.expect(')');
      return { name, properties, kind: 'array', element: this.#typeBody('') };
    }
    if (word.text === 'STRUCT' && word.kind === 'word') {
      this.#tokens.expect('(');
      const members: PsfType[] = [];
      while (!this.#tokens.accept(')')) members.push(this.#member());
      return { name, properties, kind: 'struct', members };
    }
    throw this.#corrupted(`${word.text.slice(0, 40)} is not a type`, word, 'FLOAT, INT, COMPLEX, STRING, ARRAY or STRUCT');
  }

  #traces(): PsfTraceEntry[] {
    const entries: PsfTraceEntry[] = [];
    while (this.#tokens.peek().kind === 'string') {
      const name = this.#tokens.take().text;
      if (this.#tokens.accept('GROUP')) {
        const size = this.#tokens.take();
        if (!/^\d{1,7}$/.test(size.text)) throw this.#corrupted(`"${size.text}" is not a size of a group`, size, 'a whole number');
        const group = Array.from({ length: Number(size.text) }, () => this.#trace(this.#tokens.string('the name of a trace').text));
        entries.push({ name, group });
      } else {
        entries.push(this.#trace(name));
      }
    }
    return entries;
  }

  #trace(name: string): PsfTrace {
    return { name, type: this.#typeNamed(), properties: this.#properties() };
  }

  #typeNamed(): PsfType {
    const token = this.#tokens.string('the name of a type');
    const type = this.#types.get(token.text.trimEnd());
    if (type === undefined) throw this.#corrupted(`the type "${token.text}" is not defined`, token, 'a type of the TYPE section');
    return type;
  }

  #values(): PsfValue[] {
    const values: PsfValue[] = [];
    if (!this.#tokens.accept('VALUE')) return values;
    while (this.#tokens.peek().kind === 'string') {
      const name = this.#tokens.take().text;
      const type = this.#typeNamed();
      values.push({ name, type, value: this.#value(type), properties: this.#properties() });
    }
    return values;
  }

  #value(type: PsfType): RecordValue {
    if (type.kind === 'number') return this.#number();
    if (type.kind === 'string') return this.#tokens.string('a quoted text').text;
    this.#tokens.expect('(');
    if (type.kind === 'complex') {
      const value = { re: this.#number(), im: this.#number() };
      this.#tokens.expect(')');
      return value;
    }
    if (type.kind === 'array') {
      const list: RecordValue[] = [];
      while (!this.#tokens.accept(')')) list.push(this.#value(type.element));
      return list;
    }
    const members: Record<string, RecordValue> = {};
    for (const member of type.members) {
      members[member.name] = this.#value(member);
      this.#properties();
    }
    this.#tokens.expect(')');
    return members;
  }

  #sweptValues(sweeps: readonly PsfTrace[], traces: readonly PsfTraceEntry[]): PsfColumns {
    this.#tokens.expect('VALUE');
    const all = [...sweeps, ...tracesOf(traces)];
    const variables = all.flatMap((trace) => {
      const columns = columnsOf(trace);
      if (columns === undefined) throw this.#corrupted(`the trace ${trace.name} holds no numbers`, this.#tokens.peek(), 'traces of numbers');
      return columns;
    });
    const real = builders(variables.length);
    const imaginary = builders(variables.length);
    while (this.#tokens.peek().kind === 'string') {
      let column = 0;
      for (const entry of [...sweeps, ...traces]) {
        const token = this.#tokens.string(`the name ${entry.name}`);
        if (token.text !== entry.name) throw this.#corrupted(`"${token.text}" is found where "${entry.name}" is expected`, token, `"${entry.name}"`);
        for (const trace of 'group' in entry ? entry.group : [entry]) column = this.#sweptValue(trace.type, column, real, imaginary);
        this.#properties();
      }
    }
    return {
      variables, real: real.map((builder) => builder.finish()),
      imaginary: imaginary.map((builder, column) => (variables[column]!.complex ? builder.finish() : undefined)),
    };
  }

  #sweptValue(type: PsfType, column: number, real: readonly ColumnBuilder[], imaginary: readonly ColumnBuilder[]): number {
    if (type.kind === 'struct') {
      this.#tokens.expect('(');
      let next = column;
      for (const member of type.members) next = this.#sweptValue(member, next, real, imaginary);
      this.#tokens.expect(')');
      return next;
    }
    if (type.kind === 'complex') {
      this.#tokens.expect('(');
      real[column]!.push(this.#number());
      imaginary[column]!.push(this.#number());
      this.#tokens.expect(')');
    } else {
      real[column]!.push(this.#number());
    }
    return column + 1;
  }

  #number(): number {
    const token = this.#tokens.take();
    const value = token.kind === 'word' ? parseNumber(token.text) : undefined;
    if (value === undefined) throw this.#tokens.error('WAVEFORM_NOT_A_NUMBER', `"${token.text.slice(0, 40)}" is not a number`, token, 'a number');
    return value;
  }

  #corrupted(message: string, at: PsfToken, expected: string): Error {
    if (at.kind === 'end') return this.#text.truncated('END');
    return this.#tokens.error('WAVEFORM_CORRUPTED', message, at, expected);
  }
}
