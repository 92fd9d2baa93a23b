import type { Dataset, DatasetBlock } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { readUnit } from '@evospice/readers';
import type { TaskDocument, TaskPath } from './task-document.ts';
import type { TaskColumn, TaskDataEntry } from './task-schema.ts';

/** What a task makes of the columns of one file. */
export interface NamedColumns {
  readonly dataset: Dataset;
  readonly notes: readonly string[];
}

interface Change {
  readonly name: string;
  readonly from: string;
  readonly factor: number;
  readonly unit?: string;
}

/**
 * A measured file with the names, units and signs that the task says its columns have. Currents, capacitances and conductances per width or
 * area are multiplied with that of the entry's instance, `w m` or `w l m`.
 * @param index of the entry in `data`
 * @throws EvospiceError `TASK_UNIT`, `TASK_COLUMN`
 */
export function namedColumns(document: TaskDocument, entry: TaskDataEntry, index: number, dataset: Dataset): NamedColumns {
  const { task } = document;
  const inFile = namesIn(dataset);
  const stated = { ...task.columns, ...entry.columns };
  const changes: Change[] = [];
  const notes: string[] = [];
  const renamed = new Set(Object.entries(stated).flatMap(([name, column]) => (fromOf(column) === undefined || fromOf(column) === name ? [] : [fromOf(column)!])));
  const all = { ...Object.fromEntries([...inFile].filter((name) => !renamed.has(name)).map((name) => [name, {}])), ...stated };
  for (const [name, column] of Object.entries(all)) {
    const from = fromOf(column) ?? name;
    if (!inFile.has(from)) continue;
    const path: TaskPath = entry.columns?.[name] === undefined ? (task.columns?.[name] === undefined ? ['data', index] : ['columns', name]) : ['data', index, 'columns', name];
    if (name !== from && inFile.has(name) && !renamed.has(name)) {
      throw document.error('TASK_COLUMN', `${entry.file} has a column ${name} beside ${from}`, path, { received: name, expected: 'a name that the file does not use', remedy: 'choose another name for the column' });
    }
    const change = changeOf(document, entry, dataset, { name, from, column, path });
    if (change.note !== undefined) notes.push(change.note);
    if (name !== from || change.factor !== 1 || change.unit !== unitIn(dataset, from)) changes.push({ name, from, factor: change.factor, ...(change.unit === undefined ? {} : { unit: change.unit }) });
  }
  return { dataset: changes.length === 0 ? dataset : changed(dataset, changes), notes };
}

interface Wanted {
  readonly name: string;
  readonly from: string;
  readonly column: TaskColumn;
  readonly path: TaskPath;
}

function changeOf(document: TaskDocument, entry: TaskDataEntry, dataset: Dataset, { name, from, column, path }: Wanted): { readonly factor: number; readonly unit?: string; readonly note?: string } {
  const inFile = unitIn(dataset, from);
  const written = column.unit === undefined ? undefined : readUnit(column.unit);
  // The values are already in the file's own unit without prefix, so a prefix here would be applied to them once more.
  if (written !== undefined && inFile !== undefined && (written.base !== inFile || written.factor !== 1)) {
    throw document.error('TASK_UNIT', `column ${from} of ${entry.file} states its unit: ${inFile} once prefixes are resolved`, path, {
      received: column.unit, expected: `no unit, or ${inFile}`, remedy: 'leave the unit out; where the file is wrong, correct its heading or use `scale`',
    });
  }
  const unit = written?.base ?? inFile;
  const factor = (written !== undefined && inFile === undefined ? written.factor : 1) * ('scale' in column ? column.scale ?? 1 : 1);
  const [, base, square] = /^([AFS])\/m(\^2)?$/u.exec(unit ?? '') ?? [];
  // A column that the task does not use may stay as it is.
  if (base === undefined || !usedIn(entry).has(name)) return { factor, ...(unit === undefined ? {} : { unit }) };
  const params = document.task.instances.find(({ id }) => id === entry.instance)?.params ?? {};
  const { w, l, m = 1 } = params;
  const size = w === undefined || (square !== undefined && l === undefined) ? undefined : square === undefined ? w * m : w * l! * m;
  if (size === undefined) {
    throw document.error('TASK_UNIT', `column ${from} of ${entry.file} is per ${square === undefined ? 'width' : 'area'}, and instance ${entry.instance} does not state it`, path, {
      received: unit, expected: square === undefined ? 'an instance with w (m)' : 'an instance with w and l (m)', remedy: `state it, or give the column the unit ${base} and the size of the device as \`scale\``,
    });
  }
  return { factor: factor * size, unit: base, note: `${entry.file}: column ${from} is per ${square === undefined ? 'width: multiplied with w m' : 'area: multiplied with w l m'} = ${Number(size.toPrecision(6))} ${square === undefined ? 'm' : 'm^2'} of instance ${entry.instance}` };
}

/** @throws EvospiceError `TASK_COLUMN` for a column of the task that is in none of its files */
export function refuseUnknownColumns(document: TaskDocument, datasets: readonly Dataset[]): void {
  const known = new Set(datasets.flatMap((dataset) => [...namesIn(dataset)]));
  for (const [name, column] of Object.entries(document.task.columns ?? {})) {
    const from = fromOf(column) ?? name;
    if (known.has(from)) continue;
    const guess = nearest(from, [...known]);
    throw document.error('TASK_COLUMN', `no measured file has a column "${from}"`, ['columns', name], {
      received: from, expected: `one of ${[...known].join(', ')}`, remedy: guess === undefined ? 'name a column of the files' : `did you mean "${guess}"?`,
    });
  }
}

function usedIn({ sweep, bias, measure }: TaskDataEntry): ReadonlySet<string> {
  const driven = Object.values(bias).flatMap((drive) => (typeof drive === 'object' ? [drive.col] : typeof drive === 'string' ? [drive] : []));
  return new Set([sweep, ...driven, ...measure.map(({ col }) => col)]);
}

function fromOf(column: TaskColumn | Readonly<Record<string, never>>): string | undefined {
  return 'from' in column ? column.from : undefined;
}

function namesIn({ blocks }: Dataset): ReadonlySet<string> {
  return new Set(blocks.flatMap(({ columns, variables }) => [...columns, ...Object.keys(variables)]));
}

function unitIn({ blocks }: Dataset, name: string): string | undefined {
  return blocks.find(({ units }) => units[name] !== undefined)?.units[name];
}

function changed(dataset: Dataset, changes: readonly Change[]): Dataset {
  const byName = new Map(changes.map((change) => [change.from, change]));
  const nameOf = (name: string): string => byName.get(name)?.name ?? name;
  const rename = <T>(values: Readonly<Record<string, T>>, value: (one: T, factor: number) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(values).map(([name, one]) => [nameOf(name), value(one, byName.get(name)?.factor ?? 1)]));
  const times = (value: number, factor: number): number => (factor === 1 ? value : value * factor + 0);
  return {
    ...dataset,
    ...(dataset.sweep === undefined ? {} : { sweep: nameOf(dataset.sweep) }),
    ...(dataset.limits === undefined ? {} : { limits: rename(dataset.limits, (value, factor) => Math.abs(times(value, factor))) }),
    blocks: dataset.blocks.map((block): DatasetBlock => ({
      ...block,
      columns: block.columns.map(nameOf),
      variables: rename(block.variables, times),
      values: rename(block.values, (values, factor) => (factor === 1 ? values : values.map((value) => times(value, factor)))),
      units: { ...rename(block.units, (unit) => unit), ...Object.fromEntries(changes.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]))) },
    })),
  };
}
