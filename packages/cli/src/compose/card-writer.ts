import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EvospiceError } from '@evospice/contracts';
import { outputFile } from './output-folder.ts';

/**
 * Writes cards into one folder. A file that is there already is not overwritten, unless it is one that this writer has written.
 * @returns a function from a file's name and text to its path, which throws EvospiceError `USAGE_OUT`
 */
export function cardWriter(folder: string): (name: string, text: string) => Promise<string> {
  const own = new Set<string>();
  return async (name, text) => {
    const file = join(folder, name);
    if (dirname(file) !== folder || (await isLink(file))) {
      throw new EvospiceError('USAGE_OUT', `${file} would lie elsewhere`, { received: name, expected: `a file of ${folder}`, remedy: 'choose another name' });
    }
    try {
      const path = await outputFile(file, text, own.has(name));
      own.add(name);
      return path;
    } catch (cause) {
      throw new EvospiceError('USAGE_OUT', (cause as Error).message, { received: name, expected: `a new file of ${folder}`, remedy: 'choose another name', cause });
    }
  };
}

/** What is written under the name of a link goes where it points to. */
async function isLink(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined))?.isSymbolicLink() === true;
}
