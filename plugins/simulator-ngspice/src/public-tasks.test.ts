import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { devicePlugin, loadTask, testbenchOf } from '@evospice/device';
import { createRegistry } from '@evospice/kernel';
import { readersPlugin } from '@evospice/readers';
import type { Curve, Simulator, SimulationOutcome, Task, Testbench } from '@evospice/contracts';
import { differenceOf } from './reference/agreement.ts';
import { simulateFreshly } from './reference/fresh-run.ts';
import { simulatePlainly } from './reference/plain-deck.ts';
import { hasLibrary, hasNgspice, limits, missingNgspice, uniformNumbers } from './reference/test-circuits.ts';
import { LibrarySimulator } from './simulators/library-simulator.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';

// Measured tasks with their cards: EVOSPICE_DATA, or beside the workspace.
const data = process.env['EVOSPICE_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data/devices');
const ids = existsSync(data) ? readdirSync(data).filter((name) => existsSync(join(data, name, 'task.yaml'))).toSorted() : [];
const simulated = ids.filter((id) => !id.startsWith('p13'));
const registry = createRegistry([devicePlugin, readersPlugin]);
/** EVOSPICE_LONG_TESTS=1: a hundred random candidates a task in place of two. */
const long = process.env['EVOSPICE_LONG_TESTS'] === '1';
const randomCandidates = long ? 100 : 2;
/** Curves of each candidate that are also run in a plain deck; other ones for each candidate. */
const plainCurves = 4;
const timeout = long ? 1_800_000 : 60_000;
const reason = ids.length === 0 ? ' (skipped: no measured tasks at EVOSPICE_DATA)' : hasNgspice ? '' : ` (skipped: ${missingNgspice})`;

/** Relative, of the value or the vector's floor where that is larger; see `differenceOf`. */
const native = 1e-9;
const embedded = 1e-6;

/**
 * Where the WebAssembly build, a newer ngspice, has other equations than the native one of version 39; the largest
 * relative difference that its tasks show. Everything else agrees to 1e-6.
 */
const newerEquations: Readonly<Record<string, { readonly cause: string; readonly largest: number }>> = {
  p08: { cause: 'VBIC: the effect of temperature on avalanche under self-heating', largest: 0.2 },
  p15: { cause: 'VDMOS: mobility degradation theta', largest: 10 },
};

/**
 * Where rounding does more to a current than elsewhere, A: the series resistances of the power transistor come down to
 * 0.1 milliohm, so that products of conductance and voltage reach 2^16, whose last bit is 2^-36.
 */
const coarser: Readonly<Record<string, number>> = { p15: 2 ** -35 };

function candidatesOf(task: Task): readonly (readonly number[])[] {
  const random = uniformNumbers(1);
  const draw = (): readonly number[] => task.tunables.map(({ lower, upper, scale }) => {
    const u = random();
    return scale === 'log' ? lower * (upper / lower) ** u : lower + u * (upper - lower);
  });
  return [task.tunables.map((tunable) => tunable.start), ...Array.from({ length: randomCandidates }, draw)];
}

/** Spread over all curves, others for each candidate. */
function sampleOf(curves: readonly Curve[], candidate: number): readonly Curve[] {
  const stride = Math.max(1, Math.ceil(curves.length / plainCurves));
  return curves.filter((_, index) => index % stride === candidate % stride);
}

async function simulate(simulator: Simulator, testbench: Testbench, candidates: readonly (readonly number[])[]): Promise<readonly SimulationOutcome[]> {
  const session = await simulator.open(testbench);
  try {
    return await session.simulate({ candidates });
  } finally {
    await session.close();
  }
}

const ways: readonly (readonly [string, Simulator])[] = [
  ...(hasLibrary ? [['library', new LibrarySimulator({ library: 'auto', ...limits })] as const] : []),
  ['process', new ProcessSimulator({ command: 'ngspice', ...limits })],
  ['WebAssembly', new WasmSimulator(limits)],
];

describe.skipIf(reason !== '')(`measured tasks${hasLibrary ? '' : ' (without the library, which is not installed)'}${reason}`, () => {
  it.each(ids.filter((id) => id.startsWith('p13')))('%s is refused: its model would run as level 1', async (id) => {
    const testbench = testbenchOf(await loadTask(join(data, id), registry));
    for (const [, simulator] of ways) await expect(simulator.open(testbench)).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
  });

  it.each(simulated)(`%s: every way equals fresh runs of ngspice -b to ${native}, WebAssembly to ${embedded}`, { timeout }, async (id) => {
    const task = await loadTask(join(data, id), registry);
    const testbench = testbenchOf(task);
    const candidates = candidatesOf(task);
    const other = newerEquations[id.slice(0, 3)];
    const outcomes = new Map<string, readonly SimulationOutcome[]>();
    for (const [way, simulator] of ways) outcomes.set(way, await simulate(simulator, testbench, candidates));
    const reference = outcomes.get('process') as readonly SimulationOutcome[];
    // Start cards simulate; candidates drawn from the whole box may be refused, and then by all.
    for (const [, own] of outcomes) expect(own[0]).toMatchObject({ ok: true });
    let compared = 0;
    let alike = 0;
    for (const [index, candidate] of candidates.entries()) {
      const one = reference[index];
      const fresh = one?.ok === true ? await simulateFreshly(testbench, candidate) : new Map<string, readonly Float64Array[]>();
      const plain = new Map<Curve, readonly Float64Array[]>();
      if (one?.ok === true) for (const curve of sampleOf(testbench.curves, index)) plain.set(curve, await simulatePlainly(testbench, curve, candidate));
      for (const [way, own] of outcomes) {
        const two = own[index];
        const isEmbedded = way === 'WebAssembly';
        const largest = isEmbedded ? other?.largest ?? embedded : native;
        if (!isEmbedded || other === undefined) expect(two?.ok, `${way}, candidate ${index}`).toBe(one?.ok);
        if (two?.ok !== true || one?.ok !== true) continue;
        for (const [at, curve] of testbench.curves.entries()) {
          const expected = fresh.get(curve.id) ?? one.curves[at]?.vectors ?? [];
          const difference = differenceOf(curve, two.curves[at], expected, coarser[id.slice(0, 3)]);
          expect(difference.largest, `${way}, candidate ${index}, fresh run: ${difference.at}`).toBeLessThan(largest);
          compared += fresh.has(curve.id) ? 1 : 0;
          const alone = plain.get(curve);
          // Where ngspice -b itself finds no operating point there is nothing to compare with.
          if (alone === undefined || alone.some((vector) => vector.some(Number.isNaN))) continue;
          alike += 1;
          const apart = differenceOf(curve, two.curves[at], alone, coarser[id.slice(0, 3)]);
          expect(apart.largest, `${way}, candidate ${index}, plain deck: ${apart.at}`).toBeLessThan(largest);
        }
      }
    }
    // Circuits that Newton's method alone does not solve have no fresh run, and must not be the rule.
    expect(compared).toBeGreaterThanOrEqual(testbench.curves.length);
    expect(alike).toBeGreaterThanOrEqual(ways.length);
  });
});
