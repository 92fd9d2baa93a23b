import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNgspice } from './plain-ngspice.ts';
import type { StandInMode } from './types.ts';

/** A stand-in under the real name of a program, in a folder of its own. */
export interface InstalledStandIn {
  /** PATH with the stand-in in front. */
  readonly path: string;
  /** Where it lies. */
  readonly location: string;
  /** How it behaves from now on. */
  behave(mode: StandInMode): void;
  /** Command lines so far, without those that ask for a version. */
  calls(): readonly (readonly string[])[];
  /** Most runs that were under way at once. */
  overlap(): number;
  /** What was wrong with command lines or netlists so far. */
  refusals(): readonly string[];
  /** Process ids of slow runs and of their children. */
  children(): readonly number[];
  remove(): void;
}

/**
 * @param program real name, such as `hspice`
 * @param module file that default-exports a `StandIn`
 */
export function installStandIn(program: string, module: URL): InstalledStandIn {
  const folder = mkdtempSync(join(tmpdir(), `evospice-stand-in-${program}-`));
  const bin = join(folder, 'bin');
  const location = join(bin, program);
  const source = import.meta.url.endsWith('.ts');
  const main = fileURLToPath(new URL(source ? './main.ts' : './main.js', import.meta.url));
  mkdirSync(bin);
  // A suite starts it hundreds of times: what it runs is compiled at its first start only.
  writeFileSync(location, `#!/bin/sh\nNODE_COMPILE_CACHE=${quoted(join(folder, 'cache'))} exec ${quoted(process.execPath)} ${quoted(main)} ${quoted(fileURLToPath(module))} ${quoted(folder)} "$@"\n`);
  chmodSync(location, 0o755);
  const lines = (name: string): readonly string[] => {
    try {
      return readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '');
    } catch {
      // Nothing of the kind has happened yet.
      return [];
    }
  };
  const events = (): readonly { readonly event: string; readonly at: number; readonly args: readonly string[] }[] => lines('calls.jsonl').map((line) => JSON.parse(line) as { event: string; at: number; args: string[] });
  const installed: InstalledStandIn = {
    path: [bin, process.env['PATH'] ?? ''].join(delimiter),
    location,
    behave: (mode) => { writeFileSync(join(folder, 'mode'), mode); },
    calls: () => events().filter(({ event }) => event === 'start').map(({ args }) => args),
    overlap() {
      let running = 0;
      let most = 0;
      for (const { event } of [...events()].toSorted((a, b) => a.at - b.at)) {
        running += event === 'start' ? 1 : -1;
        most = Math.max(most, running);
      }
      return most;
    },
    refusals: () => lines('refused.log'),
    children: () => lines('children').map(Number),
    remove: () => { rmSync(folder, { recursive: true, force: true }); },
  };
  installed.behave('normal');
  return installed;
}

/** Why stand-ins cannot run here; undefined when they can. */
export function missingForStandIns(): string | undefined {
  return findNgspice() === undefined ? 'ngspice, which does the work of the stand-in, is not installed' : undefined;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
