import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/** Where the runs of one session leave their files. */
export interface WorkFolder {
  readonly path: string;
  /** True when files stay for people to look at. */
  readonly kept: boolean;
  /** A folder of its own for one run. */
  next(): string;
  /** Removes the folder of a run, or everything; nothing where files are kept. */
  discard(folder?: string): void;
}

/**
 * A private folder, in memory-backed storage where the machine has it; or a new one inside `keep`.
 * @throws EvospiceError `SIMULATOR_FOLDER` when `keep` cannot be written.
 */
export function makeWorkFolder(name: string, keep?: string): WorkFolder {
  const path = keep === undefined ? privateFolder(name) : keptFolder(keep, name);
  let count = 0;
  return {
    path,
    kept: keep !== undefined,
    next() {
      const folder = join(path, `run${count++}`);
      mkdirSync(folder);
      return folder;
    },
    discard(folder = path) {
      if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function privateFolder(name: string): string {
  try {
    accessSync('/dev/shm', constants.W_OK | constants.X_OK);
    return mkdtempSync(join('/dev/shm', `evospice-${name}-`));
  } catch {
    // Not there, not writable or full: the disk does as well.
    return mkdtempSync(join(tmpdir(), `evospice-${name}-`));
  }
}

function keptFolder(keep: string, name: string): string {
  try {
    mkdirSync(resolve(keep), { recursive: true });
    return mkdtempSync(join(resolve(keep), `${name}-`));
  } catch (cause) {
    throw new EvospiceError('SIMULATOR_FOLDER', `the folder ${keep} for kept files cannot be written`, {
      received: keep, expected: 'a folder that can be written', remedy: 'change keepFiles in the options of the simulator', cause,
    });
  }
}
