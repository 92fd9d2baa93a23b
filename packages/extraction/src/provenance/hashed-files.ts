import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Task } from '@evospice/contracts';

/** A file that went into an extraction. */
export interface HashedFile {
  readonly what: 'data' | 'start card';
  /** Below the folder that all of them lie in, so that it does not depend on where that is. */
  readonly name: string;
  /** Of its bytes, in hexadecimal, as `sha256sum` gives it; null where it cannot be read. */
  readonly sha256: string | null;
}

/** The measured files of a task's curves and the file of its start card, with hashes of their bytes; in order of the curves. */
export async function hashedFiles({ curves, model }: Task): Promise<readonly HashedFile[]> {
  // A curve's source is a file and a line; that of a task without files, made in this process, is its recipe.
  const data = new Set(curves.map((curve) => curve.source.replace(/:\d+$/u, '')));
  const named = [...[...data].map((file) => ({ what: 'data' as const, file })), { what: 'start card' as const, file: model.card.file }];
  const files = named.filter(({ file }) => isAbsolute(file));
  const folder = commonFolder(files.map(({ file }) => file));
  return Promise.all(files.map(async ({ what, file }) => ({ what, name: relative(folder, file).split(sep).join('/'), sha256: await hashOf(file) })));
}

function commonFolder(files: readonly string[]): string {
  return files.map((file) => dirname(file)).reduce((common, folder) => {
    let shared = common;
    while (relative(shared, folder).startsWith('..') && dirname(shared) !== shared) shared = dirname(shared);
    return shared;
  }, dirname(files[0] ?? ''));
}

async function hashOf(file: string): Promise<string | null> {
  try {
    return createHash('sha256').update(await readFile(file)).digest('hex');
  } catch {
    return null;
  }
}
