import type { DatasetNote } from '@evospice/contracts';
import { datasetError } from '../cells/dataset-error.ts';

/** How a table of text is written, apart from its contents. */
export interface TableForm {
  /** One character. */
  readonly delimiter: string;
  /** True where decimals follow a comma: `0,6` is 0.6. */
  readonly decimalComma: boolean;
  /** The text without what only says how it is written: byte order mark, `sep=` line (left as an empty line, so that lines keep their numbers). */
  readonly text: string;
  readonly notes: readonly DatasetNote[];
}

const separatorLine = /^sep=(.)[ \t]*(?=\r?\n|$)/u;
const withComma = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/u;
const withPoint = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/u;

/**
 * Finds out how a table is written: with the delimiter of its format, with the one that a first line `sep=;` names, or, where the
 * format's comma separates nothing in the heading, with semicolons, as programs write it in countries with a decimal comma, or with tabs.
 * @throws EvospiceError `DATASET_NUMBER` where the decimal sign is not the same everywhere or cannot be told, `DATASET_SYNTAX` for blanks between cells
 */
export function tableForm(content: string, delimiter: string, file: string): TableForm {
  const bare = content.replace(/^\uFEFF/u, '');
  const stated = separatorLine.exec(bare)?.[1];
  const text = stated === undefined ? bare : bare.replace(separatorLine, '');
  const lines = text.split(/\r\n|\n|\r/u);
  const heading = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const other = delimiter === ',' && !heading.includes(',') ? [';', '\t'].find((sign) => heading.includes(sign)) : undefined;
  const used = stated ?? other ?? delimiter;
  refuseBlanks(lines, heading, used, file);
  const decimalComma = used !== ',' && hasDecimalCommas(lines, used, file);
  const notes = [
    ...(used === delimiter ? [] : [`cells are separated by ${used === '\t' ? 'tabs' : `"${used}"`}`]),
    ...(decimalComma ? ['numbers have a decimal comma'] : []),
  ].map((message) => ({ line: 1, message }));
  return { delimiter: used, decimalComma, text, notes };
}

/** @throws EvospiceError `DATASET_SYNTAX` where blanks or bars separate the cells */
function refuseBlanks(lines: readonly string[], heading: string, used: string, file: string): void {
  if (heading.includes(used)) return;
  const index = lines.findIndex((line, at) => at > lines.indexOf(heading) && /^[\s|]*[+-]?\.?\d/u.test(line));
  const cells = (separator: RegExp): readonly string[] => (lines[index] ?? '').trim().split(separator);
  const separator = [/\|/u, /[ \t]+/u].find((each) => cells(each).length > 1 && cells(each).every((cell) => Number.isFinite(Number(cell))));
  if (separator === undefined) return;
  throw datasetError('DATASET_SYNTAX', { file, line: index + 1 }, `cells are separated by ${separator.test('|') ? 'bars' : 'blanks'}`, {
    received: lines[index]?.slice(0, 80), expected: 'cells separated by commas, semicolons or tabs', remedy: separator.test('|') ? 'replace them, or export the table as CSV' : 'write format: txt in task.yaml, which reads blanks',
  });
}

/** Groups of three digits behind a comma: thousands, or three decimals. */
const perhapsThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/u;

function hasDecimalCommas(lines: readonly string[], delimiter: string, file: string): boolean {
  let comma: number | undefined;
  let point: number | undefined;
  let decimals = false;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    for (const cell of line.split(delimiter)) {
      const value = cell.trim().replace(/^"(.*)"$/u, '$1');
      if (withComma.test(value)) {
        comma ??= index;
        decimals ||= !perhapsThousands.test(value);
      } else if (withPoint.test(value)) point ??= index;
    }
    if (comma !== undefined && point !== undefined) break;
  }
  if (comma !== undefined && point !== undefined) {
    throw datasetError('DATASET_NUMBER', { file, line: Math.max(comma, point) + 1 }, 'some numbers have a decimal comma and others a decimal point', {
      received: [lines[comma], lines[point]], expected: 'one decimal sign in the whole table', remedy: 'export the table again with one decimal sign and without separators of thousands',
    });
  }
  if (comma !== undefined && !decimals) {
    throw datasetError('DATASET_NUMBER', { file, line: comma + 1 }, 'it cannot be told whether commas separate thousands or decimals', {
      received: lines[comma], expected: 'at least one number with other than three digits behind its comma, or decimal points', remedy: 'export the table again with decimal points and without separators of thousands',
    });
  }
  return comma !== undefined;
}
