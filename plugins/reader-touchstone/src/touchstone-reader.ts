import type { Dataset, DatasetNote, DatasetReader, MeasuredFile } from '@evospice/contracts';
import { biasesIn, ColumnCollector, datasetError, MarkNotes, networkUnit, parseNumber } from '@evospice/readers';
import { readKeywords, type DataLine, type Keywords } from './keywords.ts';
import { complexOf, readOptionLine, type OptionLine } from './option-line.ts';

/**
 * Touchstone files (version 1.1 and 2.0, IBIS Open Forum 2009): parameters S, Y, Z, H or G of any number of ports over frequency, in
 * magnitude and angle, decibels and angle, or real and imaginary parts.
 *
 * Columns are `freq` (Hz) and `R:S(1,1)`, `I:S(1,1)` …, as IC-CAP calls them; `z0` is the reference impedance. Y, Z, H and G of version 1 files are
 * normalised to it, and given without the normalisation. Noise data is named and not read. Biases in comments, such as `! Vgs = 0.5 V`, are constants of
 * the block. A version 1 file does not say how many frequencies it has, so that one cut between two of them is not noticed.
 */
export class TouchstoneReader implements DatasetReader {
  readonly format = 'touchstone';

  recognise({ file, text }: MeasuredFile): number {
    const head = text.slice(0, 16_384);
    const option = /^\s*#\s*(?:(?:[kmg]?hz|[syzhg]|ma|db|ri|r\s+[\d.e+-]+)(?:\s+|$)){2,}/imu.test(head);
    if (/^\s*\[version\]\s+2/imu.test(head)) return 1;
    return option ? 0.95 : /\.s\d+p$/iu.test(file) && /^\s*[\d.]/mu.test(head) ? 0.6 : 0;
  }

  read({ file, text }: MeasuredFile): Dataset {
    const keywords = readKeywords(text, file);
    const first = keywords.data[0];
    if (first === undefined) {
      throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no network data', { received: 0, expected: 'an option line such as `# GHz S MA R 50`, and rows of values', remedy: 'check `format` in task.yaml and the file it names' });
    }
    const option = readOptionLine(keywords.optionLine?.text ?? '', { file, line: keywords.optionLine?.line ?? first.line });
    if (keywords.optionLine === undefined && (keywords.version === 2 || !/\.s\d+p$/iu.test(file))) {
      throw datasetError('DATASET_FORMAT', { file, line: first.line }, 'the file has no option line', { received: first.text.slice(0, 80), expected: 'a line such as `# GHz S MA R 50` in front of the values', remedy: 'check `format` in task.yaml and the file it names' });
    }
    const ports = portsOf(keywords, file);
    const { rows, noise } = rowsOf(keywords, ports, file);
    const impedances = keywords.references.length > 0 ? keywords.references : Array.from({ length: ports }, () => option.resistance);
    const columns = ['freq', ...places(ports).flatMap(([row, column]) => [`R:${option.kind}(${row},${column})`, `I:${option.kind}(${row},${column})`])];
    const collector = new ColumnCollector(columns, new MarkNotes());
    for (const { values, line } of rows) collector.add([values[0]! * option.hertz, ...matrixOf(values.slice(1), option, keywords, ports)], line);
    checkFrequencies(rows, keywords, file);
    const { variables, units, header, headerLines } = factsOf(keywords);
    const lines = [...keywords.noise, ...noise];
    const notes: DatasetNote[] = lines.length === 0 ? [] : [{ line: lines[0]!.line, message: `noise data in lines ${lines[0]!.line} to ${lines.at(-1)!.line} is not read` }];
    return {
      file,
      sweep: 'freq',
      header,
      headerLines,
      blocks: [{
        line: keywords.optionLine?.line ?? first.line,
        variables: { ...variables, ...(new Set(impedances).size === 1 ? { z0: impedances[0]! } : Object.fromEntries(impedances.map((value, index) => [`z0(${index + 1})`, value]))) },
        columns,
        units: { ...units, freq: 'Hz', z0: 'Ohm', ...Object.fromEntries(places(ports).flatMap(([row, column]) => ['R', 'I'].map((part) => [`${part}:${option.kind}(${row},${column})`, networkUnit(option.kind, row, column)]))) },
        values: collector.values(),
        rowLines: collector.lines(),
      }],
      notes,
    };
  }
}

function portsOf({ ports, references }: Keywords, file: string): number {
  const named = /\.s(\d+)p$/iu.exec(file)?.[1];
  const count = ports ?? (named === undefined ? 2 : Number(named));
  if (references.length === 0 || references.length === count) return count;
  throw datasetError('DATASET_SYNTAX', { file, line: 1 }, `[Reference] has ${references.length} impedances`, { received: references.length, expected: `${count}, one per port`, remedy: 'correct [Reference] or [Number of Ports]' });
}

interface Values {
  readonly values: readonly number[];
  readonly line: number;
}

/** Frequencies with their values. Rows of one and two ports are whole lines; larger matrices go over several. */
function rowsOf({ data, matrix }: Keywords, ports: number, file: string): { readonly rows: readonly Values[]; readonly noise: readonly DataLine[] } {
  const pairs = matrix === 'full' ? ports ** 2 : (ports * (ports + 1)) / 2;
  const width = 1 + 2 * pairs;
  const rows: Values[] = [];
  let open: { values: number[]; line: number } | undefined;
  for (const [index, { text, line }] of data.entries()) {
    const place = { file, line };
    const values = text.split(/\s+/u).map((cell, at) => parseNumber(cell, open === undefined && at === 0 ? 'the frequency' : `value ${at}`, place));
    const before = rows.at(-1)?.values[0];
    // Noise of version 1: five columns, and frequencies that begin again.
    if (ports === 2 && open === undefined && values.length === 5 && before !== undefined && values[0]! <= before) return { rows, noise: data.slice(index) };
    open = open === undefined ? { values, line } : { values: [...open.values, ...values], line: open.line };
    const whole = open.values.length === width;
    if (open.values.length > width || (ports < 3 && !whole)) {
      throw datasetError('DATASET_COLUMNS', place, `the row has ${open.values.length} values`, {
        received: text, expected: `${width}: the frequency and ${pairs} pairs for ${ports} ports`, remedy: 'see whether the file was cut short, and whether its ending names its number of ports',
      });
    }
    if (!whole) continue;
    if (before !== undefined && open.values[0]! <= before) {
      throw datasetError('DATASET_SWEEP', { file, line: open.line }, `frequency ${open.values[0]} is behind ${before}`, { received: open.values[0], expected: 'rising frequencies', remedy: 'see whether lines are missing, or whether two measurements are in the file' });
    }
    rows.push(open);
    open = undefined;
  }
  if (open === undefined) return { rows, noise: [] };
  throw datasetError('DATASET_TRUNCATED', { file, line: data.at(-1)!.line }, 'the file ends inside the values of a frequency', { received: open.values.length, expected: `${width} values`, remedy: 'the file is truncated: copy it again from where it was measured' });
}

function checkFrequencies(rows: readonly Values[], { version, frequencies, ended }: Keywords, file: string): void {
  const line = rows.at(-1)?.line ?? 1;
  if (frequencies !== undefined && frequencies !== rows.length) {
    throw datasetError(rows.length < frequencies ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line }, `the file has ${rows.length} frequencies`, { received: rows.length, expected: `${frequencies}, as [Number of Frequencies] says`, remedy: 'the file is truncated or was edited: copy it again from where it was measured' });
  }
  if (version === 2 && !ended) {
    throw datasetError('DATASET_TRUNCATED', { file, line }, 'the file does not end with [End]', { expected: '[End] as the last line', remedy: 'the file is truncated: copy it again from where it was measured' });
  }
}

/** Rows and columns of a matrix in order, counted from 1. */
function places(ports: number): readonly (readonly [number, number])[] {
  return Array.from({ length: ports ** 2 }, (_, index) => [Math.floor(index / ports) + 1, (index % ports) + 1] as const);
}

/** Real and imaginary parts of the whole matrix, row by row, without normalisation. */
function matrixOf(values: readonly number[], { notation, kind, resistance }: OptionLine, { version, order, matrix }: Keywords, ports: number): number[] {
  const written = places(ports).filter(([row, column]) => matrix === 'full' || (matrix === 'lower' ? column <= row : column >= row));
  // A two-port of version 1 is written column by column: S11 S21 S12 S22.
  const turned = ports === 2 && matrix === 'full' && order !== '12_21';
  const found = new Map(written.map(([row, column], index) => [
    turned ? `${column},${row}` : `${row},${column}`, complexOf(notation, values[2 * index]!, values[2 * index + 1]!),
  ]));
  return places(ports).flatMap(([row, column]) => {
    const pair = found.get(`${row},${column}`) ?? found.get(`${column},${row}`)!;
    const factor = version === 2 ? 1 : normalisation(kind, row, column, resistance);
    return pair.map((value) => value * factor + 0);
  });
}

function normalisation(kind: OptionLine['kind'], row: number, column: number, resistance: number): number {
  const diagonal = row === column ? row : 0;
  if (kind === 'Z' || (kind === 'H' && diagonal === 1) || (kind === 'G' && diagonal === 2)) return resistance;
  return kind === 'Y' || (kind === 'H' && diagonal === 2) || (kind === 'G' && diagonal === 1) ? 1 / resistance : 1;
}

function factsOf({ comments, data }: Keywords) {
  const [variables, units, header, headerLines]: [Record<string, number>, Record<string, string>, Record<string, string>, Record<string, number>] = [{}, {}, {}, {}];
  for (const { text, line } of comments) {
    if (line > data[0]!.line) continue;
    for (const [name, { value, unit }] of Object.entries(biasesIn(text).at)) {
      if (unit === undefined) continue;
      variables[name] = value;
      units[name] = unit;
    }
    const [, name, value] = /^([\w .-]+?)\s*[:=]\s*(.+)$/u.exec(text) ?? [];
    if (name === undefined || value === undefined) continue;
    header[name] = value;
    headerLines[name] = line;
  }
  return { variables, units, header, headerLines };
}
