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
 * Brings measured files with their checksums, and writes a task for them. A file that is there and whole is not brought again, one that was
 * cut off is, and a `task.yaml` that is there is left as it is.
 * @throws EvospiceError `DATA_NETWORK` where a file cannot be had, `DATA_CHECKSUM` for one that is not what was published, `USAGE_OUT` where
 *   another file is in its place
 */
export async function fetchPublicData({ tasks, to, from, signal }: FetchRequest): Promise<readonly FetchedTask[]> {
  const fetched: FetchedTask[] = [];
  for (const task of tasks) {
    const folder = join(to, task.id);
    await mkdir(join(folder, measuredFolder), { recursive: true });
    let brought = 0;
    for (const { file } of task.data) {
      const target = join(folder, measuredFolder, basename(file.path));
      const there = await readFile(target).catch((error: unknown) => absent(error, target));
      if (there !== undefined && hashOf(there) === file.sha256) continue;
      const content = await contentOf(task.repository, file, from, signal);
      refuseOther(target, there, content);
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

/** What was cut off is a beginning of the file that was published; everything else is somebody's own. */
function refuseOther(target: string, there: Uint8Array | undefined, content: Uint8Array): void {
  if (there === undefined || Buffer.compare(there, content.subarray(0, there.length)) === 0) return;
  throw new EvospiceError('USAGE_OUT', `${target} is there and is not the file that was published`, {
    received: `${there.length} bytes, SHA-256 ${hashOf(there)}`, expected: 'the published file, a beginning of it, or none', remedy: 'choose another --to, or move the file away',
  });
}

async function contentOf(repository: PublicRepository, file: PublicFile, from: string, signal: AbortSignal): Promise<Uint8Array> {
  const online = /^https?:/u.test(from);
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const place = online ? `${from.replace(/\/$/u, '')}/${repository.name}/${repository.commit}/${path}` : join(from, repository.name, file.path);
  const content = online ? await download(place, { repository, file, signal }) : await copyOf(place, repository);
  const sha256 = hashOf(content);
  if (sha256 === file.sha256) return content;
  throw new EvospiceError('DATA_CHECKSUM', `${place} is not the file that was published: ${content.length} bytes in place of ${file.bytes}${content.length === file.bytes ? ', with another checksum' : ''}`, {
    received: `${content.length} bytes, SHA-256 ${sha256}`, expected: `${file.bytes} bytes, SHA-256 ${file.sha256}`,
    remedy: online ? 'try again; a proxy or a page to log in may have answered in its place' : `check the clone out at commit ${repository.commit}, without conversion of line ends`,
  });
}

async function download(url: string, { repository, file, signal }: { readonly repository: PublicRepository; readonly file: PublicFile; readonly signal: AbortSignal }): Promise<Uint8Array> {
  let answered = '';
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(fileSeconds * 1000)]) });
    if (!response.ok) {
      answered = 'check --from, which is a server with paths <owner>/<name>/<commit>/<file>; ';
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    answered = 'try again: what was brought whole stays; ';
    return await bodyOf(response, file.bytes);
  } catch (cause) {
    signal.throwIfAborted();
    const reason = reasonOf(cause);
    throw new EvospiceError('DATA_NETWORK', `cannot get ${url}: ${reason}`, {
      expected: 'a network that reaches it',
      remedy: `${/certificate/u.test(reason) ? 'name the file of the certificate in NODE_EXTRA_CA_CERTS; ' : answered}without a network, bring a clone of https://github.com/${repository.name} at commit ${repository.commit} to <folder>/${repository.name} and give --from <folder>; `
        + 'behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1; or set EVOSPICE_DATA to a folder with tasks of your own',
      cause,
    });
  }
}

/** The body up to just beyond the size that is expected: a longer one is refused by its size, and need not be had whole. */
async function bodyOf({ body }: Response, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytes) break;
  }
  return Buffer.concat(chunks);
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
