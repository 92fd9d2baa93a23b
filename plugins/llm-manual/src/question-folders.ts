import { appendFile, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/** Folder of the questions inside the folder of a run. */
export const QUESTIONS = 'questions';

/** File in the folder of a run that lists folders of its questions that are elsewhere, one per line. */
const ELSEWHERE = 'questions.txt';

/** Says in the folder of a run where its questions are, unless they are where they are looked for anyway. */
export async function noteFolder(run: string, folder: string): Promise<void> {
  if (folder === join(run, QUESTIONS) || (await notedIn(run)).includes(folder)) return;
  await appendFile(join(run, ELSEWHERE), `${folder}\n`);
}

/**
 * Folders with questions, of a run or given as such.
 * @throws EvospiceError `USAGE_ANSWER` for what is not a folder
 */
export async function questionFolders(given: string): Promise<readonly string[]> {
  const folder = resolve(given);
  if (!(await isFolder(folder))) throw new EvospiceError('USAGE_ANSWER', `${folder} is not a folder`, { received: given, expected: 'folder of a run, or of its questions' });
  const candidates = [join(folder, QUESTIONS), ...await notedIn(folder)];
  const found: string[] = [];
  for (const candidate of candidates) if (await isFolder(candidate)) found.push(candidate);
  return found.length === 0 ? [folder] : found;
}

async function notedIn(run: string): Promise<readonly string[]> {
  try {
    return (await readFile(join(run, ELSEWHERE), 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
