import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private folder, in memory-backed storage where the machine has it: results pass through it thousands of times. */
export function makeScratchFolder(): string {
  for (const parent of ['/dev/shm', tmpdir()]) {
    try {
      accessSync(parent, constants.W_OK | constants.X_OK);
      return mkdtempSync(join(parent, 'evospice-ngspice-'));
    } catch {
      // Not there, not writable or full: the next one. The last attempt below tells what is wrong.
    }
  }
  return mkdtempSync(join(tmpdir(), 'evospice-ngspice-'));
}

export function removeScratchFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
