import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { benchOf, cardOf, diode, hasLibrary, hasNgspice, limits, missingLibrary, missingNgspice, range } from '../reference/test-circuits.ts';
import { LibrarySimulator } from '../simulators/library-simulator.ts';
import { ProcessSimulator } from '../simulators/process-simulator.ts';
import { WasmSimulator } from '../simulators/wasm-simulator.ts';
import { canLoadOsdi, loadLibraries } from './libraries.ts';

const folder = mkdtempSync(join(tmpdir(), 'evospice-osdi-'));
const library = join(folder, 'model.osdi');
writeFileSync(library, 'not really compiled');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => { vi.stubEnv('EVOSPICE_OSDI_PATH', `/none${delimiter}${folder}`); });

/** An ngspice that prints this on `osdi`, and what it was told. */
function engineThatSays(log: string): { readonly engine: Engine; readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    engine: { execute: ({ commands = [] }) => { told.push(...commands); return Promise.resolve({ log, runs: [] }); }, release: () => Promise.resolve() },
  };
}

describe('libraries of compiled Verilog-A models', () => {
  it('are loaded in order by an ngspice that can', async () => {
    const { engine, told } = engineThatSays('');
    expect(await canLoadOsdi(engine)).toBe(true);
    await loadLibraries(engine, [library, library]);
    expect(told).toEqual(['osdi', `osdi ${library}`, `osdi ${library}`]);
  });

  it('are refused by an ngspice that does not know the command, with a remedy', async () => {
    const { engine } = engineThatSays('osdi: no such command available in ngspice\n');
    expect(await canLoadOsdi(engine)).toBe(false);
    await expect(loadLibraries(engine, [library])).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', received: library, remedy: expect.stringContaining('--enable-osdi') as string });
  });

  it('are refused with what ngspice says of them', async () => {
    const { engine } = engineThatSays('Error: could not load the shared library\n');
    await expect(loadLibraries(engine, [library])).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', received: 'Error: could not load the shared library', file: library });
  });

  it.each(['', '/none', join(folder, 'other'), `${folder}-`])('of a folder that is not named as trusted are not loaded: %j', async (folders) => {
    const { engine, told } = engineThatSays('');
    mkdirSync(join(folder, 'other'), { recursive: true });
    symlinkSync(library, join(folder, 'other', `link-${folders.length}.osdi`));
    vi.stubEnv('EVOSPICE_OSDI_PATH', folders);
    for (const file of [library, join(folder, 'other', `link-${folders.length}.osdi`)]) {
      await expect(loadLibraries(engine, [file])).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('machine code') as string, remedy: expect.stringContaining(folder) as string });
    }
    expect(told).toEqual([]);
  });

  it.each([[join(folder, 'absent.osdi')], [join(folder, 'with blanks.osdi')]])('are not handed over when the file is not usable: %s', async (file) => {
    const { engine, told } = engineThatSays('');
    await expect(loadLibraries(engine, [file])).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', file });
    expect(told).toEqual([]);
  });
});

const bench = {
  ...benchOf({
    device: { ...diode, kind: 'my own', element: 'n' }, card: cardOf('my_diode_va', { is: 1e-14 }),
    curves: [{ id: 'iv', sweep: 'a', drives: { a: range(0, 0.6, 5), c: 0 }, measured: [{ kind: 'i', node: 'a' }] }],
  }),
  libraries: [library],
};

describe('a testbench with a library', () => {
  it('is refused by the WebAssembly engine, which says that it has no OSDI', async () => {
    const simulator = new WasmSimulator(limits);
    expect((await simulator.probe()).osdi).toBe(false);
    await expect(simulator.open(bench)).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('OSDI') as string });
  }, 60_000);

  it.skipIf(!hasNgspice)(`is taken or refused as the native ngspice says it can${hasNgspice ? '' : ` (skipped: ${missingNgspice})`}`, async () => {
    const simulator = new ProcessSimulator({ command: 'ngspice', ...limits });
    const { osdi } = await simulator.probe();
    // The file is not a library: an ngspice with OSDI says that, one without says that it cannot.
    await expect(simulator.open(bench)).rejects.toMatchObject({
      code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining(osdi === true ? 'did not load' : 'cannot load') as string,
    });
  }, 60_000);

  it.skipIf(!hasLibrary)(`is taken or refused as the ngspice library says it can${hasLibrary ? '' : ` (skipped: ${missingLibrary})`}`, async () => {
    const simulator = new LibrarySimulator({ library: 'auto', ...limits });
    const { osdi } = await simulator.probe();
    await expect(simulator.open(bench)).rejects.toMatchObject({
      code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining(osdi === true ? 'did not load' : 'cannot load') as string,
    });
  }, 60_000);

  it('knows no type of its own without the library', async () => {
    const { libraries: _, ...without } = bench;
    await expect(new WasmSimulator(limits).open(without)).rejects.toMatchObject({ code: 'SIMULATOR_MODEL', received: 'my_diode_va' });
  });
});
