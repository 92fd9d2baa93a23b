import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EvospiceError } from '@evospice/contracts';
import { absent, existing } from '../tasks/existing.ts';
import type { PublicFile, PublicRepository, PublicTask } from './public-tasks.ts';
import { measuredFolder, writePublicTask } from './write-public-task.ts';

export interface FetchRequest {
  readonly tasks: readonly PublicTask[];
  /** Folder that gets a folder for each task. */
  readonly to: string;
  /** Where files come from: a server with paths `owner/name/commit/path`, or a folder with clones `owner/name`. */
  readonly from: string;
  readonly signal: AbortSignal;
}

export interface FetchedTask {
  readonly id: string;
  /** Its `task.yaml`. */
  readonly file: string;
  /** Files that were brought now, and those that were there. */
  readonly brought: number;
  readonly present: number;
}

/** Where published files are, by repository and commit. */
export const publicServer = 'https://raw.githubusercontent.com';

/** Longest wait for one file; the largest has 100 kB. */
const fileSeconds = 60;

/**
 * Brings measured files with their checksums, and writes a task for them. A file that is there and whole is not brought again, and a
 * `task.yaml` that is there is left as it is.
 * @throws EvospiceError `DATA_NETWORK` where a file cannot be had, `DATA_CHECKSUM` for one that is not what was published
 */
export async function fetchPublicData({ tasks, to, from, signal }: FetchRequest): Promise<readonly FetchedTask[]> {
  const fetched: FetchedTask[] = [];
  for (const task of tasks) {
    const folder = join(to, task.id);
    await mkdir(join(folder, measuredFolder), { recursive: true });
    let brought = 0;
    for (const { file } of task.data) {
      const target = join(folder, measuredFolder, basename(file.path));
      if (await isWhole(target, file)) continue;
      const content = await contentOf(task.repository, file, from, signal);
      // Whole or not at all: an interrupt must not leave half a file under its name.
      await writeFile(`${target}.part`, content);
      await rename(`${target}.part`, target);
      brought += 1;
    }
    const known = join(folder, 'task.yaml');
    const file = (await existing(known)) === undefined ? await writePublicTask(task, folder) : known;
    fetched.push({ id: task.id, file, brought, present: task.data.length - brought });
  }
  return fetched;
}

async function isWhole(target: string, { sha256 }: PublicFile): Promise<boolean> {
  const content = await readFile(target).catch((error: unknown) => absent(error, target));
  return content !== undefined && hashOf(content) === sha256;
}

async function contentOf(repository: PublicRepository, file: PublicFile, from: string, signal: AbortSignal): Promise<Uint8Array> {
  const online = /^https?:/u.test(from);
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const place = online ? `${from.replace(/\/$/u, '')}/${repository.name}/${repository.commit}/${path}` : join(from, repository.name, file.path);
  const content = online ? await download(place, repository, signal) : await copyOf(place, repository);
  const sha256 = hashOf(content);
  if (sha256 === file.sha256) return content;
  throw new EvospiceError('DATA_CHECKSUM', `${place} is not the file that was published`, {
    received: `${content.length} bytes, SHA-256 ${sha256}`, expected: `${file.bytes} bytes, SHA-256 ${file.sha256}`,
    remedy: online ? 'try again; a proxy may have answered in its place' : `check the clone out at commit ${repository.commit}, without conversion of line ends`,
  });
}

async function download(url: string, repository: PublicRepository, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(fileSeconds * 1000)]) });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    signal.throwIfAborted();
    throw new EvospiceError('DATA_NETWORK', `cannot get ${url}: ${reasonOf(cause)}`, {
      expected: 'a network that reaches it',
      remedy: `without a network, bring a clone of https://github.com/${repository.name} at commit ${repository.commit} to <folder>/${repository.name} and give --from <folder>; `
        + 'behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1; or set EVOSPICE_DATA to a folder with tasks of your own',
      cause,
    });
  }
}

/** `fetch` says only that it failed; why is in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}

async function copyOf(file: string, repository: PublicRepository): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new EvospiceError('DATA_NETWORK', `cannot read ${file}: ${(cause as Error).message}`, {
      expected: `a clone of https://github.com/${repository.name} at commit ${repository.commit}`, remedy: 'check --from', cause,
    });
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
