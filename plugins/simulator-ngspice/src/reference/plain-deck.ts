/**
 * The simplest way to simulate a testbench, kept apart from the compiler to check it by: one device, one curve, one
 * run of `ngspice -b` with its sources set anew for every point. For tests only.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Curve, ModelCard, Testbench } from '@evospice/kernel';

const run = promisify(execFile);

/** Vectors of one curve by `Curve.measured`; NaN where ngspice gave no value. */
export async function simulatePlainly(testbench: Testbench, curve: Curve, values: readonly number[]): Promise<readonly Float64Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-plain-'));
  try {
    const file = join(folder, 'plain.cir');
    await writeFile(file, plainDeck(testbench, curve, values));
    const { stdout } = await run('ngspice', ['-b', file], {
      cwd: folder, env: { ...process.env, HOME: folder, OMP_NUM_THREADS: '1' }, maxBuffer: 1 << 28, timeout: 120_000,
    }).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    return readPrinted(stdout, curve);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function plainDeck(testbench: Testbench, curve: Curve, values: readonly number[]): string {
  const { device } = testbench;
  const card = testbench.card.with(Object.fromEntries(testbench.parameters.map((name, index) => [name, values[index] as number])));
  const instance = testbench.instances.find((other) => other.id === curve.instance);
  const letter = { mosfet: 'M', vdmos: 'M', bjt: 'Q', diode: 'D', jfet: 'J' }[device.kind];
  const params = Object.entries(instance?.params ?? {}).map(([name, value]) => `${name}=${value}`).join(' ');
  const nodes = [...device.terminals, ...(device.thermalNode ? ['heat'] : [])].join(' ');
  return [
    'plain deck',
    modelLines(card),
    `.temp ${curve.temperatureC}`,
    '.options reltol=1e-7 abstol=1e-16 vntol=1e-10',
    ...curve.drives.map((drive) => `${drive.quantity === 'v' ? `V${drive.terminal} ${drive.terminal} 0` : `I${drive.terminal} 0 ${drive.terminal}`} dc 0`),
    `${letter}dut ${nodes} chosen ${params}`,
    '.control',
    'set num_threads=1',
    'set numdgt=16',
    ...Array.from(curve.x, (_, point) => pointCommands(curve, point)),
    'quit',
    '.endc',
    '.end',
    '',
  ].join('\n');
}

function modelLines(card: ModelCard): string {
  return [`.model chosen ${card.type}`, ...card.names().map((name) => `+ ${name}${card.text(name) === '' ? '' : `=${card.text(name) ?? ''}`}`)].join('\n');
}

function pointCommands(curve: Curve, point: number): string {
  const set = curve.drives.map((drive) => `alter ${drive.quantity}${drive.terminal} dc = ${drive.values[point] as number}`);
  const commands = [...set];
  for (const [index, measured] of curve.measured.entries()) {
    const label = `result ${point} ${index}`;
    if (measured.kind === 'c') {
      const currents = (measured.lo ?? []).map((terminal) => `imag(i(v${terminal}))`).join('+');
      commands.push(...(measured.hi ?? []).map((terminal) => `alter v${terminal} ac = 1`), `ac lin 1 ${curve.frequency} ${curve.frequency}`);
      // The branch current of a source runs into its positive node: out of the terminal.
      commands.push(`let value = (${currents})/(2*pi*${curve.frequency})`);
    } else {
      commands.push('op');
      const forced = curve.drives.some((drive) => drive.terminal === measured.node && drive.quantity === 'i');
      if (measured.kind === 'v') commands.push(`let value = v(${measured.node})`);
      else commands.push(forced ? `let value = @i${measured.node}[dc]` : `let value = -i(v${measured.node})`);
    }
    commands.push(`echo ${label}`, 'print value', 'destroy all');
  }
  return commands.join('\n');
}

function readPrinted(text: string, curve: Curve): readonly Float64Array[] {
  const vectors = curve.measured.map(() => new Float64Array(curve.x.length).fill(Number.NaN));
  for (const match of text.matchAll(/^result (\d+) (\d+)\s*\nvalue = (\S+)/gm)) {
    const vector = vectors[Number(match[2])];
    if (vector !== undefined) vector[Number(match[1])] = Number.parseFloat(match[3] as string);
  }
  return vectors;
}
