import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/**
 * Makes a folder and those above it that are missing. Unlike a recursive `mkdir`, which goes round in circles below `/proc`, it tries each
 * folder once.
 * @throws EvospiceError `STORE_FOLDER` at once where it cannot be made, or where a file is in its place
 */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path);
  if (await isFolder(folder, path)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (await isFolder(folder, path)) return;
    throw refused(folder, error);
  }
}

async function isFolder(folder: string, asked: string): Promise<boolean> {
  try {
    if ((await stat(folder)).isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw refused(asked, error);
  }
  throw refused(asked, undefined, `${folder} is a file`);
}

function refused(folder: string, cause: unknown, reason = cause instanceof Error ? cause.message : String(cause)): EvospiceError {
  return new EvospiceError('STORE_FOLDER', `the folder ${folder} cannot be made: ${reason}`, {
    received: folder, expected: 'a folder that exists or can be made', remedy: 'choose another folder, or see to its permissions', ...(cause === undefined ? {} : { cause }),
  });
}
