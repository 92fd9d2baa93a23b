import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Plot, Waveforms } from '../model.ts';
import { readWaveforms } from '../read-waveforms.ts';

/** Folder of real output files of simulators; it is not part of the repository. */
export const root = process.env['EVOSPICE_SIMULATOR_OUTPUTS'] ?? fileURLToPath(new URL('../../../../../shared/data/simulator-outputs/', import.meta.url));
export const absent = !existsSync(root);
/** Goes into the titles of tests that need the folder. */
export const because = absent ? ' (skipped: no folder of simulator outputs; set EVOSPICE_SIMULATOR_OUTPUTS)' : '';
export const xyce = 'xyce/regression/OutputData';

/** The file with that path, read with nothing but its own name as a hint. */
export function read(path: string): Waveforms {
  return readWaveforms(readFileSync(join(root, path)), { file: path.slice(path.lastIndexOf('/') + 1) });
}

export function column(plot: Plot, name: string): { re: Float64Array; im: Float64Array | undefined } {
  const at = plot.variables.findIndex((variable) => variable.name === name);
  expect(at, `variable ${name} among ${plot.variables.map((variable) => variable.name).join(', ')}`).toBeGreaterThanOrEqual(0);
  return { re: plot.real[at]!, im: plot.imaginary[at] };
}

/** Compares with a value known to `digits` significant digits. */
export function close(received: number, expected: number, digits = 7): void {
  if (expected === 0) expect(Math.abs(received)).toBeLessThan(1e-300);
  else expect(Math.abs(received / expected - 1)).toBeLessThan(5 * 10 ** -digits);
}

export function row(plot: Plot, point: number): number[] {
  return plot.real.map((values) => values.at(point)!);
}
