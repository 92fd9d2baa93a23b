import type { RuleSubject } from '@evospice/contracts';
import { defineRule, shown, viewOf } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { largestOf } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';

/** Rounding of a simulator. */
const rounding = 1e-6;
const smallest = 1e-14;
/** Simulators' smallest conductances, some of which end at ground, S. */
const conductance = 5e-12;
/** Current of a device at rest, A. */
const rest = 1e-15;

interface Currents {
  readonly id: string;
  readonly kind: string;
  readonly terminals: readonly string[];
  /** By terminal and point, with the device's own signs. */
  readonly voltages: readonly Float64Array[];
  readonly currents: readonly Float64Array[];
  place(point: number): string;
}

/** Probes that have the current of every terminal, without points that have no solution. */
function wholeProbes({ probes = [] }: RuleSubject): readonly Currents[] {
  return probes.flatMap(({ curve, vectors }): Currents[] => {
    if (!curve.kind.startsWith('probe-') || !curve.measured.every(({ kind }) => kind === 'i') || !vectors.every((vector) => vector.every(Number.isFinite))) return [];
    return [{
      id: curve.id, kind: curve.kind, terminals: curve.measured.map(({ node }) => node!), currents: vectors, voltages: curve.measured.map(({ node }) => curve.drives.find(({ terminal }) => terminal === node)!.values),
      place: (point) => [...curve.drives.map(({ terminal, values }) => `v${terminal} = ${shown(values[point]!)} V`), `${shown(curve.temperatureC)} °C`, curve.instance].join(', '),
    }];
  });
}

/** No current without a voltage. */
export const curveZeroBias = defineRule('curve-zero-bias', (subject) => gathered(wholeProbes(subject).flatMap(({ id, kind, terminals, currents, place }): Told[] => {
  if (kind !== 'probe-zero') return [];
  const most = currents.reduce((best, current, k) => (Math.abs(current[0]!) > Math.abs(currents[best]![0]!) ? k : best), 0);
  const value = currents[most]![0]!;
  if (Math.abs(value) <= rest) return [];
  return [{
    about: 'rest', badness: Math.abs(value), severity: 'violation', curve: id, place: place(0), value, unit: 'A', limit: `at most ${rest} A`, source: 'second law of thermodynamics',
    message: `${shown(value)} A flow into ${terminals[most]} with every terminal at 0 V (${place(0)}): a device at rest gives off nothing`,
  }];
})), { probes: probePlan });

/** What flows in flows out, and at no bias does the device give off power. */
export const curvePassivity = defineRule('curve-passivity', (subject) => gathered(wholeProbes(subject).flatMap(({ id, voltages, currents, place }): Told[] => {
  const points = Array.from(currents[0]!.keys());
  const sum = (k: number, of: (terminal: number) => number): number => currents.reduce((total, _, terminal) => total + of(terminal), 0);
  for (const k of points) {
    const left = sum(k, (t) => currents[t]![k]!);
    const most = largestOf(currents.map((current) => current[k]!));
    const across = largestOf(voltages.map((voltage) => voltage[k]!));
    if (Math.abs(left) > rounding * most + conductance * across + smallest) {
      return [{
        about: 'sum', badness: Math.abs(left), severity: 'violation', curve: id, place: place(k), value: left, unit: 'A', limit: '0', source: "Kirchhoff's current law",
        message: `the currents of all terminals add up to ${shown(left)} A at ${place(k)}: charge is lost`,
      }];
    }
  }
  const power = points.map((k) => sum(k, (t) => voltages[t]![k]! * currents[t]![k]!));
  const turned = points.map((k) => sum(k, (t) => Math.abs(voltages[t]![k]! * currents[t]![k]!)));
  const worst = points.find((k) => power[k]! < -(rounding * turned[k]! + smallest));
  if (worst === undefined) return [];
  return [{
    about: 'power', badness: -power[worst]!, severity: 'violation', curve: id, place: place(worst), value: power[worst]!, unit: 'W', limit: 'at least 0', source: 'second law of thermodynamics',
    message: `the device gives off ${shown(-power[worst]!)} W at ${place(worst)}: it is passive, and can only take power`,
  }];
})), { probes: probePlan });

export interface SymmetryOptions {
  /** Difference of the currents either way round, as a part of the largest. */
  readonly difference: number;
}

/** Gummel's test: with source and drain exchanged the current is the same the other way round, and its slope has no cusp at Vds = 0. */
export const curveSymmetry = ({ difference }: SymmetryOptions) => defineRule('curve-symmetry', (subject) => gathered(wholeProbes(subject).flatMap(({ id, kind, terminals, currents, voltages, place }): Told[] => {
  if (kind !== 'probe-symmetry') return [];
  const { sign } = viewOf(subject);
  const drain = currents[terminals.indexOf('d')]!;
  const [vd, vs] = ['d', 's'].map((name) => voltages[terminals.indexOf(name)]!) as [Float64Array, Float64Array];
  const last = drain.length - 1;
  const largest = largestOf(drain);
  const source = 'Gummel symmetry test; McAndrew, IEEE Trans. Electron Devices 53 (2006) 2202';
  const across = Array.from(drain, (_, k) => Math.abs(drain[k]! + drain[last - k]!) / largest);
  const worst = across.indexOf(Math.max(...across));
  if (across[worst]! > difference) {
    return [{
      about: 'exchange', badness: across[worst]!, severity: 'warning', curve: id, place: place(worst), value: across[worst]!, limit: `at most ${difference}`, source,
      message: `with source and drain exchanged the current differs by ${shown(100 * across[worst]!)} % at ${place(worst)}: the two are made alike`,
    }];
  }
  const middle = last / 2;
  const step = sign * (vd[1]! - vs[1]! - vd[0]! + vs[0]!);
  const slope = (k: number): number => (sign * (drain[k + 1]! - drain[k]!)) / step;
  // An even function is flat in the middle: its slope over the first steps, as a change for 0.1 V.
  const cusp = ((slope(middle + 1) - slope(middle)) / step) * 0.1 / slope(middle);
  if (!(Math.abs(cusp) > 0.25)) return [];
  return [{
    about: 'cusp', badness: Math.abs(cusp), severity: 'note', curve: id, place: place(middle), value: cusp, limit: 'at most 0.25 per 0.1 V', source,
    message: `the conductance has a cusp at Vds = 0 (${shown(100 * Math.abs(cusp))} % per 0.1 V on either side, ${place(middle)}): distortion of switches and mixers is wrong`,
  }];
})), { probes: probePlan });
