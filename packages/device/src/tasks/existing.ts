import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { EvospiceError } from '@evospice/contracts';

/**
 * What is at a path, or undefined where there is nothing.
 * @throws EvospiceError `TASK_UNREADABLE` where it cannot be told, such as below a folder without permission
 */
export async function existing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    return absent(error, path);
  }
}

/** Undefined for an error that says there is nothing at the path. @throws EvospiceError `TASK_UNREADABLE` for any other */
export function absent(error: unknown, path: string): undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw new EvospiceError('TASK_UNREADABLE', `cannot look at ${path}: ${message}`, {
    received: path, expected: 'a file or folder that may be read', remedy: 'check its permissions', cause: error,
  });
}
