import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

const sourceExtensions = new Set(['.ts', '.mts', '.js', '.mjs']);

/** True when an optimizer is named by a file rather than by its name. */
export function isProgramFile(optimizer: string): boolean {
  return sourceExtensions.has(extname(optimizer));
}

/** Reads a program file. @throws EvospiceError `USAGE_PROGRAM` when it cannot be read. */
export async function programFrom(file: string): Promise<{ readonly name: string; readonly source: string }> {
  try {
    return { name: basename(file), source: await readFile(file, 'utf8') };
  } catch (cause) {
    throw new EvospiceError('USAGE_PROGRAM', `cannot read the program ${file}: ${(cause as Error).message}`, {
      received: file, expected: 'a TypeScript file that exports an optimizer by default', remedy: 'check the path', cause,
    });
  }
}
