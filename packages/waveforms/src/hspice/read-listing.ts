import { waveforms, type AnalysisKind, type MeasureSet, type OuterValue, type Plot, type ProgramMessage, type WaveformRecord, type Waveforms, type WaveformSource } from '../model.ts';
import { parseEngineering } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';
import { readElementBlock } from './listing-elements.ts';
import { readListingTable, type ListingTable } from './listing-table.ts';

const headingPattern = /^\s*\*{4,}\s+(.*?)\s+tnom=\s*(\S+)\s+temp=\s*(\S+)\s+\*{4,}\s*$/;
const analyses: readonly (readonly [string, AnalysisKind])[] = [
  ['operating point', 'op'], ['dc transfer', 'dc'], ['ac analysis', 'ac'], ['transient', 'tran'], ['noise', 'noise'],
];
const quantities: Readonly<Record<string, string>> = {
  volt: 'voltage', voltage: 'voltage', current: 'current', freq: 'frequency', time: 'time', temp: 'temperature',
};

/**
 * Reads HSPICE listings (`.lis`, `.ls`): the tables of `.print` between lines `x` and `y` with engineering suffixes, node
 * voltages and element facts of operating points, results of `.measure`, messages, and how the job ended. Tables that follow one another for
 * the same sweep (a page has four columns) are joined. `*** parameter … ***` lines give outer values, headings the temperature.
 *
 * Every table needs its `y`, and the listing its `***** job concluded`; an aborted job gives its messages and no numbers.
 * Not noticed: whole rows missing from a table, changed digits.
 *
 * @throws WaveformError with the line
 */
export function readHspiceListing(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  const listing = new ListingReader(text);
  return listing.read();
}

interface Section {
  readonly analysis: AnalysisKind;
  readonly name: string;
  readonly temperature: { temperature?: number };
  outer: OuterValue[];
}

/** For tables below a heading that was not understood. */
function unknownSection(): Section {
  return { analysis: 'unknown', name: '', temperature: {}, outer: [] };
}

class ListingReader {
  readonly #text: TextFile;
  readonly #plots: Plot[] = [];
  readonly #records: WaveformRecord[] = [];
  readonly #measures: MeasureSet[] = [];
  readonly #messages: ProgramMessage[] = [];
  readonly #header: Record<string, string> = { program: 'HSPICE' };
  #section: Section | undefined;
  #plotSection: Section | undefined;
  #measured: { section: Section; values: Map<string, number | undefined> } | undefined;
  #nodes: { voltages: boolean; begun: boolean } | undefined;
  #outcome: 'concluded' | 'aborted' | undefined;

  constructor(text: TextFile) {
    this.#text = text;
  }

  read(): Waveforms {
    for (let at = 0; at < this.#text.lines.length;) at = this.#line(at);
    if (this.#outcome === undefined) throw this.#text.truncated('"job concluded" or "job aborted"');
    const aborted = this.#outcome === 'aborted';
    return waveforms(this.#text.file, 'hspice-listing', {
      header: this.#header, messages: this.#messages, outcome: this.#outcome,
      ...(aborted ? {} : { plots: this.#plots, records: this.#records, measures: this.#measures }),
    });
  }

  /** Reads one line, or the block that begins with it; returns the next line's index. */
  #line(at: number): number {
    const line = this.#text.lines[at]!;
    const plain = line.trim();
    const heading = headingPattern.exec(line);
    if (heading !== null) this.#begin(heading[1]!, heading[3]!);
    else if (/\btnom=.*\btemp=|\*{4}.*\b(?:tnom|temp)=|\b(?:tnom|temp)=.*\*{3}/.test(plain)) throw this.#text.error('WAVEFORM_CORRUPTED', 'the heading of an analysis is damaged', at + 1, { received: plain, expected: '****** analysis tnom= value temp= value ******' });
    else if (/\*{5}\s*(hspice )?job (concluded|aborted)/.test(plain)) this.#end(plain.includes('aborted'));
    else if (plain.toLowerCase() === 'x') return this.#table(at);
    else if (plain.toLowerCase() === 'y') throw this.#text.error('WAVEFORM_CORRUPTED', 'the end mark "y" of a table that did not begin', at + 1);
    else if (/^\*{4}\s+\S/.test(plain) && !plain.endsWith('*') && this.#section?.analysis === 'op') return this.#elements(at);
    else if (this.#nodes !== undefined && plain !== '') this.#nodeLine(plain, at);
    else if (plain.startsWith('+') && this.#section?.analysis === 'op') throw this.#text.error('WAVEFORM_CORRUPTED', 'a line of nodes without a heading', at + 1, { expected: 'node = voltage' });
    else this.#other(plain, at);
    return at + 1;
  }

  #begin(name: string, temp: string): void {
    const analysis = analyses.find(([word]) => name.includes(word))?.[1];
    const temperature = parseEngineering(temp);
    this.#nodes = undefined;
    this.#section = analysis === undefined ? undefined : { analysis, name, temperature: temperature === undefined ? {} : { temperature }, outer: [] };
    if (analysis !== undefined) this.#outcome = undefined;
  }

  #end(aborted: boolean): void {
    if (this.#outcome !== 'aborted') this.#outcome = aborted ? 'aborted' : 'concluded';
    this.#section = undefined;
    this.#nodes = undefined;
  }

  #table(at: number): number {
    const table = readListingTable(this.#text, at, 'y');
    const section = this.#section ??= unknownSection();
    const before = this.#plots.at(-1);
    if (before !== undefined && this.#plotSection === section && sameSweep(before, table) && sameOuter(before.outer, section.outer)) {
      this.#plots[this.#plots.length - 1] = joined(before, table);
    } else {
      this.#plots.push({
        name: section.name, analysis: section.analysis, variables: variablesOf(table), independent: [0], outer: section.outer, ...section.temperature,
        points: table.columns[0]!.length, real: table.columns, imaginary: table.columns.map(() => undefined),
      });
    }
    this.#plotSection = section;
    return table.next;
  }

  #elements(at: number): number {
    const { records, next } = readElementBlock(this.#text.lines, at + 1, this.#text.lines[at]!.trim().replace(/^\*+\s*/, ''));
    this.#records.push(...records);
    return next;
  }

  /** Lines of `+node = value …` begin after a blank line and end before one. */
  #nodeLine(plain: string, at: number): void {
    if (!plain.includes('=')) {
      this.#nodes = undefined;
      return this.#other(plain, at);
    }
    const line = plain.slice(1);
    const pairs = [...line.matchAll(/([^\s=]+)\s*=\s*(\S+)/g)];
    if (!plain.startsWith('+') || pairs.length === 0 || line.replaceAll(/([^\s=]+)\s*=\s*(\S+)/g, '').trim() !== '') throw this.#text.error('WAVEFORM_CORRUPTED', 'a line of nodes is damaged', at + 1, { expected: 'node = value' });
    const found = pairs.map((pair) => {
      const value = parseEngineering(pair[2]!);
      if (value === undefined) throw this.#text.notANumber(pair[2]!, at + 1);
      return { name: pair[1]!, value };
    });
    this.#nodes!.begun = true;
    if (this.#nodes!.voltages) this.#addNodes(found);
  }

  #addNodes(found: readonly { name: string; value: number }[]): void {
    const section = this.#section ??= unknownSection();
    const before = this.#plotSection === section && this.#plots.at(-1)?.analysis === 'op' ? this.#plots.pop() : undefined;
    this.#plots.push({
      name: section.name, analysis: 'op', independent: [], outer: section.outer, ...section.temperature, points: 1,
      variables: [...(before?.variables ?? []), ...found.map(({ name }) => ({ name, quantity: 'voltage', complex: false }))],
      real: [...(before?.real ?? []), ...found.map(({ value }) => Float64Array.of(value))],
      imaginary: [...(before?.imaginary ?? []), ...found.map(() => undefined)],
    });
    this.#plotSection = section;
  }

  #other(plain: string, at: number): void {
    if (plain === '') return this.#blank();
    const program = /\*{6} (.*?HSPICE) +-- +(\S+)/.exec(plain);
    const message = /^\*\*(error|warning|info)\*\*\s*(.*)$/i.exec(plain);
    const parameter = /^\*\*\*\s*parameter\s+(\S+)\s*=\s*(\S+)\s*\*\*\*$/.exec(plain);
    if (program !== null) {
      this.#header['version'] = program[2]!;
    } else if (message !== null) {
      this.#messages.push({ severity: message[1]!.toLowerCase() as ProgramMessage['severity'], text: message[2]!, line: at + 1 });
    } else if (parameter !== null) {
      this.#section ??= unknownSection();
      const value = parseEngineering(parameter[2]!);
      if (value === undefined) throw this.#text.notANumber(parameter[2]!, at + 1);
      // values before a table belong together; the first one after it begins anew, and tables below it are never joined to it
      const before = this.#plotSection === this.#section ? [] : this.#section.outer;
      this.#section = { ...this.#section, outer: [...before, { name: parameter[1]!, value }] };
    } else if (this.#section !== undefined && (/^\*{3} .*=.*\*{3}$/.test(plain) || /\bparameter\b.*(=|\*{3})/.test(plain))) {
      throw this.#text.error('WAVEFORM_CORRUPTED', 'a line of outer values is damaged', at + 1, { received: plain, expected: '*** parameter name = value ***' });
    } else if (/^node\s+=/.test(plain)) {
      this.#nodes = { voltages: /=\s*voltage/.test(plain), begun: false };
    } else {
      this.#measure(plain);
    }
  }

  /** The blank line behind lines of nodes ends them; the one before them does not. */
  #blank(): void {
    if (this.#nodes?.begun === true) this.#nodes = undefined;
  }

  /** `name= value`, perhaps with `from=`, `to=`, `targ=`, `trig=` or `at=` behind it. */
  #measure(plain: string): void {
    const section = this.#section;
    const match = /^([^\s=]+)\s*=\s*(\S+)((?:\s+(?:from|to|targ|trig|at|with)\s*=\s*\S+)*)$/.exec(plain);
    if (match === null || section === undefined || section.analysis === 'op' || section.analysis === 'unknown') return;
    const failed = /^failed$/i.test(match[2]!);
    const value = failed ? undefined : parseEngineering(match[2]!);
    if (value === undefined && !failed) return;
    if (this.#measured?.section !== section) {
      this.#measured = { section, values: new Map() };
      this.#measures.push({ outer: section.outer, values: this.#measured.values });
    }
    this.#measured.values.set(match[1]!, value);
  }
}

function variablesOf(table: ListingTable): Plot['variables'] {
  return table.names.map((name, column) => ({ name, quantity: quantities[table.words[column]!.toLowerCase()] ?? table.words[column]!, complex: false }));
}

/** A further page of the same sweep has the same axis. */
function sameSweep(before: Plot, table: ListingTable): boolean {
  const axis = before.real[0];
  const values = table.columns[0]!;
  return axis !== undefined && before.independent.length === 1 && axis.length === values.length && axis.every((value, index) => value === values[index]);
}

function sameOuter(left: readonly OuterValue[], right: readonly OuterValue[]): boolean {
  return left.length === right.length && left.every((value, index) => value.name === right[index]!.name && value.value === right[index]!.value);
}

function joined(before: Plot, table: ListingTable): Plot {
  const real = [...before.real, ...table.columns.slice(1)];
  return { ...before, variables: [...before.variables, ...variablesOf(table).slice(1)], real, imaginary: real.map(() => undefined) };
}
