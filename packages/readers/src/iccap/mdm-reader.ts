import { counted, type Dataset, type DatasetBlock, type DatasetNote, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { datasetError } from '../cells/dataset-error.ts';
import { networkUnit } from '../cells/network-unit.ts';
import { isStatusLetter } from '../cells/marks.ts';
import { ColumnCollector, MarkNotes, parseNumber } from '../cells/numbers.ts';
import { orderOf, readMdmHeader, unitOfMode, type MdmHeader, type MdmInput } from './mdm-header.ts';

/**
 * IC-CAP data manager files (`.mdm`): a header with inputs (LIN, LIST, LOG, SEG, CON, SYNC), outputs and values, then one
 * BEGIN_DB…END_DB block for each combination of the outer sweeps. Other sections of the header are left out with a note. Values are in SI units, as IC-CAP writes them.
 *
 * Complex outputs and matrices of network parameters have two columns per element, `R:S(2,1)` and `I:S(2,1)`. A file may hold several measurements, each
 * with a header of its own; the constant `measurement` counts them.
 *
 * A CON input that a block does not repeat is taken from the header; a SYNC input that is not a column is computed from its
 * master. A block with fewer rows than the header's inner sweep, or fewer blocks than its outer sweeps multiply to, is
 * reported as a truncated file.
 */
export class MdmReader implements DatasetReader {
  readonly format = 'mdm';

  recognise({ text }: MeasuredFile): number {
    return text.slice(0, 4096).split(/\r\n|\n|\r/u).find((line) => line.trim() !== '' && !line.startsWith('!'))?.trim() === 'BEGIN_HEADER' ? 1 : 0;
  }

  read({ text, file }: MeasuredFile): Dataset {
    const parts = measurements(text.split(/\r\n|\n|\r/));
    const [first, ...more] = parts.map((lines) => readMeasurement(lines, file));
    if (first === undefined || more.length === 0) return first!;
    const { sweep, ...rest } = first;
    const all = [first, ...more];
    return {
      ...rest,
      ...(sweep !== undefined && more.every((other) => other.sweep === sweep) ? { sweep } : {}),
      // Blocks of several measurements are told apart by their number.
      blocks: all.flatMap(({ blocks }, index) => blocks.map((block) => ({ ...block, variables: { ...block.variables, measurement: index + 1 } }))),
      notes: all.flatMap(({ notes = [] }) => notes),
    };
  }
}

/** The lines of each measurement, the others empty, so that lines keep their numbers: a file may hold several, each with a header of its own. */
function measurements(lines: readonly string[]): readonly (readonly string[])[] {
  const starts = lines.flatMap((line, index) => (line.trim() === 'BEGIN_HEADER' ? [index] : []));
  if (starts.length < 2) return [lines];
  return starts.map((start, index) => lines.slice(0, starts[index + 1] ?? lines.length).map((line, at) => (index > 0 && at < start ? '' : line)));
}

function readMeasurement(lines: readonly string[], file: string): Dataset {
  const header = readMdmHeader(lines, file);
  const inner = header.inputs.find((input) => orderOf(input) === 1)!;
  const marks = new MarkNotes();
  const blocks = readBlocks(lines, header, inner, { file, marks });
  const against = blocks.flatMap((block) => contradictions(header, inner, block)).slice(0, 2);
  const outer = header.inputs.filter((input) => (orderOf(input) ?? 1) > 1);
  const expected = outer.reduce((product, input) => product * (points(input) ?? Number.NaN), 1);
  if (blocks.length !== expected && !Number.isNaN(expected)) {
    const short = blocks.length < expected;
    throw datasetError(short ? 'DATASET_TRUNCATED' : 'DATASET_SWEEP', { file, line: lines.length }, `the file has ${blocks.length} data blocks`, {
      received: blocks.length,
      expected: `${expected}: ${outer.length === 0 ? 'there is no outer sweep' : outer.map((input) => `${points(input)} of ${input.name}`).join(' times ')}`,
      remedy: short ? 'the file is truncated: copy it again from where it was measured' : 'check that only one measurement is in the file',
    });
  }
  return { file, sweep: inner.name, header: header.values, headerLines: header.valueLines, limits: limitsOf(header), blocks, notes: [...header.skipped.map(skippedNote), ...against, ...marks.notes()] };
}

/** Undefined where the header does not say it. */
function points(input: MdmInput): number | undefined {
  return 'order' in input.sweep ? input.sweep.points : 1;
}

function skippedNote({ section, line }: MdmHeader['skipped'][number]) {
  return { line, message: `section ${section} of the header is not read` };
}

/** Compliance of the channel that an output was measured with: a current's where the channel forces a voltage, and the other way round. */
function limitsOf({ inputs, outputs }: MdmHeader): Record<string, number> {
  return Object.fromEntries(outputs.flatMap(({ name, mode, fields }) => {
    const sources = inputs.filter(({ unit, mode: forced }) => unit !== undefined && fields.includes(unit) && forced === { I: 'V', V: 'I' }[mode]);
    const [limit, other] = new Set(sources.map(({ compliance = 0 }) => Math.abs(compliance)));
    // Channels of one name with several limits do not say which is the output's.
    return limit === undefined || limit === 0 || other !== undefined ? [] : [[name, limit]];
  }));
}

interface Source {
  readonly file: string;
  readonly marks: MarkNotes;
}

function readBlocks(lines: readonly string[], header: MdmHeader, inner: MdmInput, source: Source): DatasetBlock[] {
  const { file } = source;
  const blocks: DatasetBlock[] = [];
  let index = header.endLine;
  while (index < lines.length) {
    const text = lines[index]!.trim();
    if (text === '' || text.startsWith('!')) {
      index++;
    } else if (text === 'BEGIN_DB') {
      const end = endOfBlock(lines, index, file);
      blocks.push(readBlock(lines, index, end, header, inner, source));
      index = end + 1;
    } else {
      throw datasetError('DATASET_SYNTAX', { file, line: index + 1 }, `unexpected line between data blocks: ${text}`, {
        received: text, expected: 'BEGIN_DB', remedy: 'repair the file or copy it again',
      });
    }
  }
  return blocks;
}

/** Cells of a row; a status letter and its value, which a blank may separate, are one. */
function cellsOf(text: string, columns: number): readonly string[] {
  const cells = text.split(/\s+/);
  if (cells.length <= columns) return cells;
  return cells.flatMap((cell, at) => (at > 0 && isStatusLetter(cells[at - 1]!) ? [] : isStatusLetter(cell) && at + 1 < cells.length ? [`${cell} ${cells[at + 1]!}`] : [cell]));
}

/** Where a block says something else than the header: what the block says counts. */
function contradictions({ inputs }: MdmHeader, inner: MdmInput, { values, variables, rowLines, line }: DatasetBlock): readonly DatasetNote[] {
  const swept = values[inner.name] ?? new Float64Array();
  const at = strayPoint(inner, swept);
  return [
    ...(at < 0 ? [] : [{ line: rowLines[at]!, message: `${inner.name} is ${swept[at]} here, and something else in the header's sweep: the rows count` }]),
    ...inputs.flatMap(({ name, sweep }) => (sweep.kind !== 'CON' || variables[name] === undefined || Math.abs(variables[name] - sweep.value) <= 1e-6 + 0.01 * Math.abs(sweep.value)
      ? [] : [{ line, message: `${name} is ${variables[name]} in this block, and ${sweep.value} in the header: the block counts` }])),
  ];
}

/** First value of the inner sweep that is not what the header says; LOG and SEG sweeps say it in their rows alone. */
function strayPoint({ sweep }: MdmInput, values: Float64Array): number {
  const stated = sweep.kind === 'LIST' ? sweep.list : sweep.kind === 'LIN' ? Array.from(values, (_, point) => sweep.start + ((sweep.stop - sweep.start) * point) / Math.max(1, sweep.points - 1)) : [];
  const tolerance = 0.02 * Math.max(...stated.map(Math.abs), 0);
  return stated.findIndex((value, point) => Math.abs(value - values[point]!) > tolerance + 1e-9);
}

function endOfBlock(lines: readonly string[], begin: number, file: string): number {
  for (let index = begin + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (!line.includes('_DB')) continue;
    const text = line.trim();
    if (text === 'END_DB') return index;
    if (text === 'BEGIN_DB') break;
  }
  throw datasetError('DATASET_TRUNCATED', { file, line: begin + 1 }, 'the data block that starts here has no END_DB', {
    expected: 'END_DB after the last row', remedy: 'the file is truncated: copy it again from where it was measured',
  });
}

function readBlock(lines: readonly string[], begin: number, end: number, header: MdmHeader, inner: MdmInput, { file, marks }: Source): DatasetBlock {
  const variables: Record<string, number> = {};
  let columns: string[] | undefined;
  let headingLine = begin + 1;
  let collector: ColumnCollector | undefined;
  for (let index = begin + 1; index < end; index++) {
    const text = lines[index]!.trim();
    const place = { file, line: index + 1 };
    if (text === '' || text.startsWith('!')) continue;
    if (text.startsWith('ICCAP_VAR')) {
      const [, name, value] = text.split(/\s+/);
      if (name === undefined || value === undefined) {
        throw datasetError('DATASET_SYNTAX', place, `cannot read this block variable: ${text}`, { received: text, expected: 'ICCAP_VAR name value', remedy: 'repair the line or copy the file again' });
      }
      variables[name] = parseNumber(value, `block variable ${name}`, place);
    } else if (text.startsWith('#')) {
      columns = text.slice(1).trim().split(/\s+/);
      headingLine = place.line;
      checkColumns(columns, inner, file, headingLine);
      collector = new ColumnCollector(columns, marks);
    } else if (collector === undefined) {
      throw datasetError('DATASET_SYNTAX', place, 'a row is before the column heading', { received: text, expected: 'a line that starts with "#" and names the columns', remedy: 'repair the block' });
    } else {
      collector.addText(cellsOf(text, columns?.length ?? 0), place);
    }
  }
  if (columns === undefined || collector === undefined || collector.rows === 0) {
    throw datasetError('DATASET_EMPTY', { file, line: begin + 1 }, 'the data block that starts here has no rows', {
      received: 0, expected: `${points(inner) ?? 'one or more'} rows: the points of ${inner.name}`, remedy: 'measure the sweep again, or copy the file again',
    });
  }
  const wanted = points(inner);
  if (wanted !== undefined && collector.rows !== wanted) {
    throw datasetError('DATASET_TRUNCATED', { file, line: end + 1 }, `the data block that ends here has ${counted(collector.rows, 'row')}`, {
      received: collector.rows, expected: `${counted(wanted, 'row')}: the points of ${inner.name}, as the header says`, remedy: 'the file is truncated or was edited: copy it again from where it was measured',
    });
  }
  const values = collector.values();
  completeInputs(header, columns, variables, values, { file, line: begin + 1 });
  const units = Object.fromEntries([...columns, ...Object.keys(variables)].flatMap((name) => {
    const mode = modeOf(header, name) ?? '';
    const [, row, column] = mode === 'H' ? /\((\d+),(\d+)\)$/u.exec(name) ?? [] : [];
    const unit = row === undefined ? unitOfMode[mode] : networkUnit('H', Number(row), Number(column));
    return unit === undefined ? [] : [[name, unit]];
  }));
  return { line: headingLine, variables, columns, units, values, rowLines: collector.lines() };
}

/**
 * Mode of the input or output that a column belongs to. Complex outputs have two columns per element, `R:S(2,1)` and `I:S(2,1)`, whose names may be
 * in other letters than in the header.
 */
function modeOf({ inputs, outputs }: MdmHeader, column: string): string | undefined {
  const all = [...inputs, ...outputs];
  const part = /^[RI]:([^()]+)(?:\(\d+,\d+\))?$/u.exec(column)?.[1]?.toLowerCase();
  return (all.find(({ name }) => name === column) ?? all.find(({ name }) => name.toLowerCase() === part))?.mode;
}

function checkColumns(columns: readonly string[], inner: MdmInput, file: string, line: number): void {
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (columns[0] === inner.name && repeated === undefined) return;
  throw datasetError('DATASET_COLUMNS', { file, line }, repeated === undefined ? `the first column is ${columns[0]}` : `column ${repeated} is given twice`, {
    received: columns.join(' '), expected: `${inner.name}, the inner sweep, first, and each column once`, remedy: 'repair the heading or copy the file again',
  });
}

/** Adds what a block leaves to its header: constants as variables, synchronised inputs as columns or variables. */
function completeInputs(header: MdmHeader, columns: string[], variables: Record<string, number>, values: Record<string, Float64Array>, place: { file: string; line: number }): void {
  const known = (name: string): boolean => columns.includes(name) || name in variables;
  for (const { name, sweep } of header.inputs) {
    if (known(name) || sweep.kind === 'SYNC') continue;
    if (sweep.kind === 'CON') variables[name] = sweep.value;
    else {
      throw datasetError('DATASET_SYNTAX', place, `the block does not say at which ${name} it was measured`, {
        received: Object.keys(variables).join(', '), expected: `ICCAP_VAR ${name} value`, remedy: 'repair the block or copy the file again',
      });
    }
  }
  for (const { name, sweep } of header.inputs) {
    if (known(name) || sweep.kind !== 'SYNC') continue;
    const follow = (value: number): number => sweep.ratio * value + sweep.offset;
    const master = values[sweep.master];
    if (master === undefined) variables[name] = follow(variables[sweep.master]!);
    else {
      columns.push(name);
      values[name] = master.map(follow);
    }
  }
}
