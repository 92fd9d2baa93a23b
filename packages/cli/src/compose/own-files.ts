import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { EvospiceError } from '@evospice/contracts';
import { outputFolder } from './output-folder.ts';

/** File of an output folder in which it is kept what commands wrote there: SHA-256 by name, null while a file is being written. */
const RECORD = '.evospice-files.json';

type FileRecord = Readonly<Record<string, string | null>>;

export interface ClaimOptions {
  /** What the command will write, relative to the folder; a name that ends with `/` is a folder with whatever is below it. */
  readonly names: readonly string[];
  /** Whether a run is stored in the folder already: one of an earlier version kept no record, and what lies there counts as its own. */
  readonly holdsRun?: (folder: string) => Promise<boolean>;
}

/** An output folder and the files in it that a command may write over: those that an earlier one wrote, as it left them. */
export class OwnFiles {
  /** Absolute. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Makes the folder, and makes sure that a command overwrites nothing but what an earlier one wrote there.
   * @throws EvospiceError `USAGE_OUT` that names a file which is not Evospice's own or was changed since, or for a folder that cannot be written into
   */
  static async claim(path: string, { names, holdsRun }: ClaimOptions): Promise<OwnFiles> {
    const folder = await outputFolder(path);
    const record = await recordOf(folder);
    if (record === undefined && await holdsRun?.(folder) === true) return new OwnFiles(folder);
    for (const name of (await Promise.all(names.map((each) => filesOf(folder, each)))).flat()) await refuseForeign(folder, name, record ?? {});
    if (record === undefined) await save(folder, {});
    return new OwnFiles(folder);
  }

  /** Has files written by `work`, which are Evospice's own from then on; those of `names` that it does not write are left out. */
  async write<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    // Said first: a kill in the middle leaves files that no hash is kept of.
    await this.#keep(Object.fromEntries(names.filter((name) => !name.endsWith('/')).map((name) => [name, null])));
    const result = await work();
    const written = (await Promise.all(names.map((name) => filesOf(this.folder, name)))).flat();
    await this.#keep(Object.fromEntries(await Promise.all(written.map(async (name) => [name, await hashOf(join(this.folder, name)) ?? null] as const))));
    return result;
  }

  async #keep(files: FileRecord): Promise<void> {
    await save(this.folder, { ...(await recordOf(this.folder)), ...files });
  }
}

async function refuseForeign(folder: string, name: string, record: FileRecord): Promise<void> {
  const hash = await hashOf(join(folder, name));
  if (hash === undefined || record[name] === null || hash === record[name]) return;
  throw new EvospiceError('USAGE_OUT', `${join(folder, name)} ${Object.hasOwn(record, name) ? 'was changed after Evospice wrote it' : 'was not written by Evospice'}, and would be overwritten`, {
    received: name, expected: 'a folder without files of these names, or one with the files of an earlier run', remedy: 'choose another --out, or move the file away',
  });
}

async function recordOf(folder: string): Promise<FileRecord | undefined> {
  const file = join(folder, RECORD);
  const text = await contentOf(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.toString('utf8')) as FileRecord;
  } catch (cause) {
    throw new EvospiceError('USAGE_OUT', `${file} is damaged: it cannot be told which files here Evospice wrote`, { expected: 'JSON', remedy: 'choose another --out, or remove that file and what is to be written anew', file, cause });
  }
}

/** In one step, so that a kill leaves the old record or the new one. */
async function save(folder: string, record: FileRecord): Promise<void> {
  const file = join(folder, RECORD);
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${file}.${process.pid}`, file);
}

/** The name itself, or the names of all files in the folder that it is. */
async function filesOf(folder: string, name: string): Promise<readonly string[]> {
  if (!name.endsWith('/')) return [name];
  try {
    const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

async function hashOf(file: string): Promise<string | undefined> {
  const content = await contentOf(file);
  return content === undefined ? undefined : createHash('sha256').update(content).digest('hex');
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
