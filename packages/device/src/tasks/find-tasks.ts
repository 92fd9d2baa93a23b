import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { EvospiceError } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { readTaskDocument } from './task-document.ts';

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
  const cache = join(envPaths('evospice', { suffix: '' }).cache, 'devices');
  return [...new Set([...(EVOSPICE_DATA === undefined || EVOSPICE_DATA === '' ? [] : [resolve(EVOSPICE_DATA)]), ...beside, cache])];
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
  const names = await readdir(location).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new EvospiceError('TASK_MISSING', `cannot look into ${location}: ${error.message}`, { expected: 'a readable folder', remedy: 'check its permissions', cause: error });
  });
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(location, name, 'task.yaml');
      return (await stat(file).catch(() => undefined))?.isFile() === true ? file : undefined;
    }),
  );
  const tasks = await Promise.all(
    files.filter((file) => file !== undefined).map(async (file): Promise<FoundTask> => {
      const { task } = readTaskDocument(await readFile(file, 'utf8'), file);
      return { id: task.id, title: task.title, kind: task.device.kind, file };
    }),
  );
  return tasks.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * The `task.yaml` meant by an id, the beginning of an id such as `p05`, a folder or a file.
 * @throws EvospiceError `TASK_MISSING` with the nearest id, or the ids that begin so
 */
export async function resolveTask(idOrPath: string): Promise<string> {
  const direct = await stat(idOrPath).catch(() => undefined);
  if (direct?.isFile() === true) return resolve(idOrPath);
  const inFolder = join(idOrPath, 'task.yaml');
  if (direct?.isDirectory() === true && (await stat(inFolder).catch(() => undefined))?.isFile() === true) return resolve(inFolder);
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
    remedy: guess === undefined ? (ids.length === 0 ? `no measured tasks were found in ${found.searched.join(', ')}: set EVOSPICE_DATA` : 'check the name') : `did you mean "${guess}"?`,
  });
}
