import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { EvospiceError } from '@evospice/contracts';
import { anySelection, nearest, readConfiguration, validateConfiguration } from '@evospice/kernel';
import { absent, existing } from './existing.ts';
import { taskSchema } from './task-schema.ts';

export interface FoundTask {
  readonly id: string;
  readonly title: string;
  /** `mosfet`, `bjt`, … */
  readonly kind: string;
  /** Its `task.yaml`. */
  readonly file: string;
}

export interface FoundTasks {
  /** Folder the tasks lie in; null when none was found. */
  readonly location: string | null;
  /** Folders looked at, in order. */
  readonly searched: readonly string[];
  /** Sorted by id. */
  readonly tasks: readonly FoundTask[];
}

/** Folders that may hold measured tasks: `EVOSPICE_DATA`, `../shared/data/devices` beside the workspace or the working folder, the user's cache. */
function candidates(): string[] {
  const { EVOSPICE_DATA } = process.env;
  const beside = [workspaceRoot(), process.cwd()].filter((root) => root !== undefined).map((root) => resolve(root, '../shared/data/devices'));
  return [...new Set([...(EVOSPICE_DATA === undefined || EVOSPICE_DATA === '' ? [] : [resolve(EVOSPICE_DATA)]), ...beside, measuredCache()])];
}

/** A folder of the user's cache. */
export function userCache(name: string): string {
  return join(envPaths('evospice', { suffix: '' }).cache, name);
}

/** Where fetched tasks go when nothing else is said: in the user's cache, where {@link findTasks} looks last. */
export function measuredCache(): string {
  return userCache('devices');
}

/** `packages/device/src/tasks` and `packages/device/dist/tasks` lie four folders below the workspace; an installed package has none. */
function workspaceRoot(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.includes('node_modules') ? undefined : resolve(here, '../../../..');
}

/** Looks for measured tasks on this machine: folders with a `task.yaml` inside the first place that has any. */
export async function findTasks(): Promise<FoundTasks> {
  const searched: string[] = [];
  for (const location of candidates()) {
    searched.push(location);
    const tasks = await tasksIn(location);
    if (tasks.length > 0) return { location, searched, tasks };
  }
  return { location: null, searched, tasks: [] };
}

async function tasksIn(location: string): Promise<FoundTask[]> {
  const names = await readdir(location).catch((error: unknown) => absent(error, location) ?? []);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(location, name, 'task.yaml');
      return (await existing(file))?.isFile() === true ? file : undefined;
    }),
  );
  const tasks = await Promise.all(
    files.filter((file) => file !== undefined).map(async (file): Promise<FoundTask> => {
      // The formats and dialects of a task may be those of a plugin that is not loaded.
      const { id, title, device } = validateConfiguration(await readConfiguration(file), taskSchema(anySelection), 'task');
      return { id, title, kind: device.kind, file };
    }),
  );
  return tasks.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * The same for a folder of tasks: the `task.yaml` of each, sorted by id.
 * @throws EvospiceError `TASK_MISSING` as {@link resolveTask}
 */
export async function resolveTasks(idOrPath: string): Promise<readonly string[]> {
  const isFolder = (await existing(idOrPath))?.isDirectory() === true && (await existing(join(idOrPath, 'task.yaml'))) === undefined;
  const within = isFolder ? await tasksIn(resolve(idOrPath)) : [];
  return within.length > 0 ? within.map(({ file }) => file) : [await resolveTask(idOrPath)];
}

/**
 * The `task.yaml` meant by an id, the beginning of an id such as `p05`, a folder or a file.
 * @throws EvospiceError `TASK_MISSING` with the nearest id, or the ids that begin so
 */
export async function resolveTask(idOrPath: string): Promise<string> {
  const direct = await existing(idOrPath);
  if (direct?.isFile() === true) return resolve(idOrPath);
  const inFolder = join(idOrPath, 'task.yaml');
  if (direct?.isDirectory() === true && (await existing(inFolder))?.isFile() === true) return resolve(inFolder);
  const found = await findTasks();
  const exact = found.tasks.find((task) => task.id === idOrPath);
  const starting = found.tasks.filter((task) => task.id.startsWith(idOrPath));
  const only = exact ?? (starting.length === 1 ? starting[0] : undefined);
  if (only !== undefined) return only.file;
  const ids = found.tasks.map((task) => task.id);
  const guess = starting.length > 1 ? undefined : nearest(idOrPath, ids);
  throw new EvospiceError('TASK_MISSING', starting.length > 1 ? `several tasks begin with "${idOrPath}"` : `there is no task "${idOrPath}"`, {
    received: idOrPath,
    expected: starting.length > 1 ? `one of ${starting.map((task) => task.id).join(', ')}` : ids.length === 0 ? 'a task.yaml or the folder it lies in' : `a path, or one of ${ids.join(', ')}`,
    remedy: guess === undefined ? (ids.length === 0 ? `no measured tasks were found in ${found.searched.join(', ')}: bring public ones with \`evospice data fetch\`, or set EVOSPICE_DATA` : 'check the name') : `did you mean "${guess}"?`,
  });
}
