import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { checkFiles, singleFile } from '@evospice/program-text';
import { z } from 'zod';

/** A program on disk. */
export const programSource = z.union([
  z.string().min(1),
  z.strictObject({ folder: z.string().min(1), entry: z.string().min(1) }),
]).describe('A file, or a folder with several files and the entry among them; relative to the configuration');
export type ProgramSource = z.output<typeof programSource>;

/**
 * Reads a program.
 * @param base folder that relative paths are looked up from
 * @throws EvospiceError `CONFIG_PROGRAM` when it cannot be read; `PROGRAM_FILES`
 */
export function readProgram(source: ProgramSource, base: string): ProgramText {
  const path = resolve(base, typeof source === 'string' ? source : source.folder);
  const program = typeof source === 'string' ? singleFile(read(path), basename(path)) : { entry: source.entry, files: filesIn(path) };
  checkFiles(program);
  return program;
}

function filesIn(folder: string): Record<string, string> {
  try {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), read(path)]));
  } catch (cause) {
    throw unreadable(folder, cause);
  }
}

/** Text of a file. @throws EvospiceError `CONFIG_PROGRAM`. */
export function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): EvospiceError {
  if (EvospiceError.is(cause)) return cause;
  return new EvospiceError('CONFIG_PROGRAM', `cannot read ${path}: ${(cause as Error).message}`, {
    received: path, expected: 'a file that can be read', remedy: 'check the path: it is relative to the configuration', cause,
  });
}

/** SHA-256 of a text. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
