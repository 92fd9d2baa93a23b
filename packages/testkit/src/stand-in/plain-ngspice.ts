import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Curve, ModelCard, SimulationOutcome, Simulator, Testbench, Wrapper, WrapperElement, WrapperNode } from '@evospice/contracts';

const run = promisify(execFile);

/** Full path of the native ngspice; undefined when there is none. */
export function findNgspice(): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'ngspice')).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The plainest way to simulate a testbench, to compare others with: native ngspice, one device in a circuit, and every
 * bias point an operating point of its own with its sources set anew. Slow.
 */
export function plainNgspice(): Simulator {
  return {
    name: 'ngspice-plain',
    probe: () => Promise.resolve({ available: findNgspice() !== undefined }),
    open: (testbench) => Promise.resolve({
      close: () => Promise.resolve(),
      async simulate({ candidates, curves: ids }) {
        const curves = ids === undefined ? testbench.curves : testbench.curves.filter((curve) => ids.includes(curve.id));
        const outcomes: SimulationOutcome[] = [];
        for (const candidate of candidates) outcomes.push(await simulateAll(testbench, curves, Array.from(candidate)));
        return outcomes;
      },
    }),
  };
}

async function simulateAll(testbench: Testbench, curves: readonly Curve[], candidate: readonly number[]): Promise<SimulationOutcome> {
  const card = testbench.card.with(Object.fromEntries(testbench.parameters.map((name, at) => [name, candidate[at] as number])));
  const simulated = [];
  for (const curve of curves) {
    const vectors = await simulateCurve(testbench, card, curve);
    if (vectors.some((vector) => vector.some(Number.isNaN))) return { ok: false, failure: { code: 'NOT_CONVERGED', message: 'ngspice gave no value', curve: curve.id } };
    simulated.push({ curve: curve.id, vectors });
  }
  return { ok: true, curves: simulated };
}

async function simulateCurve(testbench: Testbench, card: ModelCard, curve: Curve): Promise<readonly Float64Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-plain-'));
  try {
    await writeFile(join(folder, 'plain.cir'), deckOf(testbench, card, curve));
    const { stdout } = await run('ngspice', ['-b', 'plain.cir'], { cwd: folder, env: { ...process.env, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' }, maxBuffer: 1 << 28 })
      // It ends with an error where some point fails; the values of the others are printed nevertheless.
      .catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    const vectors = curve.measured.map(() => new Float64Array(curve.x.length).fill(Number.NaN));
    for (const [, point, index, value] of stdout.matchAll(/^result (\d+) (\d+)\s*\nvalue = (\S+)/gm)) {
      const vector = vectors[Number(index)];
      if (vector !== undefined) vector[Number(point)] = Number.parseFloat(value as string);
    }
    return vectors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const letters: Readonly<Record<string, string>> = { mosfet: 'm', soi: 'm', vdmos: 'm', bjt: 'q', diode: 'd', jfet: 'j' };

function deckOf({ device, instances }: Testbench, card: ModelCard, curve: Curve): string {
  const { params = {}, wrapper } = instances.find(({ id }) => id === curve.instance) ?? {};
  const nodes = wrapper?.nodes ?? device.terminals.map((_, index) => index);
  return [
    'plain',
    ...modelLines('chosen', card),
    ...(wrapper === undefined ? [] : besideLines(device.terminals, wrapper)),
    `.temp ${curve.temperatureC}`, '.options reltol=1e-7 abstol=1e-16 vntol=1e-10',
    ...curve.drives.map(({ terminal, quantity }) => (quantity === 'v' ? `v${terminal} x${terminal} 0 dc 0` : `i${terminal} 0 x${terminal} dc 0`)),
    `${letters[device.kind]}dut ${nodes.map(nodeOf(device.terminals)).join(' ')} chosen ${assignments(params)}`,
    '.control', 'set num_threads=1', 'set numdgt=16', 'set nobreak',
    ...Array.from(curve.x, (_, point) => pointCommands(curve, point)).flat(),
    'quit', '.endc', '.end', '',
  ].join('\n');
}

function modelLines(name: string, card: ModelCard): readonly string[] {
  return [`.model ${name} ${card.type}`, ...card.names().map((parameter) => `+ ${parameter}=${card.text(parameter) ?? ''}`)];
}

function nodeOf(terminals: readonly string[]): (node: WrapperNode) => string {
  return (node) => (typeof node === 'number' ? `x${terminals[node]}` : node === '0' ? node : `inner_${node}`);
}

function assignments(params: Readonly<Record<string, number>>): string {
  return Object.entries(params).map(([name, value]) => `${name}=${value}`).join(' ');
}

/** What a subcircuit puts beside the device. */
function besideLines(terminals: readonly string[], { elements, models }: Wrapper): readonly string[] {
  const line = ({ kind, nodes, model, control, value, params }: WrapperElement, index: number): string => [
    `${kind}beside${index}`, ...nodes.map(nodeOf(terminals)), model === undefined ? '' : model === 'tuned' ? 'chosen' : `beside${model}`,
    control === undefined ? '' : `vbeside${control}`, value ?? '', assignments(params),
  ].join(' ');
  return [...models.flatMap((card, index) => modelLines(`beside${index}`, card)), ...elements.map(line)];
}

function pointCommands(curve: Curve, point: number): readonly string[] {
  const bias = curve.drives.map(({ terminal, quantity, values }) => `alter ${quantity}${terminal} dc = ${values[point] as number}`);
  return [...bias, ...curve.measured.flatMap((measured, index) => {
    const end = [`echo result ${point} ${index}`, 'print value', 'destroy all'];
    if (measured.kind === 'c') {
      const high = (measured.hi ?? []).map((terminal) => `v${terminal}`);
      const currents = (measured.lo ?? []).map((terminal) => `imag(i(v${terminal}))`).join('+');
      return [
        ...high.map((source) => `alter ${source} ac = 1`), `ac lin 1 ${curve.frequency} ${curve.frequency}`,
        `let value = (${currents})/(2*pi*${curve.frequency})`, ...end, ...high.map((source) => `alter ${source} ac = 0`),
      ];
    }
    const drive = curve.drives.find(({ terminal }) => terminal === measured.node);
    const current = drive?.quantity === 'i' ? `${drive.values[point]}` : `-i(v${measured.node})`;
    return ['op', `let value = ${measured.kind === 'v' ? `v(x${measured.node})` : current}`, ...end];
  })];
}
