import { EvospiceError, type Dataset, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { datasetError } from '../cells/dataset-error.ts';
import { DelimitedReader } from './csv-reader.ts';
import { isNumber, numberWithUnit } from './row.ts';

/** Characters of a file that are looked at to recognise it. */
const beginning = 65_536;
/** Rows of numbers from which a text is a table. */
const fewestRows = 2;

/**
 * Tables whose cells are separated by blanks, as simulators, MATLAB and scripts print them; `%` begins a comment, as `#` does. Names with blanks in
 * them are told apart where two blanks or more separate the names. Everything else is as in tables with tabs: {@link DelimitedReader}.
 */
export class BlankReader implements DatasetReader {
  readonly format = 'txt';
  readonly #tabs = new DelimitedReader('txt', '\t');

  recognise({ file, text }: MeasuredFile): number {
    const lines = text.slice(0, beginning).split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '' && !/^\s*[#%!*]/u.test(line));
    const rows = lines.filter(isRow);
    if (rows.length < Math.max(fewestRows, lines.length / 2) || rows.some((line) => /[,;]/u.test(line) || /\S\t\S/u.test(line))) return 0;
    try {
      const head = text.length > beginning ? text.slice(0, text.lastIndexOf('\n', beginning) + 1) : text;
      return this.read({ file, text: head, bytes: new Uint8Array() }).blocks.length > 0 ? 0.55 : 0;
    } catch (error) {
      if (EvospiceError.is(error)) return 0.3;
      throw error;
    }
  }

  read({ file, text, bytes }: MeasuredFile): Dataset {
    const lines = text.split(/\r\n|\n|\r/u).map((line) => line.replace(/^\s*%/u, '#'));
    const first = lines.find((line) => !line.startsWith('#') && isRow(line));
    if (first === undefined) {
      throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the table has no rows', { received: 0, expected: 'rows of numbers with blanks between them', remedy: 'check `format` in task.yaml and the file it names' });
    }
    const width = cellsOf(first).length;
    return this.#tabs.read({ file, bytes, text: lines.map((line) => withTabs(line, width)).join('\n') });
  }
}

/** The cells of a line, a unit in brackets being part of the name before it. */
function cellsOf(line: string): readonly string[] {
  return line.trim().replaceAll(/\s+(?=[([][^()[\]]*[)\]](?:\s|$))/gu, '').split(/\s+/u);
}

function isRow(line: string): boolean {
  const cells = cellsOf(line);
  return cells.length > 1 && cells.every((cell) => isNumber(cell) || numberWithUnit(cell) !== undefined || /^[+-]?(?:nan|inf)/iu.test(cell)) && cells.some(isNumber);
}

/** The line as one with tabs, where it is a row or a heading of the table; facts and labels stay as they are. */
function withTabs(line: string, width: number): string {
  const comment = line.startsWith('#');
  const bare = line.replace(/^#\s*/u, '').trim();
  if (bare === '') return line;
  const apart = bare.split(/\s{2,}|\t/u);
  const cells = apart.length === width ? apart : cellsOf(bare);
  if (cells.length !== width && !isRow(bare)) return line;
  return `${comment ? '#' : ''}${cells.join('\t')}`;
}
