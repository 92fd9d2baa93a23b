import type { DatasetBlock } from '@evospice/contracts';
import { datasetError, inBaseUnit, readUnit } from '@evospice/readers';

/** A column as stored. */
export interface StoredColumn {
  /** With its unit, perhaps: `vg (V)`. */
  readonly name: string;
  readonly values: ArrayLike<unknown>;
  /** As an attribute states it. */
  readonly unit?: string;
}

/**
 * A block of columns. Numbers are taken as they are; what is missing (null, NaN) is NaN, as a mark in a table of text is. The unit behind a name or
 * stated beside it is resolved.
 * @throws EvospiceError `DATASET_COLUMNS`, `DATASET_NUMBER`, `DATASET_EMPTY`, `DATASET_UNIT`
 */
export function blockOf(stored: readonly StoredColumn[], variables: Readonly<Record<string, number>>, { file, place }: { readonly file: string; readonly place: string }): DatasetBlock {
  const columns = stored.map(({ name: written, values, unit: stated }) => {
    const [, bare, bracketed] = /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]$/u.exec(written) ?? [];
    const text = stated ?? bracketed;
    const unit = text === undefined ? undefined : readUnit(text);
    // Brackets in a name may be no unit, as in `R:S(1,1)`; an attribute called unit is one.
    if (unit === undefined && stated !== undefined) {
      throw datasetError('DATASET_UNIT', { file, line: 1 }, `column ${written} of ${place} has the unknown unit "${stated}"`, { received: stated, expected: 'a unit such as V, A, F, Hz, with an SI prefix', remedy: 'correct the attribute, or take it away and state the unit in the task' });
    }
    const name = unit !== undefined && bracketed === text && bare !== undefined && bare !== '' ? bare : written;
    return { name, unit: unit?.base, values: Float64Array.from({ length: values.length }, (_, row) => inBaseUnit(numberOf(values[row], name, row), unit ?? { factor: 1 })) };
  });
  const rows = columns[0]?.values.length ?? 0;
  const uneven = columns.find(({ values }) => values.length !== rows);
  const twice = columns.find(({ name }, index) => columns.findIndex((other) => other.name === name) !== index);
  if (uneven !== undefined || twice !== undefined) {
    throw datasetError('DATASET_COLUMNS', { file, line: 1 }, uneven === undefined ? `${place} has the column ${twice!.name} twice` : `columns of ${place} are of unequal length`, {
      received: columns.map(({ name, values }) => `${name}: ${values.length}`).join(', '), expected: 'columns of one length, each name once', remedy: 'write the table again',
    });
  }
  if (rows === 0) throw datasetError('DATASET_EMPTY', { file, line: 1 }, `${place} has no rows`, { received: 0, expected: 'at least one row', remedy: 'measure the sweep again, or write the table again' });
  return {
    line: 1,
    variables,
    columns: columns.map(({ name }) => name),
    units: Object.fromEntries(columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]))),
    values: Object.fromEntries(columns.map(({ name, values }) => [name, values])),
    rowLines: Int32Array.from({ length: rows }, (_, row) => row + 1),
  };

  function numberOf(value: unknown, name: string, row: number): number {
    if (typeof value === 'number' && !Number.isNaN(value) && Number.isFinite(value)) return value;
    if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) return Number.NaN;
    throw datasetError('DATASET_NUMBER', { file, line: row + 1 }, `column ${name} of ${place} is ${String(value)} in row ${row + 1}, which is not a finite number`, {
      received: String(value), expected: 'a finite number', remedy: 'leave the row out, or write NaN where nothing was measured',
    });
  }
}
