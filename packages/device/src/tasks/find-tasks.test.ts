import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTasks, resolveTask } from './find-tasks.ts';

const yaml = (id: string): string => `schema: 1
id: ${id}
title: T
device: {kind: diode, terminals: [a, c]}
model: {family: diode, card: c.mod, name: d1, type: d}
instances: [{id: x, params: {}}]
data: [{file: f.csv, format: csv, instance: x, temp_c: 27, curve: iv, sweep: va, bias: {a: va, c: 0}, measure: [{col: ia, kind: i, node: a}], split: train}]
metric: {floor: 1.0e-12}
tunables: []
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-find-'));
  for (const id of ['p02-b', 'p01-a']) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, 'task.yaml'), yaml(id));
  }
  mkdirSync(join(folder, 'licenses'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('findTasks', () => {
  it('looks first where EVOSPICE_DATA says', async () => {
    vi.stubEnv('EVOSPICE_DATA', folder);
    expect(await findTasks()).toEqual({
      location: folder, searched: [folder],
      tasks: ['p01-a', 'p02-b'].map((id) => ({ id, title: 'T', kind: 'diode', file: join(folder, id, 'task.yaml') })),
    });
    expect(await resolveTask('p02')).toBe(join(folder, 'p02-b', 'task.yaml'));
  });

  it('goes on to the next place when a place has none, and names all places', async () => {
    vi.stubEnv('EVOSPICE_DATA', join(folder, 'licenses'));
    const { searched } = await findTasks();
    expect(searched[0]).toBe(join(folder, 'licenses'));
    expect(searched.length).toBeGreaterThan(1);
  });

  it('names the task that does not load', async () => {
    vi.stubEnv('EVOSPICE_DATA', folder);
    writeFileSync(join(folder, 'p01-a', 'task.yaml'), yaml('p01-a').replace('title', 'titel'));
    await expect(findTasks()).rejects.toMatchObject({ code: 'CONFIG_INVALID', file: join(folder, 'p01-a', 'task.yaml'), line: 3 });
  });

  it('does not take what it may not look at for absent', async () => {
    vi.stubEnv('EVOSPICE_DATA', folder);
    symlinkSync('loop', join(folder, 'loop'));
    await expect(findTasks()).rejects.toMatchObject({ code: 'TASK_UNREADABLE', remedy: 'check its permissions' });
    await expect(resolveTask(join(folder, 'loop'))).rejects.toMatchObject({ code: 'TASK_UNREADABLE' });
  });

  it('lists a task whose formats are a plugin\'s', async () => {
    vi.stubEnv('EVOSPICE_DATA', folder);
    writeFileSync(join(folder, 'p01-a', 'task.yaml'), yaml('p01-a').replace('format: csv', 'format: mine'));
    expect((await findTasks()).tasks.map(({ id }) => id)).toContain('p01-a');
  });

  it('offers the nearest id', async () => {
    vi.stubEnv('EVOSPICE_DATA', folder);
    await expect(resolveTask('p02-bb')).rejects.toMatchObject({ code: 'TASK_MISSING', remedy: 'did you mean "p02-b"?' });
  });
});
