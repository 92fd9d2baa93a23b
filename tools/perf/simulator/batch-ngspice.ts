import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder in memory where plain `ngspice -b` runs, so that no disk is measured. */
export class BatchFolder {
  readonly path = mkdtempSync('/dev/shm/evospice-perf-');

  /** Runs a circuit in a process of its own; returns what it printed, and its raw file `r.raw` if it wrote one. */
  async simulate(circuit: string): Promise<{ readonly printed: string; readonly raw: Uint8Array | undefined }> {
    const file = join(this.path, 'c.cir');
    writeFileSync(file, circuit);
    const { stdout, stderr } = await run('ngspice', ['-b', file], {
      cwd: this.path, maxBuffer: 2 ** 28,
      // One thread: with more the reference would be slower, and its time depend on the machine's load.
      env: { ...process.env, HOME: this.path, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
    });
    const raw = join(this.path, 'r.raw');
    try {
      const bytes = readFileSync(raw);
      unlinkSync(raw);
      return { printed: stdout + stderr, raw: bytes };
    } catch {
      // Circuits that only count iterations write none.
      return { printed: stdout + stderr, raw: undefined };
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
