import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CurveSplit, Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findTasks, resolveTask } from './find-tasks.ts';
import { deviceRegistry } from '../testing/registry.ts';
import { loadTask } from './load-task.ts';
import { testbenchOf } from './testbench.ts';

const found = await findTasks();
const absent = found.location === null;
const reason = absent ? ' (skipped: no measured data on this machine, see EVOSPICE_DATA)' : '';

interface IndexEntry {
  readonly id: string;
  readonly points?: Readonly<Partial<Record<CurveSplit, number>>>;
}
const read = (name: string): string => (absent ? 'null' : readFileSync(join(found.location, name), 'utf8'));
const index = (parse(read('index.yaml')) ?? []) as IndexEntry[];
const baseline = (JSON.parse(read('baseline.json')) ?? {}) as Readonly<Record<string, Readonly<Record<string, { points: number; above_floor: number }>>>>;

function points(task: Task, split: CurveSplit): { points: number; scored: number } {
  const vectors = task.curves.filter((curve) => curve.split === split).flatMap((curve) => curve.measured);
  return {
    points: vectors.reduce((sum, { values }) => sum + values.length, 0),
    scored: vectors.reduce((sum, { values, floor }) => sum + values.filter((value) => Math.abs(value) >= floor).length, 0),
  };
}

describe.skipIf(absent)(`measured tasks${reason}`, () => {
  it('finds every task of the index', () => {
    expect(found.tasks.map((task) => task.id)).toEqual(index.map((entry) => entry.id));
    expect(found.searched).toContain(found.location);
  });

  it.each(found.tasks)('$id: points, scored points, ids and testbench', async ({ id, file }) => {
    const task = await loadTask(file, deviceRegistry);
    expect(task.id).toBe(id);
    for (const [split, count] of Object.entries(index.find((entry) => entry.id === id)?.points ?? {})) expect(points(task, split as CurveSplit).points, split).toBe(count);
    for (const [split, counts] of Object.entries(baseline[id] ?? {})) {
      // `all` is train and validate together; other keys are not splits.
      if (!['train', 'validate', 'extra'].includes(split)) continue;
      expect({ ...points(task, split as CurveSplit) }, split).toEqual({ points: counts.points, scored: counts.above_floor });
    }
    expect(new Set(task.curves.map((curve) => curve.id)).size).toBe(task.curves.length);
    for (const curve of task.curves) {
      expect(curve.drives.map((drive) => drive.terminal)).toEqual(task.device.terminals);
      for (const values of [...curve.drives, ...curve.measured].map((each) => each.values)) expect(values).toHaveLength(curve.x.length);
    }
    for (const { name, role, group } of task.tunables) expect(role !== undefined && group !== undefined, name).toBe(true);
    const { card, parameters } = testbenchOf(task);
    expect(parameters.map((name) => card.value(name))).toEqual(task.tunables.map((tunable) => tunable.start));
    expect(task.model.card.toString()).toBe(readFileSync(task.model.card.file, 'utf8'));
  });

  it('loads the same task twice', async () => {
    const { file } = found.tasks[0]!;
    const [first, second] = await Promise.all([loadTask(file, deviceRegistry), loadTask(dirname(file), deviceRegistry)]);
    expect(first.curves).toEqual(second.curves);
  });

  it('finds a task by the beginning of its id', async () => {
    const { id, file } = found.tasks.at(-1)!;
    expect(await resolveTask(id)).toBe(file);
    expect(await resolveTask(id.slice(0, 3))).toBe(file);
    expect(await resolveTask(dirname(file))).toBe(file);
    await expect(resolveTask(id.slice(0, 1))).rejects.toMatchObject({ code: 'TASK_MISSING', message: expect.stringContaining('several tasks') });
    await expect(resolveTask(`${id}x`)).rejects.toMatchObject({ code: 'TASK_MISSING', remedy: expect.stringContaining(id) });
  });
});
