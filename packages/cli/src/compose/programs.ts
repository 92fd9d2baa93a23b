import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';

const sourceExtensions = new Set(['.ts', '.mts', '.js', '.mjs']);

/** True when an optimizer is named by a file rather than by its name. */
export function isProgramFile(optimizer: string): boolean {
  return sourceExtensions.has(extname(optimizer));
}

/** Reads a program file. @throws EvospiceError `USAGE_PROGRAM` when it cannot be read. */
export async function programFrom(file: string): Promise<{ readonly name: string; readonly program: ProgramText }> {
  try {
    return { name: basename(file), program: singleFile(await readFile(file, 'utf8'), basename(file)) };
  } catch (cause) {
    throw new EvospiceError('USAGE_PROGRAM', `cannot read the program ${file}: ${(cause as Error).message}`, {
      received: file, expected: 'a TypeScript file that exports an optimizer by default', remedy: 'check the path', cause,
    });
  }
}

/** What {@link writeProgram} may write: a file with one of the endings of programs, or a folder. */
export function programNames(name: string): readonly string[] {
  return [...sourceExtensions].map((extension) => `${name}${extension}`).concat(`${name}/`);
}

/** Writes a program: one file `name` with the ending of its entry, or a folder `name` with all its files. @returns path of the entry */
export async function writeProgram(folder: string, name: string, program: ProgramText): Promise<string> {
  const paths = Object.keys(program.files);
  if (paths.length === 1) {
    const file = join(folder, `${name}${extname(program.entry)}`);
    await writeFile(file, mainSource(program));
    return file;
  }
  for (const path of paths) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, program.files[path] ?? '');
  }
  return join(folder, name, program.entry);
}
