import type { DatasetNote } from '@evospice/contracts';
import { datasetError } from './dataset-error.ts';

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
 * @throws EvospiceError `DATASET_NUMBER` where some numbers have a decimal comma and others a decimal point
 */
export function tableForm(content: string, delimiter: string, file: string): TableForm {
  const bare = content.replace(/^\uFEFF/u, '');
  const stated = separatorLine.exec(bare)?.[1];
  const text = stated === undefined ? bare : bare.replace(separatorLine, '');
  const lines = text.split(/\r\n|\n|\r/u);
  const heading = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const other = delimiter === ',' && !heading.includes(',') ? [';', '\t'].find((sign) => heading.includes(sign)) : undefined;
  const used = stated ?? other ?? delimiter;
  const decimalComma = used !== ',' && hasDecimalCommas(lines, used, file);
  const notes = [
    ...(used === delimiter ? [] : [`cells are separated by ${used === '\t' ? 'tabs' : `"${used}"`}`]),
    ...(decimalComma ? ['numbers have a decimal comma'] : []),
  ].map((message) => ({ line: 1, message }));
  return { delimiter: used, decimalComma, text, notes };
}

function hasDecimalCommas(lines: readonly string[], delimiter: string, file: string): boolean {
  let comma: number | undefined;
  let point: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    for (const cell of line.split(delimiter)) {
      const value = cell.trim().replace(/^"(.*)"$/u, '$1');
      if (withComma.test(value)) comma ??= index;
      else if (withPoint.test(value)) point ??= index;
    }
    if (comma !== undefined && point !== undefined) break;
  }
  if (comma !== undefined && point !== undefined) {
    throw datasetError('DATASET_NUMBER', { file, line: Math.max(comma, point) + 1 }, 'some numbers have a decimal comma and others a decimal point', {
      received: [lines[comma], lines[point]], expected: 'one decimal sign in the whole table', remedy: 'export the table again with one decimal sign and without separators of thousands',
    });
  }
  return comma !== undefined;
}
