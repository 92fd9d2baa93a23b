import { datasetError, type Row } from '@evospice/readers';

/** What begins a line that is not of the table. */
const otherTag = /^(?:Setup ?[Tt]itle|PrimitiveTest|Classic test name|TestParameter|MetaData|AnalysisSetup|Dimension[12]|Data ?Name)$/u;

/**
 * The rows of an EasyEXPERT export with those tables that are stored by column turned: below a line of tags (`Dimension1`, `Dimension2`, `DataName`,
 * `DataUnit`, then `DataValue` again and again) each line holds one quantity. Every other row stays as it is.
 * @throws EvospiceError `DATASET_TRUNCATED` for a line that ends before the others
 */
export function byRow(rows: readonly Row[], file: string): readonly Row[] {
  const at = rows.findIndex(isTagLine);
  if (at < 0) return rows;
  const tags = rows[at]!;
  const table = rows.slice(at + 1);
  const next = table.findIndex(({ cells }) => otherTag.test(cells[0] ?? ''));
  const lines = next < 0 ? table : table.slice(0, next);
  const width = tags.cells.length - (tags.cells.at(-1) === '' ? 1 : 0);
  const cut = lines.find(({ cells }) => cells.length < width && lines.some((other) => other.cells.length > cells.length && dimensionOf(other, tags) === dimensionOf({ cells, line: 0 }, tags)));
  if (cut !== undefined) {
    throw datasetError('DATASET_TRUNCATED', { file, line: cut.line }, `the line has ${cut.cells.length} cells`, {
      received: cut.cells.length, expected: `${width}, as the line of tags has`, remedy: 'the file is truncated: copy it again from where it was measured',
    });
  }
  const line = lines[0]?.line ?? tags.line;
  const turned = tags.cells.slice(0, width).map((tag, column): Row => ({ cells: [tag, ...lines.map(({ cells }) => cells[column] ?? '')], line }));
  return [...rows.slice(0, at), ...turned, ...(next < 0 ? [] : byRow(table.slice(next), file))];
}

function isTagLine({ cells }: Row): boolean {
  const plain = cells.map((cell) => cell.replaceAll(' ', ''));
  return plain.includes('DataName') && plain.includes('DataValue') && plain.every((cell) => cell === '' || /^(?:Dimension[12]|Data(?:Name|Unit|Value))$/u.test(cell));
}

function dimensionOf({ cells }: Row, tags: Row): string {
  return cells[tags.cells.indexOf('Dimension1')] ?? '';
}
