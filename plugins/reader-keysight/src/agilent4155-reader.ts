import { counted, type Dataset, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { datasetError, readGrid, readRows, type Row } from '@evospice/readers';

const delimiters = [',', '\t', ';'] as const;
/** `VAR1 = VCE: 0.0000 V to 5.0000 V in 100.0 mV step`, or with colons and without units. */
const sweep = /^VAR([12])\s*[:=]?\s*(?:([A-Za-z]\w*)\s*[:,=]\s*)?([+-]?[\d.]+(?:e[+-]?\d+)?)\s*([munµ]?[VA])?\s*to\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*([munµ]?[VA])?\s*in\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*([munµ]?[VA])?\s*step/iu;
const prefixes: Readonly<Record<string, number>> = { m: 1e-3, u: 1e-6, µ: 1e-6, n: 1e-9 };

interface Sweep {
  readonly name?: string;
  readonly points: number;
  readonly line: number;
}

/**
 * Spreadsheet files that the analysers 4155 and 4156 save (4155C/4156C Guide, "Saving as a spreadsheet"): lines that state the sweeps, a heading
 * that begins with `NO.`, a line of units, and a line for each point. The rows of all steps of the outer sweep follow each other; the file is whole where
 * their number is that of the sweeps it states.
 */
export class Agilent4155Reader implements DatasetReader {
  readonly format = 'agilent4155';

  recognise({ text }: MeasuredFile): number {
    const head = text.slice(0, 16_384);
    if (!/^\s*"?NO\.?"?\s*[,;\t]/imu.test(head)) return 0;
    return /^\s*"?VAR1\b/imu.test(head) ? 1 : 0.8;
  }

  read({ file, text }: MeasuredFile): Dataset {
    const lines = text.split(/\r\n|\n|\r/u);
    const at = lines.findIndex((line) => /^\s*"?NO\.?"?\s*[,;\t]/iu.test(line));
    const delimiter = delimiters.find((sign) => lines[at]?.includes(sign));
    if (at < 0 || delimiter === undefined) {
      throw datasetError('DATASET_FORMAT', { file, line: 1 }, 'the file has no heading that begins with NO.', { received: lines[0]?.slice(0, 80), expected: 'a heading such as `NO.,VCE,IC`', remedy: 'save the measurement as a spreadsheet, or check `format` in task.yaml' });
    }
    const sweeps = sweepsOf(lines.slice(0, at), file);
    // The lines in front are text with signs of their own, not cells.
    const table = `${'\n'.repeat(at)}${lines.slice(at).join('\n')}`;
    const rows = withoutNumbers(readRows(table, delimiter, file), file);
    const [inner, outer] = [sweeps.get(1), sweeps.get(2)];
    const names = rows[0]?.cells ?? [];
    const stepped = outer?.name !== undefined && names.includes(outer.name) ? [outer.name] : [];
    const grid = readGrid(rows, { file, blockColumns: stepped });
    const wanted = inner === undefined ? undefined : inner.points * (outer?.points ?? 1);
    // A double sweep measures every point twice.
    if (wanted !== undefined && grid.rows !== wanted && grid.rows !== 2 * wanted) {
      throw datasetError(grid.rows < wanted ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line: grid.lastLine }, `the table has ${counted(grid.rows, 'row')}`, {
        received: grid.rows, expected: `${counted(wanted, 'row')}, as VAR1${outer === undefined ? ' says' : ' and VAR2 say'}`, remedy: 'the file is truncated: copy it again from the analyser',
      });
    }
    const { header, headerLines } = factsOf(lines.slice(0, at));
    return {
      file, header, headerLines, blocks: grid.blocks, notes: grid.notes,
      ...(inner?.name !== undefined && names.includes(inner.name) ? { sweep: inner.name } : {}),
    };
  }
}

function sweepsOf(lines: readonly string[], file: string): ReadonlyMap<number, Sweep> {
  const found = new Map<number, Sweep>();
  for (const [index, line] of lines.entries()) {
    const match = sweep.exec(line.trim().replaceAll('"', ''));
    if (match === null) continue;
    const number = (value: string, unit: string | undefined): number => Number(value) * (prefixes[unit?.charAt(0) ?? ''] ?? 1);
    const [start, stop, step] = [number(match[3]!, match[4]), number(match[5]!, match[6]), Math.abs(number(match[7]!, match[8]))];
    const points = start === stop ? 1 : Math.floor(Math.abs(stop - start) / step + 1e-6) + 1;
    if (!Number.isFinite(points)) throw datasetError('DATASET_SWEEP', { file, line: index + 1 }, `VAR${match[1]} has a step of 0`, { received: line, expected: 'a step other than 0', remedy: 'copy the file again from the analyser' });
    found.set(Number(match[1]), { points, line: index + 1, ...(match[2] === undefined ? {} : { name: match[2] }) });
  }
  return found;
}

/** Rows without the first column, which counts them; a gap in it is a missing line. */
function withoutNumbers(rows: readonly Row[], file: string): readonly Row[] {
  let last: number | undefined;
  return rows.map(({ cells, line }) => {
    const number = Number(cells[0]);
    if (/^\d+$/u.test(cells[0] ?? '')) {
      // The count begins again with every step of the outer sweep.
      if (last !== undefined && number !== last + 1 && number !== 1) throw datasetError('DATASET_TRUNCATED', { file, line }, `row ${number} follows row ${last}`, { received: number, expected: last + 1 + ', or 1', remedy: 'lines are missing: copy the file again from the analyser' });
      last = number;
    }
    return { cells: cells.slice(1).map((cell) => cell.replace(/^[([]\s*\)?[)\]]$/u, '')), line };
  });
}

function factsOf(lines: readonly string[]) {
  const [header, headerLines]: [Record<string, string>, Record<string, number>] = [{}, {}];
  for (const [index, line] of lines.entries()) {
    const [, name, value] = /^\s*"?([^:=,"]+?)"?\s*[:=,]\s*(.+?)\s*$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    header[name] = value;
    headerLines[name] = index + 1;
  }
  return { header, headerLines };
}
