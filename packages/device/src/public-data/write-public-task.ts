import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { genericDevice } from '../generic/generic-devices.ts';
import type { PublicTask } from './public-tasks.ts';

/** Folder of measured files in a task's folder. */
export const measuredFolder = 'measured';

/** Writes `task.yaml` and the generic starting card of a task whose measured files are in its folder. @returns the path of `task.yaml` */
export async function writePublicTask(task: PublicTask, folder: string): Promise<string> {
  const generic = genericDevice(task.family, task.polarity);
  const { device, model } = generic;
  const wanted = task.tunables ?? generic.tunables.map(({ name }) => name);
  const description = {
    schema: 1,
    id: task.id,
    title: task.title,
    origin: 'measured',
    source: `https://github.com/${task.repository.name} at ${task.repository.commit}, ${task.repository.licence}, measured by ${task.repository.by}`,
    device: { kind: device.kind, polarity: task.polarity, terminals: [...device.terminals] },
    model: { family: model.family, ...(model.level === undefined ? {} : { level: model.level }), card: 'card/start.mod', name: model.name, type: model.type },
    instances: task.instances.map(({ id, params }) => ({ id, params: { ...params } })),
    data: task.data.flatMap(({ file: { path }, entries }) =>
      entries.map((entry) => ({ file: `${measuredFolder}/${basename(path)}`, format: extname(path) === '.mdm' ? 'mdm' : 'pypsucurvetrace', ...entry }))),
    metric: { floor: task.floor },
    tunables: generic.tunables.filter(({ name }) => wanted.includes(name)).map(({ name, lower, upper, scale }) => ({ name, lo: lower, hi: upper, scale })),
    notes: [...task.notes],
  };
  await mkdir(join(folder, 'card'), { recursive: true });
  await writeFile(join(folder, 'card', 'start.mod'), generic.card);
  const file = join(folder, 'task.yaml');
  await writeFile(file, stringify(description, { lineWidth: 0, aliasDuplicateObjects: false }));
  return file;
}
