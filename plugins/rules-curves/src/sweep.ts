import type { Curve, RuleSubject } from '@evospice/contracts';
import { shown, viewOf } from '@evospice/rules-kit';
import { references } from './plan/probe-plan.ts';

/** A simulated curve as an n type's: voltages against the reference terminal, ascending. */
export interface Sweep {
  readonly curve: Curve;
  /** Whether nobody measured it. */
  readonly probe: boolean;
  /** What it shows: drain current by gate, by drain; collector current by base; a junction. Undefined for anything else. */
  readonly role: 'transfer' | 'output' | 'junction' | undefined;
  /** Swept voltage. */
  readonly u: Float64Array;
  /** Voltages of the others that stand still; one that follows the swept terminal is not among them. */
  readonly at: Readonly<Record<string, number>>;
  /** Current into a terminal; undefined where it is not known. */
  current(terminal: string): Float64Array | undefined;
  /** Values of the capacitance between two groups of terminals. */
  capacitance(hi: string, lo: string): Float64Array | undefined;
  /** A place of it in words, with the swept voltage as it is driven. */
  place(index: number): string;
}

const control: Readonly<Record<string, readonly [transfer: string, output: string]>> = { mosfet: ['g', 'd'], vdmos: ['g', 'd'], jfet: ['g', 'd'], bjt: ['b', 'c'] };

/** Every curve of a subject that was simulated: the task's and probes. Those with a forced current are left out. */
export function sweepsOf(subject: RuleSubject): readonly Sweep[] {
  const { task, curves = [], probes = [] } = subject;
  const { sign } = viewOf(subject);
  const byId = new Map(task.curves.map((curve) => [curve.id, curve]));
  const measured = curves.flatMap(({ curve: id, vectors }) => {
    const curve = byId.get(id);
    return curve === undefined ? [] : [{ curve, vectors, probe: false }];
  });
  return [...measured, ...probes.filter(({ curve }) => curve.kind.startsWith('probe-')).map((one) => ({ ...one, probe: true }))]
    .flatMap((one) => sweepOf(one, task.device.kind, sign) ?? []);
}

interface Simulated {
  readonly curve: Curve;
  readonly vectors: readonly Float64Array[];
  readonly probe: boolean;
}

function sweepOf({ curve, vectors, probe }: Simulated, kind: string, sign: 1 | -1): Sweep | undefined {
  const reference = references[kind];
  const base = curve.drives.find(({ terminal }) => terminal === reference);
  if (base === undefined || curve.drives.some(({ quantity }) => quantity !== 'v') || curve.x.length === 0) return undefined;
  const against = new Map(curve.drives.filter(({ terminal }) => terminal !== reference).map(({ terminal, values }) => [terminal, values.map((value, k) => sign * (value - base.values[k]!))] as const));
  const moving = [...against].filter(([, values]) => values.some((value) => value !== values[0]));
  const swept = (control[kind] ?? []).map((terminal) => moving.find(([name]) => name === terminal)).find((one) => one !== undefined) ?? moving[0] ?? [...against][0];
  if (swept === undefined) return undefined;
  const [terminal, raw] = swept;
  const order = Array.from(raw.keys()).toSorted((a, b) => raw[a]! - raw[b]!);
  const sorted = (values: Float64Array): Float64Array => Float64Array.from(order, (k) => values[k]!);
  const at = Object.fromEntries([...against].filter(([name, values]) => name !== terminal && values.every((value) => value === values[0])).map(([name, values]) => [name, values[0]!]));
  const vectorOf = (wanted: (vector: Curve['measured'][number]) => boolean): Float64Array | undefined => {
    const index = curve.measured.findIndex(wanted);
    return index < 0 || vectors[index] === undefined ? undefined : sorted(vectors[index]);
  };
  return {
    curve, probe, u: sorted(raw), at, role: roleOf(kind, terminal, moving.map(([name]) => name)),
    current: (node) => vectorOf((vector) => vector.kind === 'i' && vector.node === node)?.map((value) => sign * value),
    capacitance: (hi, lo) => vectorOf((vector) => vector.kind === 'c' && vector.hi?.join('') === hi && vector.lo?.join('') === lo),
    place: (index) => placeOf(curve, order[index] ?? 0),
  };
}

function roleOf(kind: string, terminal: string, moving: readonly string[]): Sweep['role'] {
  if (kind === 'diode') return moving.length === 1 ? 'junction' : undefined;
  const [transfer, output] = control[kind] ?? [];
  // A collector that follows the base is a Gummel curve too.
  if (terminal === transfer && moving.every((name) => name === terminal || (kind === 'bjt' && name === 'c'))) return 'transfer';
  return terminal === output && moving.length === 1 ? 'output' : undefined;
}

function placeOf({ drives, temperatureC, instance }: Curve, point: number): string {
  return [...drives.map(({ terminal, quantity, values }) => `${quantity}${terminal} = ${shown(values[point]!)} ${quantity === 'v' ? 'V' : 'A'}`), `${shown(temperatureC)} °C`, instance].join(', ');
}
