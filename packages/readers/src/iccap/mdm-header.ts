import { counted } from '@evospice/contracts';
import { datasetError, type DatasetPlace } from '../cells/dataset-error.ts';
import { parseNumber } from '../cells/numbers.ts';

/** How an IC-CAP input is driven. */
export type MdmSweep =
  | { readonly kind: 'LIN'; readonly order: number; readonly start: number; readonly stop: number; readonly points: number }
  | { readonly kind: 'LIST'; readonly order: number; readonly points: number; readonly list: readonly number[] }
  /** Their values are in the rows and blocks; `points` only where the header says it. */
  | { readonly kind: 'LOG' | 'SEG'; readonly order: number; readonly points?: number }
  | { readonly kind: 'CON'; readonly value: number }
  /** value = ratio * value of `master` + offset */
  | { readonly kind: 'SYNC'; readonly ratio: number; readonly offset: number; readonly master: string };

export interface MdmInput {
  readonly name: string;
  /** `V`, `I`, `F`, `T`, … as written. */
  readonly mode: string;
  readonly sweep: MdmSweep;
  /** Instrument channel, such as SMU2, and its compliance: amperes for a voltage. */
  readonly unit?: string;
  readonly compliance?: number;
  readonly line: number;
}

export interface MdmOutput {
  readonly name: string;
  readonly mode: string;
  /** Every field behind the mode: nodes, channel, type. */
  readonly fields: readonly string[];
}

export interface MdmHeader {
  readonly inputs: readonly MdmInput[];
  readonly outputs: readonly MdmOutput[];
  readonly values: Readonly<Record<string, string>>;
  /** Line of each value. */
  readonly valueLines: Readonly<Record<string, number>>;
  /** Sections of the header that say nothing of the curves, with their lines. */
  readonly skipped: readonly { readonly section: string; readonly line: number }[];
  /** Line of END_HEADER, counted from 1. */
  readonly endLine: number;
}

const kinds = ['LIN', 'LIST', 'LOG', 'SEG', 'CON', 'SYNC'] as const;
/** Kinds that IC-CAP knows, whose measurements are not curves over a bias. */
const otherKinds = ['EXP', 'PULSE', 'PWL', 'SIN', 'TDR', 'SFFM', 'AC', 'HB', 'USERC'];
const sections = ['ICCAP_INPUTS', 'ICCAP_OUTPUTS', 'ICCAP_VALUES'];

/** Unit of a quantity by its IC-CAP mode letter. */
export const unitOfMode: Readonly<Record<string, string>> = { V: 'V', I: 'A', C: 'F', F: 'Hz', T: 's', G: 'S', R: 'Ohm', S: '1', Y: 'S', Z: 'Ohm' };

/**
 * Reads the header of an MDM file. The number of fields of an input depends on its sweep kind, so the kind is looked for
 * among the fields instead of at a fixed place.
 * @param lines the file's lines, without line ends
 */
export function readMdmHeader(lines: readonly string[], file: string): MdmHeader {
  const inputs: MdmInput[] = [];
  const outputs: MdmOutput[] = [];
  const values: Record<string, string> = {};
  const valueLines: Record<string, number> = {};
  const skipped: { section: string; line: number }[] = [];
  let section = '';
  let begun = false;
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]!.trim();
    const place = { file, line: index + 1 };
    if (text === '' || text.startsWith('!')) continue;
    if (text === 'BEGIN_HEADER') begun = true;
    else if (!begun) {
      throw datasetError('DATASET_SYNTAX', place, 'this is not an IC-CAP data file', {
        received: text, expected: 'comment lines that start with "!", then BEGIN_HEADER', remedy: 'check `format` in task.yaml and the file it names',
      });
    } else if (text === 'END_HEADER') return complete({ inputs, outputs, values, valueLines, skipped, endLine: index + 1 }, place);
    else if (/^ICCAP_\w+$/u.test(text)) {
      section = text;
      if (!sections.includes(section)) skipped.push({ section, line: place.line });
    } else if (section === 'ICCAP_INPUTS') inputs.push(readInput(text, place));
    else if (section === 'ICCAP_OUTPUTS') outputs.push(readOutput(text, place));
    else if (section === 'ICCAP_VALUES') {
      const { name, value, last } = readValue(lines, index, place);
      values[name] = value;
      valueLines[name] = place.line;
      index = last;
    } else if (section === '') {
      throw datasetError('DATASET_SYNTAX', place, `unexpected line in the header: ${text}`, {
        received: text, expected: 'ICCAP_INPUTS, ICCAP_OUTPUTS, ICCAP_VALUES or END_HEADER', remedy: 'repair the header',
      });
    }
  }
  throw datasetError('DATASET_TRUNCATED', { file, line: lines.length }, 'the file ends inside its header', {
    expected: 'END_HEADER and at least one data block', remedy: 'copy the file again from where it was measured',
  });
}

function readInput(text: string, place: DatasetPlace): MdmInput {
  const fields = text.split(/\s+/);
  const [name, mode] = fields;
  // Names, nodes and units come first; a node may not be called like a sweep kind, which IC-CAP does not allow either.
  const at = fields.findIndex((field, index) => index >= 2 && ((kinds as readonly string[]).includes(field) || otherKinds.includes(field)));
  if (name === undefined || mode === undefined || at < 0 || otherKinds.includes(fields[at]!)) {
    throw datasetError('DATASET_SWEEP', place, at < 0 ? `input without a known sweep kind: ${text}` : `sweep kind ${fields[at]} of ${name} is valid in IC-CAP and not supported here`, {
      received: text, expected: `one of ${kinds.join(', ')}`, remedy: 'export the measurement with its sweep as LIST, or the table as CSV',
    });
  }
  const sweep = readSweep(fields[at] as (typeof kinds)[number], fields.slice(at + 1), name, place);
  // In front of the kind: nodes, channel, compliance. A frequency or a time has none of them.
  const compliance = at >= 5 ? Number(fields[at - 1]) : Number.NaN;
  return { name, mode, sweep, line: place.line, ...(Number.isFinite(compliance) ? { unit: fields[at - 2]!, compliance } : {}) };
}

function readSweep(kind: (typeof kinds)[number], fields: readonly string[], name: string, place: DatasetPlace): MdmSweep {
  const need = (count: number, layout: string): void => {
    if (fields.length >= count) return;
    throw datasetError('DATASET_SYNTAX', place, `${kind} sweep of ${name} has ${fields.length} fields`, {
      received: fields.join(' '), expected: `${kind} ${layout}`, remedy: 'repair the line or copy the file again',
    });
  };
  const number = (index: number, what: string): number => parseNumber(fields[index]!, `${what} of ${name}`, place);
  const count = (index: number, what: string): number => {
    const value = number(index, what);
    if (Number.isInteger(value) && value >= 1) return value;
    throw datasetError('DATASET_SYNTAX', place, `${what} of ${name} is ${value}`, { received: value, expected: 'an integer of at least 1', remedy: 'repair the line or copy the file again' });
  };
  switch (kind) {
    case 'LIN':
      need(5, 'order start stop points step');
      return { kind, order: count(0, 'order'), start: number(1, 'start'), stop: number(2, 'stop'), points: count(3, 'number of points') };
    case 'LIST': {
      need(2, 'order count value…');
      const points = count(1, 'number of points');
      need(2 + points, `order count value… (${counted(points, 'value')})`);
      return { kind, order: count(0, 'order'), points, list: fields.slice(2, 2 + points).map((_, index) => number(2 + index, `value ${index + 1}`)) };
    }
    case 'LOG': {
      // order start stop D|O points-in-each points
      need(3, 'order start stop …');
      return { kind, order: count(0, 'order'), ...wholeNumber(fields[5]) };
    }
    case 'SEG': {
      // order segments, then start stop points of each
      need(2, 'order segments …');
      const points = fields.slice(2).filter((_, index) => index % 3 === 2).map(Number);
      const complete = fields.length === 2 + 3 * Number(fields[1]);
      return { kind, order: count(0, 'order'), ...(complete ? wholeNumber(String(points.reduce((sum, one) => sum + one, 0))) : {}) };
    }
    case 'CON':
      need(1, 'value');
      return { kind, value: number(0, 'value') };
    case 'SYNC':
      need(3, 'ratio offset master');
      return { kind, ratio: number(0, 'ratio'), offset: number(1, 'offset'), master: fields[2]! };
  }
}

function wholeNumber(text: string | undefined): { readonly points?: number } {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? { points: value } : {};
}

function readOutput(text: string, place: DatasetPlace): MdmOutput {
  const [name, mode, ...fields] = text.split(/\s+/);
  if (name !== undefined && mode !== undefined) return { name, mode, fields };
  throw datasetError('DATASET_SYNTAX', place, `output line has no mode: ${text}`, { received: text, expected: 'name mode nodes unit type', remedy: 'repair the line or copy the file again' });
}

/** Lines that one value may go over. */
const longestValue = 100;

/** A value in quotation marks: blanks before it may be missing, and quotation marks and line ends may be in it. */
function readValue(lines: readonly string[], first: number, place: DatasetPlace): { readonly name: string; readonly value: string; readonly last: number } {
  let text = lines[first]!.trim();
  const begun = /^([^\s"]+)\s*"/u.exec(text);
  for (let last = first; begun !== null && last < Math.min(lines.length, first + longestValue); last += 1) {
    if (last > first) {
      const more = lines[last]!.trim();
      if (more === 'END_HEADER') break;
      text += `\n${more}`;
    }
    const value = text.slice(begun[0].length);
    if (value.endsWith('"')) return { name: begun[1]!, value: value.slice(0, -1).trim(), last };
  }
  throw datasetError('DATASET_SYNTAX', place, `cannot read this header value: ${lines[first]!.trim()}`, {
    received: lines[first]!.trim(), expected: 'KEY "text"', remedy: 'repair the line or copy the file again',
  });
}

function complete(header: MdmHeader, place: DatasetPlace): MdmHeader {
  const inner = header.inputs.filter((input) => orderOf(input) === 1);
  if (inner.length !== 1 || header.outputs.length === 0) {
    throw datasetError('DATASET_SWEEP', place, inner.length === 1 ? 'the header names no outputs' : `the header has ${inner.length} inputs of sweep order 1`, {
      received: inner.map((input) => input.name).join(', '), expected: 'one LIN, LIST, LOG or SEG input of order 1, and at least one output', remedy: 'repair the header',
    });
  }
  for (const input of header.inputs) {
    const { sweep } = input;
    if (sweep.kind === 'SYNC' && !header.inputs.some((other) => other.name === sweep.master && other.sweep.kind !== 'SYNC')) {
      throw datasetError('DATASET_SWEEP', { file: place.file, line: input.line }, `${input.name} follows ${sweep.master}, which is not an input of its own`, {
        received: sweep.master, expected: `one of ${header.inputs.filter((other) => other.sweep.kind !== 'SYNC').map((other) => other.name).join(', ')}`, remedy: 'repair the header',
      });
    }
  }
  return header;
}

/** Sweep order, 1 innermost; undefined for inputs without one. */
export function orderOf(input: MdmInput): number | undefined {
  return 'order' in input.sweep ? input.sweep.order : undefined;
}
