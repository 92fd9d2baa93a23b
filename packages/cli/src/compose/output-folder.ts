import { mkdir, mkdtemp, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/** Where a command writes when no folder is named: below `runs`, whatever signs its words hold. */
export function runFolder(...words: readonly (string | number)[]): string {
  return join('runs', words.join('-').replaceAll(/[^\w.-]+/gu, '-'));
}

/**
 * Makes the folder that a command writes into, with those above it, and makes sure that it can be written into. Links in it are refused:
 * what is written under their names would go elsewhere.
 * @param options.links whether the folder may hold links, as one of data does that people arrange
 * @returns its absolute path
 * @throws EvospiceError `USAGE_OUT`
 */
export async function outputFolder(path: string, { links = false }: { readonly links?: boolean } = {}): Promise<string> {
  const folder = resolve(path);
  try {
    await makeAll(folder);
    await rmdir(await mkdtemp(join(folder, '.evospice-')));
  } catch (cause) {
    throw unusable(folder, cause, 'a folder that can be written into, or a place where one can be made');
  }
  if (links) return folder;
  const link = (await readdir(folder, { withFileTypes: true })).find((entry) => entry.isSymbolicLink());
  if (link === undefined) return folder;
  throw new EvospiceError('USAGE_OUT', `${join(folder, link.name)} is a link: what is written under that name would go elsewhere`, {
    received: link.name, expected: 'a folder of this command alone, without links', remedy: 'remove the link, or choose another --out', file: join(folder, link.name),
  });
}

/**
 * Writes a file that was asked for by name.
 * @param force whether it may take the place of one with another text
 * @returns its absolute path
 * @throws EvospiceError `USAGE_OUT`
 */
export async function outputFile(path: string, text: string | Uint8Array, force = false): Promise<string> {
  const file = resolve(path);
  try {
    await makeAll(dirname(file));
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(file).catch(() => undefined))?.isFile() === true) {
      if ((await readFile(file)).equals(Buffer.from(text))) return file;
      throw new EvospiceError('USAGE_OUT', `${file} is there already, and would be overwritten`, { received: path, expected: 'a file that does not exist', remedy: 'choose another --out, move the file away, or give --force', cause });
    }
    throw unusable(file, cause, 'a file that can be written');
  }
  return file;
}

/** One after another: a recursive `mkdir` below /proc never ends. */
async function makeAll(folder: string): Promise<void> {
  for (const missing of await missingFolders(folder)) await makeFolder(missing);
}

/** The folders that are still to be made, the outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  try {
    if ((await stat(folder)).isDirectory()) return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    return [...(await missingFolders(dirname(folder))), folder];
  }
  throw new Error(`${folder} is a file`);
}

/** Another process may make the same folder at the same time. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function unusable(path: string, cause: unknown, expected: string): EvospiceError {
  return new EvospiceError('USAGE_OUT', `cannot write to ${path}: ${(cause as Error).message}`, {
    received: path, expected, remedy: 'choose another --out', cause,
  });
}
