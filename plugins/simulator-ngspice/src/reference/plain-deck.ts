/**
 * The simplest way to simulate a testbench, kept apart from the compiler to check it by: one device, one curve, one run
 * of `ngspice -b`, with an ordinary sweep of one source, or where several drives vary, with the sources set anew for
 * every point. For tests only.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Curve, ModelCard, Testbench } from '@evospice/contracts';
import { TOLERANCES } from '../circuit/deck.ts';

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
  const letter = device.element ?? { mosfet: 'M', soi: 'M', vdmos: 'M', bjt: 'Q', diode: 'D', jfet: 'J' }[device.kind];
  const params = Object.entries(instance?.params ?? {}).map(([name, value]) => `${name}=${value}`).join(' ');
  const nodes = [...device.terminals, ...(device.thermalNode ? ['heat'] : [])].join(' ');
  return [
    'plain deck',
    modelLines(card),
    `.temp ${curve.temperatureC}`,
    `.options ${TOLERANCES}`,
    ...curve.drives.map((drive) => `${drive.quantity === 'v' ? `V${drive.terminal} ${drive.terminal} 0` : `I${drive.terminal} 0 ${drive.terminal}`} dc 0`),
    `${letter}dut ${nodes} chosen ${params}`,
    ...settled(curve),
    '.control',
    'set num_threads=1',
    'set numdgt=16',
    'set width=200',
    'set height=1000000',
    'set nobreak',
    ...commandsOf(curve),
    'quit',
    '.endc',
    '.end',
    '',
  ].join('\n');
}

/** One pass more for capacitances, as the compiler has it: without, ngspice can accept an operating point of which a MOSFET's step limit holds the gate back. */
function settled(curve: Curve): readonly string[] {
  const driven = curve.drives.find((drive) => drive.quantity === 'v');
  return driven !== undefined && curve.measured.some(({ kind }) => kind === 'c') ? [`.nodeset v(${driven.terminal})=${driven.values[0] as number}`] : [];
}

function modelLines(card: ModelCard): string {
  return [`.model chosen ${card.type}`, ...card.names().map((name) => `+ ${name}${card.text(name) === '' ? '' : `=${card.text(name) ?? ''}`}`)].join('\n');
}

function commandsOf(curve: Curve): readonly string[] {
  const varying = curve.drives.filter((drive) => drive.values.some((value) => value !== drive.values[0]));
  const [only] = varying;
  const isSweep = varying.length === 1 && only !== undefined && curve.measured.every((measured) => measured.kind !== 'c');
  return isSweep && isUniform(only.values) ? sweepCommands(curve, only) : Array.from(curve.x, (_, point) => pointCommands(curve, point));
}

function isUniform(values: Float64Array): boolean {
  const step = (values[1] as number) - (values[0] as number);
  return values.every((value, k) => Math.abs(value - (values[0] as number) - k * step) < 1e-9 * Math.abs(step));
}

function sweepCommands(curve: Curve, swept: Curve['drives'][number]): readonly string[] {
  const first = swept.values[0] as number;
  const last = swept.values.at(-1) as number;
  const step = (last - first) / (curve.x.length - 1);
  return [
    ...setCommands(curve, 0),
    `dc ${swept.quantity}${swept.terminal} ${first} ${last + step / 4} ${step}`,
    ...curve.measured.flatMap((measured, index) => [`let value = ${expressionOf(curve, measured)}`, `echo sweep ${index}`, 'print value']),
  ];
}

function setCommands(curve: Curve, point: number): readonly string[] {
  return curve.drives.map((drive) => `alter ${drive.quantity}${drive.terminal} dc = ${drive.values[point] as number}`);
}

/** The branch current of a source runs into its positive node: out of the terminal. */
function expressionOf(curve: Curve, measured: Curve['measured'][number]): string {
  if (measured.kind === 'v') return `v(${measured.node})`;
  const forced = curve.drives.some((drive) => drive.terminal === measured.node && drive.quantity === 'i');
  return forced ? `@i${measured.node}[dc]` : `-i(v${measured.node})`;
}

function pointCommands(curve: Curve, point: number): string {
  const commands = [...setCommands(curve, point)];
  for (const [index, measured] of curve.measured.entries()) {
    if (measured.kind === 'c') {
      const currents = (measured.lo ?? []).map((terminal) => `imag(i(v${terminal}))`).join('+');
      commands.push(...(measured.hi ?? []).map((terminal) => `alter v${terminal} ac = 1`), `ac lin 1 ${curve.frequency} ${curve.frequency}`);
      commands.push(`let value = (${currents})/(2*pi*${curve.frequency})`);
    } else {
      commands.push('op', `let value = ${expressionOf(curve, measured)}`);
    }
    commands.push(`echo result ${point} ${index}`, 'print value', 'destroy all');
  }
  return commands.join('\n');
}

function readPrinted(text: string, curve: Curve): readonly Float64Array[] {
  const vectors = curve.measured.map(() => new Float64Array(curve.x.length).fill(Number.NaN));
  for (const match of text.matchAll(/^result (\d+) (\d+)\s*\nvalue = (\S+)/gm)) {
    const vector = vectors[Number(match[2])];
    if (vector !== undefined) vector[Number(match[1])] = Number.parseFloat(match[3] as string);
  }
  for (const part of text.split(/^sweep /m).slice(1)) {
    const vector = vectors[Number.parseInt(part, 10)];
    for (const row of part.matchAll(/^(\d+)\t\S+\t(\S+)/gm)) {
      if (vector !== undefined) vector[Number(row[1])] = Number.parseFloat(row[2] as string);
    }
  }
  return vectors;
}
