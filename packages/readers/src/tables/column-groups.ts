import { datasetError } from '../cells/dataset-error.ts';
import type { Bias, Column, Heading } from './heading.ts';

/** Columns of one curve, where curves are side by side. */
export interface ColumnGroup {
  readonly columns: readonly (Column & { readonly index: number })[];
  /** Indices of the columns that no other group has. */
  readonly own: readonly number[];
  /** Biases that the heading states for the whole group. */
  readonly variables: Readonly<Record<string, Bias>>;
}

type Placed = ColumnGroup['columns'][number];

/**
 * The curves that a heading describes: one, or several side by side, which are told apart by the biases in the heading or by names that
 * come again. Columns without either belong to all of them.
 * @throws EvospiceError `DATASET_COLUMNS` for a column that is there twice otherwise
 */
export function columnGroups({ columns, line }: Heading, file: string): readonly ColumnGroup[] {
  const placed = withoutNumbers(columns).map((column, index): Placed => ({ ...column, index }));
  const biased = [...new Set(placed.map(({ at }) => keyOf(at)).filter((key) => key !== ''))];
  const plain = placed.filter(({ at }) => keyOf(at) === '');
  const times = new Map<string, number>();
  for (const { name } of plain) times.set(name, (times.get(name) ?? 0) + 1);
  const again = [...times].filter(([, count]) => count > 1);
  const twice = (name: string): Error => datasetError('DATASET_COLUMNS', { file, line }, `column ${name} appears twice`, {
    received: columns.map((column) => column.name).join(', '), expected: 'each name once, or curves side by side whose columns all come equally often', remedy: 'correct the heading',
  });
  const count = biased.length > 0 ? biased.length : again[0]?.[1] ?? 1;
  const odd = again.find(([, each]) => each !== count) ?? (biased.length === 0 && again.length === 1 ? again[0] : undefined);
  if (odd !== undefined) throw twice(odd[0]);
  const shared = plain.filter(({ name }) => times.get(name) === 1);
  return Array.from({ length: count }, (_, group): ColumnGroup => {
    const repeated = again.map(([name]) => plain.filter((column) => column.name === name)[group]!);
    const own = [...repeated, ...placed.filter(({ at }) => keyOf(at) !== '' && keyOf(at) === biased[group])];
    const all = [...shared, ...own].toSorted((a, b) => a.index - b.index);
    const double = all.find(({ name }, at) => all.findIndex((other) => other.name === name) !== at);
    if (double !== undefined) throw twice(double.name);
    return { columns: all, own: own.map(({ index }) => index), variables: own.find(({ at }) => keyOf(at) !== '')?.at ?? {} };
  });
}

function keyOf(at: Readonly<Record<string, Bias>>): string {
  return Object.entries(at).map(([name, { value }]) => `${name}=${value}`).toSorted().join(' ');
}

/** `vd.1` beside `vd` is what data frames write where a name comes again. */
function withoutNumbers(columns: readonly Column[]): readonly Column[] {
  const names = new Set(columns.map(({ name }) => name));
  return columns.map((column) => {
    const [, name] = /^(.+)\.\d+$/u.exec(column.name) ?? [];
    return name !== undefined && names.has(name) ? { ...column, name } : column;
  });
}
