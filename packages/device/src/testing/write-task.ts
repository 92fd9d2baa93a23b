import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Curve, MeasuredVector, Task } from '@evospice/contracts';
import { stringify } from 'yaml';

/**
 * Writes a task as a folder that `loadTask` reads: `task.yaml`, `card/start.mod`, and one CSV table for each run of curves that
 * were measured alike. Numbers are printed with all their digits, so the task read back is the same but for the
 * places its curves and card come from.
 * @returns the path of its `task.yaml`
 */
export async function writeTask(task: Task, folder: string): Promise<string> {
  const groups = groupCurves(task.curves);
  await mkdir(join(folder, 'card'), { recursive: true });
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'card', 'start.mod'), task.model.card.toString());
  const tables = groups.map((curves, index) => tableOf(curves, `data/${String(index + 1).padStart(3, '0')}-${curves[0]!.kind}.csv`));
  for (const { file, text } of tables) await writeFile(join(folder, file), text);
  const file = join(folder, 'task.yaml');
  await writeFile(file, stringify(description(task, tables.map((table) => table.entry)), { lineWidth: 0, aliasDuplicateObjects: false }));
  return file;
}

/** Neighbouring curves that differ in nothing but their biases. */
function groupCurves(curves: readonly Curve[]): Curve[][] {
  const groups: { key: string; curves: Curve[] }[] = [];
  for (const curve of curves) {
    const key = JSON.stringify([
      curve.kind, curve.instance, curve.temperatureC, curve.split, curve.sweep, curve.frequency, curve.weight, sweptTerminal(curve),
      curve.drives.map(({ quantity, values }) => [quantity, isConstant(values)]), curve.measured.map(measureEntry),
    ]);
    const last = groups.at(-1);
    if (last?.key === key) last.curves.push(curve);
    else groups.push({ key, curves: [curve] });
  }
  return groups.map((group) => group.curves);
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Terminal that is driven with the swept values, if any is. */
function sweptTerminal(curve: Curve): string | undefined {
  return curve.drives.find(({ values }) => values.every((value, point) => value === curve.x[point]))?.terminal;
}

const unitOfKind = { i: 'A', v: 'V', c: 'F' } as const;

function tableOf(curves: readonly Curve[], file: string): { file: string; text: string; entry: Record<string, unknown> } {
  const [first] = curves as [Curve, ...Curve[]];
  const swept = sweptTerminal(first);
  const taken = new Set([first.sweep, ...first.measured.map((vector) => vector.column)]);
  const free = (name: string): string => {
    let result = name;
    while (taken.has(result)) result = `${result}_`;
    taken.add(result);
    return result;
  };
  const drives = first.drives.map(({ terminal, quantity, values }) => ({
    terminal, quantity, block: terminal !== swept && isConstant(values), column: terminal === swept ? first.sweep : free(`${quantity}${terminal}`),
  }));
  const counter = free('curve');
  const own = drives.filter((drive) => drive.terminal !== swept);
  const sweepUnit = first.drives.find((drive) => drive.terminal === swept)?.quantity === 'i' ? 'A' : 'V';
  const block = [counter, ...own.filter((drive) => drive.block).map((drive) => drive.column)];
  const rows = curves.flatMap((curve, index) =>
    Array.from(curve.x, (x, point) =>
      [
        index + 1,
        ...drives.flatMap((drive, which) => (drive.terminal === swept ? [] : [curve.drives[which]!.values[point]!])),
        x,
        ...curve.measured.map((vector) => vector.values[point]!),
      ].join(','),
    ),
  );
  const heading = [
    `${counter} (1)`, ...own.map(({ column, quantity }) => `${column} (${unitOfKind[quantity]})`), `${first.sweep} (${sweepUnit})`,
    ...first.measured.map(({ column, kind }) => `${column} (${unitOfKind[kind]})`),
  ].join(',');
  return {
    file,
    text: [`# sweep: ${first.sweep}`, `# block: ${block.join(', ')}`, `# rows: ${rows.length}`, heading, ...rows, ''].join('\n'),
    entry: {
      file,
      format: 'csv',
      instance: first.instance,
      temp_c: first.temperatureC,
      curve: first.kind,
      sweep: first.sweep,
      ...(first.frequency === undefined ? {} : { freq: first.frequency }),
      bias: Object.fromEntries(drives.map(({ terminal, quantity, column }) => [terminal, quantity === 'i' ? { col: column, force: 'i' } : column])),
      measure: first.measured.map(measureEntry),
      ...(first.weight === 1 ? {} : { weight: first.weight }),
      split: first.split,
      ids: curves.map((curve) => curve.id),
    },
  };
}

function measureEntry({ column, kind, node, hi, lo, floor }: MeasuredVector): Record<string, unknown> {
  return {
    col: column, kind,
    ...(node === undefined ? {} : { node }), ...(hi === undefined ? {} : { hi: [...hi] }), ...(lo === undefined ? {} : { lo: [...lo] }),
    // A voltage that is not scored has the greatest floor there is, which is what a voltage without one gets.
    ...(floor === Number.MAX_VALUE ? {} : { floor }),
  };
}

function description(task: Task, data: readonly Record<string, unknown>[]): Record<string, unknown> {
  const { device, model } = task;
  const floors = task.curves.flatMap((curve) => curve.measured.map((vector) => vector.floor));
  return {
    schema: 1,
    id: task.id,
    title: task.title,
    origin: task.origin,
    source: task.source,
    device: {
      kind: device.kind,
      ...(device.element === undefined ? {} : { element: device.element }),
      ...(device.polarity === undefined ? {} : { polarity: device.polarity }),
      ...(device.process === undefined ? {} : { process: device.process }),
      ...(device.vdd === undefined ? {} : { vdd: device.vdd }),
      terminals: [...device.terminals],
      ...(device.thermalNode ? { thermal_node: true } : {}),
    },
    model: {
      family: model.family, level: model.level ?? null,
      ...(model.simulator === undefined ? {} : { simulator: model.simulator }),
      dialect: model.card.dialect, card: 'card/start.mod', name: model.card.name, type: model.card.type,
    },
    ...(task.libraries === undefined ? {} : { osdi: [...task.libraries] }),
    instances: task.instances.map(({ id, params, info }) => ({ id, params: { ...params }, ...(Object.keys(info).length === 0 ? {} : { info: { ...info } }) })),
    data,
    metric: { floor: Math.min(...floors) },
    ...(task.constraints === undefined ? {} : { constraints: [...task.constraints] }),
    tunables: task.tunables.map(({ name, start, lower, upper, scale, increment, unit, role, group }) => ({
      name, init: start, lo: lower, hi: upper, scale, ...(increment === undefined ? {} : { increment }),
      ...(unit === undefined ? {} : { unit }), ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }),
    })),
    notes: [...task.notes],
  };
}
