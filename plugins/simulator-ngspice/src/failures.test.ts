import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulationOutcome, Simulator, Testbench } from '@evospice/contracts';
import {
  benchOf, bsim4Card, bsim4Instance, cardOf, diode, hasLibrary, hasNgspice, limits, missingLibrary, missingNgspice, nmos, range, type CurveSketch,
} from './reference/test-circuits.ts';
import { NgspiceSession } from './session/ngspice-session.ts';
import { LibrarySimulator } from './simulators/library-simulator.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';
import { chooseSimulator } from './simulators/ngspice-simulator.ts';

const scratch = mkdtempSync(join(tmpdir(), 'evospice-test-'));
afterAll(() => { rmSync(scratch, { recursive: true, force: true }); });

const iv = (id: string, temperatureC = 27): CurveSketch => ({ id, sweep: 'a', temperatureC, drives: { a: range(0, 0.8, 9), c: 0 }, measured: [{ kind: 'i', node: 'a' }] });
const diodeBench = (parameters: readonly string[] = ['is', 'n']): Testbench =>
  benchOf({ device: diode, card: cardOf('d', { is: 1e-14, n: 1, rs: 1 }), parameters, curves: [iv('cold', -40), iv('warm')] });
const transistor = (parameters: readonly string[], card = bsim4Card, instance = bsim4Instance, sketches: readonly CurveSketch[] = [
  { id: 'transfer', sweep: 'g', drives: { d: 0.05, g: range(0, 1.2, 25), s: 0, b: 0 }, measured: [{ kind: 'i', node: 'd' }] },
  { id: 'output', sweep: 'd', drives: { d: range(0.1, 1.2, 12), g: 0.8, s: 0, b: -0.2 }, measured: [{ kind: 'i', node: 'd' }] },
]): Testbench => benchOf({ device: nmos, card, instances: [instance], parameters, curves: sketches });

const codeOf = (outcome: SimulationOutcome | undefined): string => (outcome === undefined ? 'none' : outcome.ok ? 'ok' : outcome.failure.code);
const vectorsOf = (outcome: SimulationOutcome | undefined): readonly (readonly number[])[] => {
  expect(outcome).toMatchObject({ ok: true });
  return outcome?.ok === true ? outcome.curves.flatMap((curve) => curve.vectors.map((vector) => [...vector])) : [];
};

const simulators: readonly (readonly [string, Simulator, boolean])[] = [
  ['library', new LibrarySimulator({ library: 'auto', ...limits }), hasLibrary],
  ['process', new ProcessSimulator({ command: 'ngspice', ...limits }), hasNgspice],
  ['wasm', new WasmSimulator(limits), true],
];

describe.each(simulators)('ngspice-%s', (_, simulator, available) => {
  const it_ = it.skipIf(!available);
  const run = async (testbench: Testbench, candidates: readonly (readonly number[])[], curves?: readonly string[]): Promise<readonly SimulationOutcome[]> => {
    const session = await simulator.open(testbench);
    try {
      return await session.simulate(curves === undefined ? { candidates } : { candidates, curves });
    } finally {
      await session.close();
    }
  };

  it_.each([
    ['an unknown tunable, with the nearest name', transistor(['vth', 'u0'])],
    ['an unknown parameter on the card', transistor(['vth0'], bsim4Card.with({ no_such: 1 }))],
    ['an unknown parameter on the element line', transistor(['vth0'], bsim4Card, { ...bsim4Instance, params: { ...bsim4Instance.params, fins: 2 } })],
    ['`nf` on the element line of BSIM3', transistor(['vth0'], cardOf('nmos', { level: 8, version: '3.3.0' }), { id: 'one', params: { w: 1e-6, l: 1e-6, nf: 1 }, info: {} })],
  ])('refuses %s', async (_title, testbench) => {
    await expect(simulator.open(testbench)).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
  });

  it_.each([
    ['an undriven terminal', { ...diodeBench(), device: { ...diode, terminals: ['a', 'k'] } }],
    ['a current measured at no terminal', benchOf({ device: diode, card: cardOf('d', {}), curves: [{ ...iv('x'), measured: [{ kind: 'i', node: 'b' }] }] })],
    ['a capacitance without a frequency', benchOf({ device: diode, card: cardOf('d', {}), curves: [{ ...iv('x'), measured: [{ kind: 'c', hi: ['a'], lo: ['c'] }] }] })],
    ['a parameter the element line outweighs', transistor(['nf'], bsim4Card, { ...bsim4Instance, params: { ...bsim4Instance.params, nf: 2 } })],
    ['the level as a parameter', transistor(['level'])],
  ])('refuses %s', async (_title, testbench) => {
    await expect(simulator.open(testbench)).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH' });
  });

  it_('leaves other candidates alone when one is refused as fatal', async () => {
    const outcomes = await run(transistor(['toxe', 'lint']), [[2.6e-9, 0], [2.6e-9, 1e-7], [2.6e-9, 0]]);
    expect(outcomes.map(codeOf)).toEqual(['ok', 'PARAMETER_REFUSED', 'ok']);
    expect(vectorsOf(outcomes[2])).toEqual(vectorsOf(outcomes[0]));
  });

  it_('names the curve that failed', async () => {
    // At -40 C a gap this small makes the saturation current overflow.
    const [outcome] = await run(diodeBench(['eg']), [[-1e4]]);
    expect(outcome).toMatchObject({ ok: false, failure: { curve: expect.stringMatching(/cold|warm/) } });
  });

  it_.each([
    ['a sweep', { kind: 'i', node: 'a' }], ['a small-signal analysis', { kind: 'c', hi: ['a'], lo: ['c'] }],
  ] as const)('names the point at which %s has no solution', async (_title, measured) => {
    // The exponential overflows above 709 n kT/q = 9.2 V, and without a series resistance nothing holds it back: 10 V is point 12.
    const curve: CurveSketch = { id: 'far', sweep: 'a', drives: { a: range(-2, 30, 33), c: 0 }, measured: [measured], frequency: 1e6 };
    const [outcome] = await run(benchOf({ device: diode, card: cardOf('d', { is: 1e-14, n: 1 }), parameters: ['n'], curves: [iv('warm'), curve] }), [[0.5]]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'NOT_CONVERGED', curve: 'far', point: 12 } });
  });

  it_('loads a circuit anew for parameters that a live one ignores', async () => {
    const shifted = await run(transistor(['delvto', 'vth0']), [[0, 0.35], [0.1, 0.35], [0, 0.35]]);
    const card = await run(transistor(['vth0'], bsim4Card.with({ delvto: 0.1 })), [[0.35]]);
    expect(vectorsOf(shifted[1])).toEqual(vectorsOf(card[0]));
    expect(vectorsOf(shifted[2])).toEqual(vectorsOf(shifted[0]));
    expect(vectorsOf(shifted[1])).not.toEqual(vectorsOf(shifted[0]));
  });

  it_.each([
    ['version', 4.7], ['nf', 4], ['delvto', 0.1], ['mulu0', 0.5], ['nrd', 20], ['nrs', 20],
  ])('does not ignore %s, which altermod leaves as it was', async (name, value) => {
    const card = bsim4Card.with({ version: 4.5, rdsmod: 1, rsh: 200, rdw: 100, rsw: 100, mulu0: 1 });
    const [live, before] = await run(transistor([name], card), [[value], [name === 'version' ? 4.5 : name === 'delvto' || name.startsWith('nr') ? 0 : 1]]);
    const [fresh] = await run(transistor([], card.with({ [name]: value })), [[]]);
    expect(vectorsOf(live)).toEqual(vectorsOf(fresh));
    expect(vectorsOf(live)).not.toEqual(vectorsOf(before));
  });

  it_('sets every parameter as a fresh card would', async () => {
    const values = { toxe: 3.1e-9, vth0: 0.42, u0: 0.025, rdsw: 60, pclm: 1.1, eta0: 0.02, k2: -0.03, nfactor: 1.7, cdsc: 1e-4 };
    const [live] = await run(transistor(Object.keys(values)), [Object.values(values)]);
    const [fresh] = await run(transistor([], bsim4Card.with(values)), [[]]);
    // Other numbering of the unknowns rounds otherwise.
    for (const [index, vector] of vectorsOf(fresh).entries()) {
      for (const [point, value] of vector.entries()) expect(Math.abs((vectorsOf(live)[index]?.[point] ?? Number.NaN) / value - 1)).toBeLessThan(1e-9);
    }
  });
});

describe.skipIf(!hasNgspice)(`restarts of the native process${hasNgspice ? '' : ` (skipped: ${missingNgspice})`}`, () => {
  const open = async (changes: Partial<typeof limits>, testbench: Testbench, command = 'ngspice'): Promise<NgspiceSession> =>
    await new ProcessSimulator({ command, ...limits, ...changes }).open(testbench);

  it('starts ngspice anew before its memory grows, with the same answers', async () => {
    const session = await open({ simulationsALife: 2 }, diodeBench());
    const outcomes = await session.simulate({ candidates: [[1e-14, 1], [1e-15, 1.1], [1e-14, 1], [1e-14, 1], [1e-14, 1]] });
    expect(session.restarts.map((restart) => restart.reason)).toEqual(['memory', 'memory']);
    for (const index of [2, 3, 4]) expect(vectorsOf(outcomes[index])).toEqual(vectorsOf(outcomes[0]));
    await session.close();
  });

  it('stops a candidate at its deadline and goes on with another process', async () => {
    const many = Array.from({ length: 60 }, (_, index): CurveSketch =>
      ({ id: `c${index}`, sweep: 'g', drives: { d: 0.05 + index / 50, g: range(0, 1.2, 601), s: 0, b: 0 }, measured: [{ kind: 'i', node: 'd' }] }));
    const session = await open({ deadlineSeconds: 0.02 }, transistor(['vth0'], bsim4Card, bsim4Instance, many));
    // 36,000 points take at least 28 ms on any machine; one curve of them takes less than one.
    expect((await session.simulate({ candidates: [[0.35], [0.36]] })).map(codeOf)).toEqual(['DEADLINE', 'DEADLINE']);
    expect(session.restarts.map((restart) => restart.reason)).toEqual(['deadline', 'deadline']);
    await session.close();
  });

  /** A program that is ngspice until a parameter has a forbidden value, and then dies as told. */
  function mortal(name: string, death: string): string {
    const path = join(scratch, name);
    writeFileSync(path, `#!/bin/sh\nwhile IFS= read -r line; do case "$line" in *is=6.66e-14*) ${death};; *) printf '%s\\n' "$line";; esac; done | ngspice -p\n`, { mode: 0o755 });
    return path;
  }

  it('tells a death that ngspice explained from one that it did not, and recovers from both', async () => {
    for (const [name, death, code] of [['explained', 'echo "echo Fatal: is is beastly"; exit 1', 'PARAMETER_REFUSED'], ['silent', 'exit 1', 'CRASHED']] as const) {
      const session = await open({}, diodeBench(), mortal(name, death));
      const outcomes = await session.simulate({ candidates: [[1e-14, 1], [6.66e-14, 1], [1e-14, 1]] });
      expect(outcomes.map(codeOf)).toEqual(['ok', code, 'ok']);
      expect(vectorsOf(outcomes[2])).toEqual(vectorsOf(outcomes[0]));
      // Once with all three in hand, and once with the culprit alone.
      expect(session.restarts.map((restart) => restart.reason)).toEqual(['died', 'died']);
      await session.close();
    }
  });

  it('gives up after too many deaths in a row', async () => {
    const session = await open({ deathsInARow: 3 }, diodeBench(), mortal('again', 'exit 1'));
    await expect(session.simulate({ candidates: Array.from({ length: 5 }, () => [6.66e-14, 1]) })).rejects.toMatchObject({ code: 'SIMULATOR_CRASHED' });
    // The first with all five in hand, which says nothing about any of them.
    expect(session.restarts).toHaveLength(4);
    await session.close();
  });
});

describe.skipIf(!hasLibrary)(`restarts of the library${hasLibrary ? '' : ` (skipped: ${missingLibrary})`}`, () => {
  const open = async (changes: Partial<typeof limits>, testbench: Testbench): Promise<NgspiceSession> =>
    await new LibrarySimulator({ library: 'auto', ...limits, ...changes }).open(testbench);

  it('starts the library anew before its memory grows, with the same answers', async () => {
    const session = await open({ simulationsALife: 2 }, diodeBench());
    const outcomes = await session.simulate({ candidates: [[1e-14, 1], [1e-15, 1.1], [1e-14, 1], [1e-14, 1], [1e-14, 1]] });
    expect(session.restarts.map((restart) => restart.reason)).toEqual(['memory', 'memory']);
    for (const index of [2, 3, 4]) expect(vectorsOf(outcomes[index])).toEqual(vectorsOf(outcomes[0]));
    await session.close();
  });

  it('stops a candidate at its deadline and goes on with another process', async () => {
    const many = Array.from({ length: 60 }, (_, index): CurveSketch =>
      ({ id: `c${index}`, sweep: 'g', drives: { d: 0.05 + index / 50, g: range(0, 1.2, 2401), s: 0, b: 0 }, measured: [{ kind: 'i', node: 'd' }] }));
    const session = await open({ deadlineSeconds: 0.02 }, transistor(['vth0'], bsim4Card, bsim4Instance, many));
    // 144,000 points take 100 ms.
    expect((await session.simulate({ candidates: [[0.35], [0.36]] })).map(codeOf)).toEqual(['DEADLINE', 'DEADLINE']);
    expect(session.restarts.map((restart) => restart.reason)).toEqual(['deadline', 'deadline']);
    await session.close();
  });

  it('is reported missing with what to install, also when the file is not a library', async () => {
    const missing = new LibrarySimulator({ library: '/no/such/libngspice.so', ...limits });
    expect(await missing.probe()).toMatchObject({ available: false, remedy: expect.stringContaining('apt-get install libngspice0') });
    await expect(missing.open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
    const wrong = join(scratch, 'libngspice.so');
    writeFileSync(wrong, 'not a library');
    await expect(new LibrarySimulator({ library: wrong, ...limits }).open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MISSING', message: expect.stringContaining('does not run') });
  });
});

describe('which ngspice', () => {
  it('is the library where it is found, else the program, else WebAssembly, and says so', async () => {
    const none = { command: 'no-such-ngspice', library: '/no/such/library' };
    const all = { command: 'ngspice', library: 'auto' };
    const native = hasNgspice ? 'ngspice-process' : 'ngspice-wasm';
    expect(chooseSimulator({ ...all, prefer: 'library', ...limits }).name).toBe(hasLibrary ? 'ngspice-library' : native);
    expect(chooseSimulator({ ...all, library: none.library, prefer: 'library', ...limits }).name).toBe(native);
    expect(chooseSimulator({ ...all, prefer: 'process', ...limits }).name).toBe(native);
    expect(chooseSimulator({ ...all, prefer: 'wasm', ...limits }).name).toBe('ngspice-wasm');
    expect(chooseSimulator({ ...none, prefer: 'library', ...limits }).name).toBe('ngspice-wasm');
  });

  it('is reported missing with what to install', async () => {
    const missing = new ProcessSimulator({ command: 'no-such-ngspice', ...limits });
    expect(await missing.probe()).toMatchObject({ available: false, remedy: expect.stringContaining('apt-get install ngspice') });
    await expect(missing.open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
    const other = new ProcessSimulator({ command: 'true', ...limits });
    expect(await other.probe()).toMatchObject({ available: false });
    await expect(other.open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
  });
});
