import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../packages/cli/bin/evospice.mjs', import.meta.url));

/** Measured devices on which the dogleg was once far above Levenberg-Marquardt. */
export const devices = ['p01', 'p03'];

/**
 * Error of an extraction by the built command, its training curves relative, one seed, 400 simulations; null where the device is not there.
 * @throws Error where the command fails otherwise.
 */
export function extractionError(device: string, optimizer: string): number | null {
  const out = mkdtempSync(join(tmpdir(), 'evospice-perf-'));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'extract', device, '--optimizer', optimizer, '--budget', '400', '--json', '--out', join(out, 'run')], { encoding: 'utf8' });
    if (status === 0) return (JSON.parse(stdout) as { final: { train: { relativeRms: number } } }).final.train.relativeRms;
    if (`${stdout}${stderr}`.includes('TASK_NOT_FOUND')) return null;
    throw new Error(`evospice extract ${device} ended with ${String(status)}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  } finally {
    rmSync(out, { recursive: true });
  }
}
