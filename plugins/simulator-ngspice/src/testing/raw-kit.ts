/** What ngspice itself makes of a library: the library included into a plain deck, one run of `ngspice -b`. For tests only. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TOLERANCES } from '../circuit/deck.ts';
import { readRawPlots } from '../engine/raw-file.ts';
import type { Kit } from './draw-kit.ts';

const run = promisify(execFile);

/** Gate (or base) voltages of the sweep; the drain is at `DRAIN`. V */
export const GATES: readonly number[] = [0, 0.4, 0.8, 1.2];
export const DRAIN = 0.9;

/** Currents into the terminals along the sweep, A; or what ngspice said where it gave none. A process of its own. */
export async function simulateRaw(kit: Kit): Promise<readonly Float64Array[] | string> {
  return (await runDecks([kit]))[0]!;
}

/**
 * As `simulateRaw`, many in one process: ten times as fast. Where one ends the process, those behind it have no answer; and ngspice keeps
 * a few things from one circuit to the next, so that a result that surprises should be looked at alone.
 */
export async function simulateRawTogether(kits: readonly Kit[]): Promise<readonly (readonly Float64Array[] | string)[]> {
  return await runDecks(kits);
}

async function runDecks(kits: readonly Kit[]): Promise<readonly (readonly Float64Array[] | string)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-raw-'));
  try {
    const own = (index: number, text: string): string => text.replaceAll(/\b(?=kit\.lib|inner\.inc)/g, `k${index}-`);
    const script: string[] = [];
    for (const [index, kit] of kits.entries()) {
      for (const [name, text] of Object.entries(kit.files)) await writeFile(join(folder, `k${index}-${name}`), own(index, text));
      await writeFile(join(folder, `k${index}.cir`), own(index, rawDeck(kit)));
      script.push(`source k${index}.cir`, `dc ${kit.terminals.includes('g') ? 'vg' : 'vd'} ${GATES[0]} ${GATES.at(-1)} ${GATES[1]}`, `write r${index}.raw`, 'destroy all', 'remcirc');
    }
    await writeFile(join(folder, 'all.cir'), ['all', '.control', 'set num_threads=1', 'set filetype=binary', ...script, 'quit', '.endc', '.end', ''].join('\n'));
    const { stdout, stderr } = await run('ngspice', ['-b', 'all.cir'], {
      cwd: folder, env: { ...process.env, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' }, maxBuffer: 1 << 28, timeout: 120_000,
    }).catch((error: { readonly stdout?: string; readonly stderr?: string }) => ({ stdout: error.stdout ?? '', stderr: error.stderr ?? '' }));
    return await Promise.all(kits.map(async (kit, index) => {
      const [plot] = readRawPlots(await readFile(join(folder, `r${index}.raw`)).catch(() => new Uint8Array()));
      if (plot === undefined || plot.points !== GATES.length) return `${stdout}\n${stderr}`;
      return kit.terminals.map((terminal) => plot.real(plot.columns.get(`i(v${terminal})`) as number).map((value) => -value));
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rawDeck({ section, name, wrapped, letter, terminals, instance, temperatureC }: Kit): string {
  const params = Object.entries(instance).map(([key, value]) => `${key}=${value}`).join(' ');
  const sources = terminals.map((terminal) => `v${terminal} ${terminal} 0 ${terminal === 'd' ? DRAIN : 0}`);
  return [
    'raw',
    // In front of the library: a call behind it that gives a multiplier to nested subcircuits ends ngspice 39.
    `${wrapped ? 'x' : letter}1 ${terminals.join(' ')} ${name} ${params}`,
    ...sources,
    section === undefined ? ".include 'kit.lib'" : `.lib 'kit.lib' ${section}`,
    `.temp ${temperatureC}`,
    `.options ${TOLERANCES}`,
    `.save ${terminals.map((terminal) => `i(v${terminal})`).join(' ')}`,
    '.end', '',
  ].join('\n');
}
