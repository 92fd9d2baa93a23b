import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { EvospiceError } from '@evospice/contracts';
import { homeFolder, inspirationFolder, promptFile, usageFile } from './names.ts';

/** Entries of a folder that are looked at; an agent may have unpacked anything. */
const mostEntries = 5000;

/**
 * Text of a file that somebody else wrote; undefined where there is none.
 * @throws EvospiceError `PROPOSAL_FAILED` for a link, a device, a pipe, a file with several names, one above the limit, and one that is not text in UTF-8
 */
export async function textAt(folder: string, path: string, longest: number): Promise<string | undefined> {
  const steps = path.split('/');
  for (const [index] of steps.entries()) {
    const name = steps.slice(0, index + 1).join('/');
    const status = await lstat(join(folder, name)).catch(ignoreMissing);
    if (status === undefined) return undefined;
    const isLast = index === steps.length - 1;
    if (isLast ? !status.isFile() : !status.isDirectory()) throw refused(`${name} is a ${kindOf(status)}`, isLast ? 'a file' : 'a folder');
    if (isLast && status.nlink > 1) throw refused(`${name} is a file with ${status.nlink} names`, 'a file of its own');
  }
  const file = await open(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (size > longest) throw refused(`${path} has ${size} bytes`, `files of at most ${longest} bytes (limits.fileBytes)`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
    return decoded(buffer.subarray(0, bytesRead), path);
  } finally {
    await file.close();
  }
}

/**
 * Paths of new files that match a pattern. Hidden files and what was put there for the agent are passed over.
 * @throws EvospiceError `PROPOSAL_FAILED` when there is too much to look at
 */
export async function matchingFiles(folder: string, patterns: readonly string[]): Promise<readonly string[]> {
  if (patterns.length === 0) return [];
  const found: string[] = [];
  let looked = 0;
  const visit = async (prefix: string): Promise<void> => {
    for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
      const path = `${prefix}${entry.name}`;
      looked += 1;
      if (looked > mostEntries) throw refused(`the folder holds more than ${mostEntries} files`, 'an agent that cleans up behind itself');
      if (entry.name.startsWith('.') || ours.has(path)) continue;
      if (entry.isDirectory()) await visit(`${path}/`);
      // What is not a plain file is refused when it is read.
      else if (patterns.some((pattern) => matchesGlob(path, pattern))) found.push(path);
    }
  };
  await visit('');
  return found.toSorted();
}

const ours: ReadonlySet<string> = new Set([promptFile, usageFile, inspirationFolder, homeFolder]);

function kindOf(status: { isSymbolicLink(): boolean; isDirectory(): boolean; isFile(): boolean }): string {
  if (status.isSymbolicLink()) return 'link';
  if (status.isDirectory()) return 'folder';
  return status.isFile() ? 'file' : 'device or pipe';
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (cause) {
    throw refused(`${path} is not text in UTF-8`, 'text', cause);
  }
  throw refused(`${path} is not text`, 'text');
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

function refused(message: string, expected: string, cause?: unknown): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', `what the agent left cannot be taken: ${message}`, { expected, cause });
}
