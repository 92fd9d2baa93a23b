import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EvospiceError, type DatasetReader, type MeasuredFile, type Selection } from '@evospice/contracts';
import { nearest, type Kernel } from '@evospice/kernel';
import { measuredFile, recogniseFormat } from '@evospice/readers';
import type { MeasuredInput } from '@evospice/task-import';

/** A measured file as read, and where it is. */
export type FoundInput = MeasuredInput & { readonly path: string };

/** Structures without the device; a file is copied once, whatever it is for. */
export async function readDummies(kernel: Kernel, { open, short, format }: { readonly open?: string; readonly short?: string; readonly format?: Selection }, taken: ReadonlySet<string>): Promise<readonly (FoundInput & { readonly key: 'open' | 'short' })[]> {
  const found: (FoundInput & { readonly key: 'open' | 'short' })[] = [];
  for (const [key, path] of [['open', open], ['short', short]] as const) {
    if (path === undefined) continue;
    const [input] = await readInputs(kernel, [path], format);
    found.push({ ...input!, key, target: `raw/${taken.has(input!.name) ? `${key}-` : ''}${input!.name}` });
  }
  return found;
}

/**
 * Reads measured files, each in the format that it is found to have, or in the one that is named.
 * @throws EvospiceError `USAGE_IMPORT` for a file that cannot be read or that no reader knows, and what the readers throw
 */
export async function readInputs({ registry }: Kernel, files: readonly string[], format: Selection | undefined): Promise<readonly FoundInput[]> {
  const readers = registry.list('DatasetReader').map(({ contribution }) => registry.create('DatasetReader', contribution.name));
  const inputs: FoundInput[] = [];
  const taken = new Set<string>();
  for (const path of files) {
    const name = basename(path);
    const measured = measuredFile(path, await bytesOf(path));
    const reader = format === undefined ? recognised(measured, readers, path) : registry.create('DatasetReader', format);
    const target = taken.has(name) ? `raw/${taken.size + 1}-${name}` : `raw/${name}`;
    taken.add(name);
    inputs.push({ path, name, target, format: reader.format, ...(typeof format === 'object' ? { options: format.options } : {}), dataset: await reader.read(measured) });
  }
  return inputs;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new EvospiceError('USAGE_IMPORT', `cannot read ${path}: ${(cause as Error).message}`, { received: path, expected: 'a measured file', remedy: (cause as NodeJS.ErrnoException).code === 'EISDIR' ? `name the files in it, such as ${path.replace(/\/$/u, '')}/*` : 'check the path', cause });
  }
}

function recognised(measured: MeasuredFile, readers: readonly DatasetReader[], path: string): DatasetReader {
  const [best] = recogniseFormat(measured, readers);
  const reader = readers.find(({ format }) => format === best?.format);
  if (reader !== undefined) return reader;
  const ending = /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase();
  const guess = ending === undefined ? undefined : nearest(ending, readers.map(({ format }) => format));
  throw new EvospiceError('USAGE_IMPORT', 'no reader knows the format of this file', {
    file: path, expected: `one of ${readers.map(({ format }) => format).join(', ')}`, remedy: `say --format ${guess ?? 'csv'} to see what is wrong with it, or bring a reader with --plugin`,
  });
}
