import { waveforms, type OuterValue, type Plot, type Waveforms, type WaveformSource } from '../model.ts';
import { builders } from '../table/column-builder.ts';
import { analysisOfName, quantityOfName } from '../table/quantities.ts';
import { tokens } from '../text/columns.ts';
import { NumberForm, parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

/**
 * Reads the text form of PSpice's probe data (`.csd`), as Xyce writes it with `FORMAT=PROBE`: sections of `#H` (facts),
 * `#N` (names), one `#C` for each point and `#;`, one section for each step. The sweep (`SWEEPVAR`) comes first among the
 * variables. Complex values are written `real/imaginary`.
 *
 * Not noticed: changed digits, missing whole points, a cut exactly between two sections.
 *
 * @throws WaveformError with the line
 */
export function readXyceProbe(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const reader = new ProbeReader(new TextFile(bytes, source.file));
  const { header, plots } = reader.read();
  return waveforms(source.file, 'xyce-probe', { header, plots });
}

class ProbeReader {
  readonly #text: TextFile;
  readonly #form = new NumberForm();
  #at = 0;

  constructor(text: TextFile) {
    this.#text = text;
  }

  read(): { header: Record<string, string>; plots: Plot[] } {
    const plots: Plot[] = [];
    let first: Record<string, string> | undefined;
    while (this.#skipBlankLines()) {
      this.#expect('#H');
      const facts = this.#facts();
      first ??= facts;
      plots.push(this.#section(facts));
    }
    return { header: first ?? {}, plots };
  }

  #skipBlankLines(): boolean {
    while (this.#at < this.#text.lines.length && this.#text.lines[this.#at]!.trim() === '') this.#at += 1;
    return this.#at < this.#text.lines.length;
  }

  #line(): string {
    const line = this.#text.lines[this.#at];
    if (line === undefined) throw this.#text.truncated('"#;"');
    return line.trim();
  }

  #expect(mark: string): void {
    if (this.#line() !== mark) throw this.#text.error('WAVEFORM_CORRUPTED', `"${this.#line().slice(0, 40)}" is found where "${mark}" is expected`, this.#at + 1, { expected: mark });
    this.#at += 1;
  }

  #facts(): Record<string, string> {
    const facts: Record<string, string> = {};
    for (; this.#line() !== '#N'; this.#at += 1) {
      const line = this.#line();
      const title = /^(TITLE|SUBTITLE)='(.*)'$/.exec(line);
      if (title !== null) {
        facts[title[1]!] = title[2]!;
        continue;
      }
      const pairs = [...line.matchAll(/([A-Z][A-Z\d]*)='([^']*)'/g)];
      if (pairs.map((pair) => pair[0]).join('').replaceAll(/\s/g, '') !== line.replaceAll(/\s/g, '')) {
        throw this.#text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a line of a probe header`, this.#at + 1, { expected: "KEY='value'" });
      }
      for (const pair of pairs) facts[pair[1]!] = pair[2]!;
    }
    this.#at += 1;
    return facts;
  }

  #names(facts: Readonly<Record<string, string>>): string[] {
    const names: string[] = [];
    for (; !this.#line().startsWith('#C') && this.#line() !== '#;'; this.#at += 1) {
      const line = this.#line();
      const quoted = [...line.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
      if (quoted.map((name) => `'${name}'`).join('').replaceAll(/\s/g, '') !== line.replaceAll(/\s/g, '')) {
        throw this.#text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" holds no quoted names`, this.#at + 1);
      }
      names.push(...quoted);
    }
    if (String(names.length) !== facts['NODES']) {
      throw this.#text.error('WAVEFORM_COUNT_MISMATCH', `${names.length} names are where NODES says ${facts['NODES']}`, this.#at, { received: names.length, expected: facts['NODES'] ?? 'NODES' });
    }
    return names;
  }

  #section(facts: Readonly<Record<string, string>>): Plot {
    const names = this.#names(facts);
    const complex = facts['COMPLEXVALUES'] === 'YES';
    const axis = builders(1)[0]!;
    const real = builders(names.length);
    const imaginary = builders(names.length);
    while (this.#line() !== '#;') {
      const start = /^#C\s+(\S+)\s+(\d+)$/.exec(this.#line());
      if (start === null) throw this.#text.error('WAVEFORM_CORRUPTED', `"${this.#line().slice(0, 60)}" is where a point begins`, this.#at + 1, { expected: '"#C value count" or "#;"' });
      axis.push(this.#number(start[1]!));
      if (Number(start[2]) !== names.length) throw this.#text.columnCount(Number(start[2]), names.length, this.#at + 1);
      this.#at += 1;
      this.#point(complex, real, imaginary, axis.length);
    }
    this.#at += 1;
    const sweep = facts['SWEEPVAR'] ?? 'sweep';
    const outer = facts['SUBTITLE'] === undefined ? undefined : outerOf(facts['SUBTITLE']);
    if (outer === undefined) throw this.#text.error('WAVEFORM_CORRUPTED', 'the outer values are damaged', this.#at, { received: facts['SUBTITLE'], expected: 'Step param NAME = value' });
    const analysis = analysisOfName(facts['ANALYSIS'] ?? '');
    const quantity = /freq/i.test(sweep) ? 'frequency' : quantityOfName(sweep);
    return {
      name: facts['SUBTITLE']!, analysis,
      variables: [{ name: sweep, quantity, complex: false }, ...names.map((name) => ({ name, quantity: quantityOfName(name), complex }))],
      independent: [0], outer: [...outer, ...this.#nested(facts, axis.finish())], ...temperatureOf(facts['TEMPERATURE']), points: axis.length,
      real: [axis, ...real].map((column) => column.finish()),
      imaginary: [undefined, ...imaginary.map((column) => (complex ? column.finish() : undefined))],
    };
  }

  /** `value:1   value:2 …`, over one or more lines. */
  #point(complex: boolean, real: ReturnType<typeof builders>, imaginary: ReturnType<typeof builders>, point: number): void {
    for (let column = 0; column < real.length; this.#at += 1) {
      if (this.#line().startsWith('#')) throw this.#text.columnCount(column, real.length, this.#at + 1);
      for (const cell of tokens(this.#line())) {
        const match = /^([^:]+):(\d+)$/.exec(cell);
        if (match === null || Number(match[2]) !== column + 1) throw this.#text.error('WAVEFORM_CORRUPTED', `"${cell}" is found where value ${column + 1} of point ${point} is expected`, this.#at + 1, { expected: `value:${column + 1}` });
        const parts = match[1]!.split('/');
        if (parts.length !== (complex ? 2 : 1)) throw this.#text.notANumber(cell, this.#at + 1);
        real[column]?.push(this.#number(parts[0]!));
        if (complex) imaginary[column]?.push(this.#number(parts[1]!));
        column += 1;
      }
      if (column > real.length) throw this.#text.columnCount(column, real.length, this.#at + 1);
    }
  }

  /** Further sources of a nested sweep (`SWEEP2PARM`, `SWEEP2VALUE`, …); they hold for the section if its own sweep never turns back. */
  #nested(facts: Readonly<Record<string, string>>, axis: Float64Array): OuterValue[] {
    const direction = Math.sign((axis.at(-1) ?? 0) - (axis[0] ?? 0));
    if (axis.some((value, point) => point > 0 && Math.sign(value - axis[point - 1]!) === -direction)) return [];
    return Object.entries(facts).filter(([key]) => /^SWEEP\d+PARM$/.test(key)).map(([key, name]) => {
      const value = parseNumber(facts[key.replace('PARM', 'VALUE')] ?? '');
      if (value === undefined) throw this.#text.error('WAVEFORM_CORRUPTED', `the outer source ${name} has no value`, this.#at, { expected: key.replace('PARM', 'VALUE') });
      return { name, value };
    });
  }

  #number(text: string): number {
    const value = this.#form.parse(text);
    if (value === undefined) throw this.#text.notANumber(text, this.#at + 1);
    return value;
  }
}

function temperatureOf(text: string | undefined): { temperature?: number } {
  const temperature = text === undefined ? undefined : parseNumber(text);
  return temperature === undefined ? {} : { temperature };
}

/** `Step param TEMP = -1.0e+01`, several of them with commas or blanks between. */
function outerOf(subtitle: string): OuterValue[] | undefined {
  if (!subtitle.startsWith('Step param') && !subtitle.includes('=')) return [];
  if (!/^Step param(?:[\s,]+[^\s,=]+\s*=\s*[^\s,=]+)+[\s,]*$/.test(subtitle)) return undefined;
  const outer = [...subtitle.slice('Step param'.length).matchAll(/([^\s,=]+)\s*=\s*([^\s,]+)/g)].map((pair) => ({ name: pair[1]!, value: parseNumber(pair[2]!) }));
  return outer.every((pair): pair is OuterValue => pair.value !== undefined) ? outer : undefined;
}
