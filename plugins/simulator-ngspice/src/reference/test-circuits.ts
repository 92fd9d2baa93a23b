import type { Curve, DeviceDescription, DeviceInstance, MeasuredVector, ModelCard, Testbench, TerminalDrive } from '@evospice/contracts';
import { findLibrary, hasForeignFunctions } from '../engine/library-file.ts';
import { findProgram } from '../engine/ngspice-program.ts';
import type { WasmOptions } from '../options.ts';

/** Options for tests: the defaults. */
export const limits: WasmOptions = { search: 'bounded', deadlineSeconds: 10, simulationsALife: 20_000, deathsInARow: 20 };

export const missingNgspice = 'ngspice is not installed';
export const hasNgspice = findProgram('ngspice') !== undefined;
export const missingLibrary = 'the ngspice library is not installed';
export const hasLibrary = hasForeignFunctions() && findLibrary('auto') !== undefined;

/** A card from numbers and texts, for tests of the compiler alone. */
export function cardOf(type: string, values: Readonly<Record<string, number | string>>, name = 'generic'): ModelCard {
  const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  return {
    name, type, file: `${name}.mod`, dialect: 'ngspice',
    names: () => Object.keys(texts),
    text: (key) => texts[key],
    value: (key) => (texts[key] === undefined || Number.isNaN(Number(texts[key])) ? undefined : Number(texts[key])),
    with: (changes) => cardOf(type, { ...values, ...changes }, name),
    toString: () => `.model ${name} ${type} ${Object.entries(texts).map(([key, text]) => `${key}=${text}`).join(' ')}\n`,
  };
}

/** A drive that is one number, or a value a point; a force is a current. */
type Drive = number | readonly number[] | { readonly force: number | readonly number[] };

export interface CurveSketch {
  readonly id: string;
  readonly instance?: string;
  readonly temperatureC?: number;
  readonly sweep: string;
  readonly drives: Readonly<Record<string, Drive>>;
  readonly measured: readonly Pick<MeasuredVector, 'kind' | 'node' | 'hi' | 'lo'>[];
  readonly frequency?: number;
}

/** A, V, F: far below what the test circuits give, above the rounding of a solution. */
const floors = { i: 1e-12, v: 1e-7, c: 1e-19 } as const;

export function curveOf(sketch: CurveSketch): Curve {
  const listOf = (drive: Drive): number | readonly number[] => (typeof drive === 'object' && 'force' in drive ? drive.force : drive);
  const swept = listOf(sketch.drives[sketch.sweep] as Drive);
  const x = Float64Array.from(typeof swept === 'number' ? [swept] : swept);
  const drives = Object.entries(sketch.drives).map(([terminal, drive]): TerminalDrive => {
    const values = listOf(drive);
    return {
      terminal, quantity: typeof drive === 'object' && 'force' in drive ? 'i' : 'v',
      values: typeof values === 'number' ? new Float64Array(x.length).fill(values) : Float64Array.from(values),
    };
  });
  return {
    id: sketch.id, kind: 'test', instance: sketch.instance ?? 'one', temperatureC: sketch.temperatureC ?? 27, split: 'train',
    sweep: sketch.sweep, x, drives,
    measured: sketch.measured.map((vector, index) => ({ column: `m${index}`, floor: floors[vector.kind], values: new Float64Array(x.length), ...vector })),
    ...(sketch.frequency === undefined ? {} : { frequency: sketch.frequency }),
    weight: 1, source: `sketch:${sketch.id}`,
  };
}

export function benchOf(options: {
  readonly device: DeviceDescription; readonly card: ModelCard; readonly curves: readonly CurveSketch[]; readonly parameters?: readonly string[];
  readonly instances?: readonly DeviceInstance[];
}): Testbench {
  return {
    id: 'sketch', device: options.device, card: options.card,
    instances: options.instances ?? [{ id: 'one', params: {}, info: {} }],
    curves: options.curves.map(curveOf), parameters: options.parameters ?? [],
  };
}

export const range = (from: number, to: number, points: number): readonly number[] =>
  Array.from({ length: points }, (_, k) => from + ((to - from) * k) / (points - 1));

export const nmos: DeviceDescription = { kind: 'mosfet', polarity: 'n', terminals: ['d', 'g', 's', 'b'], thermalNode: false };
export const npn: DeviceDescription = { kind: 'bjt', polarity: 'n', terminals: ['c', 'b', 'e'], thermalNode: false };
export const diode: DeviceDescription = { kind: 'diode', terminals: ['a', 'c'], thermalNode: false };
export const vdmos: DeviceDescription = { kind: 'vdmos', polarity: 'n', terminals: ['d', 'g', 's'], thermalNode: false };

/** A plain 1.2 V transistor; the values are round numbers of the right size. */
export const bsim4Card = cardOf('nmos', {
  level: 54, version: '4.5', toxe: 2.6e-9, vth0: 0.35, k1: 0.5, k2: 0.01, u0: 0.03, ua: 1e-9, ub: 1e-18, vsat: 1.2e5, voff: -0.1, nfactor: 1.3,
  eta0: 0.05, pclm: 0.6, pdiblc2: 0.005, rdsw: 150, delta: 0.01, cgso: 2e-10, cgdo: 2e-10, cf: 1e-12,
});
export const bsim4Instance: DeviceInstance = { id: 'one', params: { w: 1e-5, l: 1.3e-7, ad: 3e-12, as: 3e-12, pd: 2e-5, ps: 2e-5 }, info: {} };

/** Numbers in [0, 1): linear congruential, with the constants of the C standard; good enough to draw test candidates. */
export function uniformNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
