import { counted, type Curve, type Dataset, type DatasetBlock, type MeasuredVector, type TerminalDrive } from '@evospice/contracts';
import { BlockColumns } from './block-columns.ts';
import { curveIds, type CurveName } from './curve-ids.ts';
import { dividedByColumns } from './divide-blocks.ts';
import { doubtsAbout } from './doubts/doubts.ts';
import { refuseWrongSigns } from './doubts/signs.ts';
import type { MeasuredCurve } from './doubts/measured-curve.ts';
import { namedColumns, refuseUnknownColumns } from './named-columns.ts';
import { PointWeights } from './point-weights.ts';
import type { TaskDocument, TaskPath } from './task-document.ts';
import type { TaskDataEntry } from './task-schema.ts';

const unitOfKind = { i: 'A', v: 'V', c: 'F' } as const;

/**
 * Floor of a voltage that states none. The floors of a task and its data entries are currents or capacitances and say
 * nothing about volts, so such a voltage is simulated and shown but not scored. Finite, so that it passes through JSON.
 */
const neverScored = Number.MAX_VALUE;

/**
 * The curves of one task: one for each data entry and block with at least one row left by `keep`. A row in which a driven, measured or
 * swept column holds no value (a mark of the instrument) is left out and counted in a note.
 */
export function buildCurves(document: TaskDocument, datasets: readonly Dataset[]): { readonly curves: readonly Curve[]; readonly notes: readonly string[] } {
  const unnamed: Omit<Curve, 'id'>[] = [];
  const sources: Omit<MeasuredCurve, 'curve'>[] = [];
  const names: CurveName[] = [];
  const given: (string | undefined)[] = [];
  const entryOf: number[] = [];
  const notes: string[] = [];
  refuseUnknownColumns(document, datasets);
  document.task.data.forEach((entry, index) => {
    const { dataset: named, notes: ofColumns } = namedColumns(document, entry, index, datasets[index]!);
    const dataset = dividedByColumns(document, index, named);
    notes.push(...ofColumns);
    const swept = sweptVariables(dataset);
    const weights = new PointWeights(document, index);
    let rows = 0;
    let missing = 0;
    for (const block of dataset.blocks) {
      const { curve: built, leftOut, lines } = buildCurve(document, entry, index, dataset, block, weights);
      missing += leftOut;
      if (built === undefined) continue;
      rows += built.x.length;
      unnamed.push(built);
      sources.push({ task: document.task, entry, dataset, block, lines });
      names.push({
        instance: built.instance, kind: built.kind, temperatureC: built.temperatureC, swept,
        constants: constantsOf(document, entry, block), columns: built.measured.map((vector) => vector.column),
      });
    }
    if (missing > 0) notes.push(`${entry.file}: ${counted(missing, 'point is', 'points are')} left out for a mark in place of a value${markedIn(dataset)}`);
    if (rows === 0) {
      throw document.error('TASK_EMPTY', missing > 0 ? `every row of ${entry.file} is left out by keep or has a mark in place of a value` : `no row of ${entry.file} is left by keep`, entry.keep === undefined ? ['data', index] : ['data', index, 'keep'], {
        received: entry.keep, expected: 'at least one row of the file inside all the ranges', remedy: 'widen the ranges, or see whether they name the right columns',
      });
    }
    weights.refuseUnmatched();
    const added = unnamed.length - given.length;
    given.push(...givenIds(document, index, added));
    entryOf.push(...Array.from({ length: added }, () => index));
  });
  const ids = curveIds(names).map((id, index) => given[index] ?? id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) {
    throw document.error('TASK_REFERENCE', `two curves are called ${ids[repeated]}`, ['data', entryOf[repeated]!, 'ids'], { received: ids[repeated], expected: 'each id once', remedy: 'rename one of them' });
  }
  const curves = unnamed.map((curve, index) => ({ id: ids[index]!, ...curve }));
  const measured = curves.map((curve, index) => ({ ...sources[index]!, curve }));
  refuseWrongSigns(document, measured, entryOf);
  const { doubtful } = document.task.metric;
  const { texts, points } = doubtsAbout(measured, doubtful);
  return { curves: doubtful === 'scored' ? curves : curves.map((curve) => withoutDoubtful(curve, points.get(curve))), notes: [...notes, ...texts] };
}

/** The curve with a weight of 0 at points that show something else than the device. */
function withoutDoubtful(curve: Curve, doubtful: ReadonlyMap<string, ReadonlySet<number>> | undefined): Curve {
  if (doubtful === undefined || doubtful.size === 0) return curve;
  const measured = curve.measured.map((vector): MeasuredVector => {
    const points = doubtful.get(vector.column);
    return points === undefined || vector.kind === 'v' ? vector : { ...vector, weights: Float64Array.from(vector.values, (_, point) => (points.has(point) ? 0 : (vector.weights?.[point] ?? 1))) };
  });
  return { ...curve, measured };
}

/** Where the first marks of a file are. */
function markedIn({ notes = [] }: Dataset): string {
  const marks = notes.filter(({ message }) => message.includes(' a mark ')).slice(0, 3);
  return marks.length === 0 ? '' : ` (${marks.map(({ line, message }) => `line ${line}: ${message}`).join('; ')})`;
}

/** Ids that an entry gives to its curves. @throws EvospiceError `TASK_REFERENCE` when their number is wrong. */
function givenIds(document: TaskDocument, index: number, curves: number): (string | undefined)[] {
  const { ids, file } = document.task.data[index]!;
  if (ids === undefined) return Array.from({ length: curves }, () => undefined);
  if (ids.length === curves) return ids;
  throw document.error('TASK_REFERENCE', `${file} has ${counted(curves, 'curve')} but ids names ${ids.length}`, ['data', index, 'ids'], { received: ids.length, expected: counted(curves, 'id'), remedy: 'correct or remove ids' });
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

interface BuiltCurve {
  /** Left out where no row is left. */
  readonly curve?: Omit<Curve, 'id'>;
  /** Rows with a mark in place of a value. */
  readonly leftOut: number;
  /** Lines of the rows that are left. */
  readonly lines: readonly number[];
}

function buildCurve(document: TaskDocument, entry: TaskDataEntry, index: number, dataset: Dataset, block: DatasetBlock, weights: PointWeights): BuiltCurve {
  const { task } = document;
  const at = (...rest: TaskPath): TaskPath => ['data', index, ...rest];
  const columns = new BlockColumns(document, dataset, block);
  // Columns are looked up before rows are dropped, so that a wrong name is an error even in a block that keep empties.
  const wanted = keptRows(entry, columns, at);
  const used = usedColumns(entry, columns, task.device.terminals, at);
  const kept = wanted.filter((row) => used.every((values) => !Number.isNaN(values[row])));
  const leftOut = wanted.length - kept.length;
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
  const ownWeights = weights.of(columns, kept);
  const measured = entry.measure.map((measure, which): MeasuredVector => ({
    column: measure.col,
    kind: measure.kind,
    ...(measure.node === undefined ? {} : { node: measure.node }),
    ...(measure.hi === undefined ? {} : { hi: measure.hi }),
    ...(measure.lo === undefined ? {} : { lo: measure.lo }),
    floor: measure.floor ?? (measure.kind === 'v' ? neverScored : (entry.floor ?? task.metric.floor)),
    values: pick(columns.values(measure.col, at('measure', which, 'col'), unitOfKind[measure.kind])),
    ...(ownWeights === undefined || measure.kind === 'v' ? {} : { weights: ownWeights }),
  }));
  const lines = kept.map((row) => block.rowLines[row]!);
  if (kept.length === 0) return { leftOut, lines };
  const curve = {
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
    source: `${block.file ?? dataset.file}:${block.line}`,
  };
  return { curve, leftOut, lines };
}

/** Values of every column that a curve takes from its block. */
function usedColumns(entry: TaskDataEntry, columns: BlockColumns, terminals: readonly string[], at: (...rest: TaskPath) => TaskPath): Float64Array[] {
  const drives = terminals.flatMap((terminal) => {
    const drive = entry.bias[terminal];
    const name = typeof drive === 'object' ? drive.col : drive;
    return typeof name === 'string' ? [columns.values(name, at('bias', terminal))] : [];
  });
  return [...drives, columns.values(entry.sweep, at('sweep')), ...entry.measure.map(({ col }, which) => columns.values(col, at('measure', which, 'col')))];
}

function keptRows(entry: TaskDataEntry, columns: BlockColumns, at: (...rest: TaskPath) => TaskPath): number[] {
  let rows = Array.from({ length: columns.rows }, (_, row) => row);
  for (const [name, [low, high]] of Object.entries(entry.keep ?? {})) {
    const values = columns.values(name, at('keep', name));
    rows = rows.filter((row) => values[row]! >= low && values[row]! <= high);
  }
  return rows;
}
