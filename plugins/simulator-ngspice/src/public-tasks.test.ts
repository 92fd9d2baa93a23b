import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTask, testbenchOf } from '@evospice/device';
import type { Curve, Simulator, SimulatedCurve, SimulationOutcome, Task, Testbench } from '@evospice/kernel';
import { differenceOf } from './reference/agreement.ts';
import { simulatePlainly } from './reference/plain-deck.ts';
import { hasNgspice, limits, missingNgspice, uniformNumbers } from './reference/test-circuits.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';

// Measured tasks with their cards: EVOSPICE_DATA, or beside the workspace.
const data = process.env['EVOSPICE_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data/devices');
const ids = existsSync(data) ? readdirSync(data).filter((name) => existsSync(join(data, name, 'task.yaml'))).toSorted() : [];
/** Set EVOSPICE_LONG_TESTS=1 to compare every curve and more candidates. */
const long = process.env['EVOSPICE_LONG_TESTS'] === '1';
const randomCandidates = long ? 4 : 1;
const curvesAKind = long ? Infinity : 2;
const reason = ids.length === 0 ? ' (skipped: no measured tasks at EVOSPICE_DATA)' : hasNgspice ? '' : ` (skipped: ${missingNgspice})`;

/**
 * Where the WebAssembly build, a newer ngspice, has other equations than the native one of version 39; the largest
 * relative difference that its tasks show. Everything else agrees to 1e-6.
 */
const newerEquations: Readonly<Record<string, { readonly cause: string; readonly largest: number }>> = {
  'p08': { cause: 'VBIC: the effect of temperature on avalanche under self-heating', largest: 0.05 },
  'p15': { cause: 'VDMOS: mobility degradation theta', largest: 10 },
};

function candidatesOf(task: Task): readonly (readonly number[])[] {
  const random = uniformNumbers(1);
  const draw = (): readonly number[] => task.tunables.map(({ lower, upper, scale }) => {
    const u = random();
    return scale === 'log' ? lower * (upper / lower) ** u : lower + u * (upper - lower);
  });
  return [task.tunables.map((tunable) => tunable.start), ...Array.from({ length: randomCandidates }, draw)];
}

/** The first curves of each kind, instance and temperature are the most alike; a few of each kind are enough. */
function sampleOf(curves: readonly Curve[]): readonly Curve[] {
  const counts = new Map<string, number>();
  return curves.filter((curve) => {
    const count = (counts.get(curve.kind) ?? 0) + 1;
    counts.set(curve.kind, count);
    return count <= curvesAKind;
  });
}

async function simulate(simulator: Simulator, testbench: Testbench, candidates: readonly (readonly number[])[]): Promise<readonly SimulationOutcome[]> {
  const session = await simulator.open(testbench);
  try {
    return await session.simulate({ candidates });
  } finally {
    await session.close();
  }
}

describe.skipIf(reason !== '')(`measured tasks${reason}`, () => {
  const native = new ProcessSimulator({ command: 'ngspice', ...limits });
  const wasm = new WasmSimulator(limits);

  it.each(ids.filter((id) => id.startsWith('p13')))('%s is refused: its model would run as level 1', async (id) => {
    const testbench = testbenchOf(await loadTask(join(data, id)));
    for (const simulator of [native, wasm]) await expect(simulator.open(testbench)).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
  });

  it.each(ids.filter((id) => !id.startsWith('p13')))('%s: process, WebAssembly and plain decks agree to 1e-6', { timeout: long ? 600_000 : 60_000 }, async (id) => {
    const task = await loadTask(join(data, id));
    const testbench = testbenchOf(task);
    const candidates = candidatesOf(task);
    const [ours, theirs] = [await simulate(native, testbench, candidates), await simulate(wasm, testbench, candidates)];
    // Start cards simulate; candidates drawn from the whole box may be refused, and then by both.
    expect(ours[0]).toMatchObject({ ok: true });
    const other = newerEquations[id.slice(0, 3)];
    for (const [index, candidate] of candidates.entries()) {
      const [one, two] = [ours[index], theirs[index]];
      if (other === undefined) expect(two?.ok).toBe(one?.ok);
      if (one?.ok !== true) continue;
      for (const curve of sampleOf(testbench.curves)) {
        const own = one.curves.find((simulated) => simulated.curve === curve.id) as SimulatedCurve;
        const plain = differenceOf(curve, own, await simulatePlainly(testbench, curve, candidate));
        expect(plain.largest, `plain: ${plain.at}`).toBeLessThan(1e-6);
      }
      if (two?.ok !== true) continue;
      for (const [at, curve] of testbench.curves.entries()) {
        const between = differenceOf(curve, two.curves[at], one.curves[at]?.vectors ?? []);
        expect(between.largest, `WebAssembly: ${between.at}`).toBeLessThan(other?.largest ?? 1e-6);
      }
    }
  });
});
