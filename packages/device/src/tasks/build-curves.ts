import type { Curve, Dataset, DatasetBlock, MeasuredVector, TerminalDrive } from '@evospice/contracts';
import { BlockColumns } from './block-columns.ts';
import { curveIds, type CurveName } from './curve-ids.ts';
import type { TaskDocument, TaskPath } from './task-document.ts';
import type { TaskDataEntry } from './task-schema.ts';

const unitOfKind = { i: 'A', v: 'V', c: 'F' } as const;

/**
 * Floor of a voltage that states none. The floors of a task and its data entries are currents or capacitances and say
 * nothing about volts, so such a voltage is simulated and shown but not scored. Finite, so that it passes through JSON.
 */
const neverScored = Number.MAX_VALUE;

/** The curves of one task: one for each data entry and block with at least one row left by `keep`. */
export function buildCurves(document: TaskDocument, datasets: readonly Dataset[]): Curve[] {
  const unnamed: Omit<Curve, 'id'>[] = [];
  const names: CurveName[] = [];
  const given: (string | undefined)[] = [];
  const entryOf: number[] = [];
  document.task.data.forEach((entry, index) => {
    const dataset = datasets[index]!;
    const swept = sweptVariables(dataset);
    let rows = 0;
    for (const block of dataset.blocks) {
      const built = buildCurve(document, entry, index, dataset, block);
      if (built === undefined) continue;
      rows += built.x.length;
      unnamed.push(built);
      names.push({
        instance: built.instance, kind: built.kind, temperatureC: built.temperatureC, swept,
        constants: constantsOf(document, entry, block), columns: built.measured.map((vector) => vector.column),
      });
    }
    if (rows === 0) {
      throw document.error('TASK_EMPTY', `no row of ${entry.file} is left by keep`, entry.keep === undefined ? ['data', index] : ['data', index, 'keep'], {
        received: entry.keep, expected: 'at least one row of the file inside all the ranges', remedy: 'widen the ranges, or see whether they name the right columns',
      });
    }
    const added = unnamed.length - given.length;
    given.push(...givenIds(document, index, added));
    entryOf.push(...Array.from({ length: added }, () => index));
  });
  const ids = curveIds(names).map((id, index) => given[index] ?? id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) {
    throw document.error('TASK_REFERENCE', `two curves are called ${ids[repeated]}`, ['data', entryOf[repeated]!, 'ids'], { received: ids[repeated], expected: 'each id once', remedy: 'rename one of them' });
  }
  return unnamed.map((curve, index) => ({ id: ids[index]!, ...curve }));
}

/** Ids that an entry gives to its curves. @throws EvospiceError `TASK_REFERENCE` when their number is wrong. */
function givenIds(document: TaskDocument, index: number, curves: number): (string | undefined)[] {
  const { ids, file } = document.task.data[index]!;
  if (ids === undefined) return Array.from({ length: curves }, () => undefined);
  if (ids.length === curves) return ids;
  throw document.error('TASK_REFERENCE', `${file} has ${curves} curves but ids names ${ids.length}`, ['data', index, 'ids'], { received: ids.length, expected: `${curves} ids`, remedy: 'correct or remove ids' });
}

function sweptVariables(dataset: Dataset): Set<string> {
  const [first] = dataset.blocks;
  const differs = (name: string): boolean => dataset.blocks.some((block) => block.variables[name] !== first?.variables[name]);
  return new Set(Object.keys(first?.variables ?? {}).filter(differs));
}

/** Constants of a block: those that drive terminals in terminal order, then the rest. */
function constantsOf(document: TaskDocument, entry: TaskDataEntry, block: DatasetBlock): Record<string, number> {
  const driving = document.task.device.terminals.map((terminal) => entry.bias[terminal]).map((drive) => (typeof drive === 'object' ? drive.col : drive));
  const order = [...driving.filter((name) => typeof name === 'string'), ...Object.keys(block.variables)];
  return Object.fromEntries(order.filter((name) => Object.hasOwn(block.variables, name)).map((name) => [name, block.variables[name]!]));
}

function buildCurve(document: TaskDocument, entry: TaskDataEntry, index: number, dataset: Dataset, block: DatasetBlock): Omit<Curve, 'id'> | undefined {
  const { task } = document;
  const at = (...rest: TaskPath): TaskPath => ['data', index, ...rest];
  const columns = new BlockColumns(document, dataset, block);
  // Columns are looked up before rows are dropped, so that a wrong name is an error even in a block that keep empties.
  const kept = keptRows(entry, columns, at);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (row) => values[row]!);
  if (!columns.isColumn(entry.sweep, at('sweep'))) {
    throw document.error('TASK_COLUMN', `${entry.sweep} is constant along each curve of ${entry.file}`, at('sweep'), {
      received: entry.sweep, expected: `a column that is swept${dataset.sweep === undefined ? '' : `: ${dataset.sweep}`}`, remedy: dataset.sweep === undefined ? 'name the swept column' : `did you mean "${dataset.sweep}"?`,
    });
  }
  const x = columns.values(entry.sweep, at('sweep'));
  const drives = task.device.terminals.map((terminal): TerminalDrive => {
    const drive = entry.bias[terminal]!;
    if (typeof drive === 'number') return { terminal, quantity: 'v', values: new Float64Array(kept.length).fill(drive === 0 ? 0 : drive) };
    const { col, force } = typeof drive === 'string' ? { col: drive, force: 'v' as const } : drive;
    return { terminal, quantity: force, values: pick(columns.values(col, at('bias', terminal), unitOfKind[force])) };
  });
  const measured = entry.measure.map((measure, which): MeasuredVector => ({
    column: measure.col,
    kind: measure.kind,
    ...(measure.node === undefined ? {} : { node: measure.node }),
    ...(measure.hi === undefined ? {} : { hi: measure.hi }),
    ...(measure.lo === undefined ? {} : { lo: measure.lo }),
    floor: measure.floor ?? (measure.kind === 'v' ? neverScored : (entry.floor ?? task.metric.floor)),
    values: pick(columns.values(measure.col, at('measure', which, 'col'), unitOfKind[measure.kind])),
  }));
  if (kept.length === 0) return undefined;
  return {
    kind: entry.curve,
    instance: entry.instance,
    temperatureC: entry.temp_c,
    split: entry.split,
    sweep: entry.sweep,
    x: pick(x),
    drives,
    measured,
    ...(entry.freq === undefined ? {} : { frequency: entry.freq }),
    weight: entry.weight ?? 1,
    source: `${dataset.file}:${block.line}`,
  };
}

function keptRows(entry: TaskDataEntry, columns: BlockColumns, at: (...rest: TaskPath) => TaskPath): number[] {
  let rows = Array.from({ length: columns.rows }, (_, row) => row);
  for (const [name, [low, high]] of Object.entries(entry.keep ?? {})) {
    const values = columns.values(name, at('keep', name));
    rows = rows.filter((row) => values[row]! >= low && values[row]! <= high);
  }
  return rows;
}
