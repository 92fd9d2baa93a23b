import { defineRule, shown } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { currentName, indexOfLeast, largestOf, mainCurrent } from '../main-current.ts';
import { heatsItself, probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

/** A fall below it, as a part of the current, is the solver's. */
const rounding = 1e-6;
const smallest = 1e-13;

/** Currents rise with the gate, the base, the drain and the forward voltage: gm > 0, gds > 0. */
export const curveMonotonic = defineRule('curve-monotonic', (subject) => {
  const { kind } = subject.task.device;
  const warm = heatsItself(subject.task);
  return gathered(sweepsOf(subject).flatMap((sweep): Told[] => {
    const current = mainCurrent(sweep, kind);
    if (current === undefined || sweep.role === undefined || sweep.u.length < 3) return [];
    const falls = sweep.role === 'output' ? fallOfOutput(sweep, current, warm) : fallOfTransfer(sweep, current, kind);
    return falls === undefined ? [] : [told(sweep, current, falls, kind)];
  }));
}, { probes: probePlan });

/** Beyond the minimum, below which a transistor leaks from its drain, and a diode from 0 on. */
function fallOfTransfer({ u, at }: Sweep, current: Float64Array, kind: string): number | undefined {
  if ((at['d'] ?? 1) <= 0) return undefined;
  // A forward gate junction takes its current from the channel's ends.
  if (kind === 'jfet') return steepestFall(u, current, indexOfLeast(current.map(Math.abs)), u.findLastIndex((value) => value <= 0));
  const from = kind === 'diode' ? 0 : indexOfLeast(current.map(Math.abs));
  return steepestFall(u, current, from);
}

/** From Vds = 0 on. A self-heated transistor may well carry less as it gets warmer. */
function fallOfOutput({ u }: Sweep, current: Float64Array, warm: boolean): number | undefined {
  if (warm) return undefined;
  const from = u.findIndex((value) => value >= 0);
  return from < 0 ? undefined : steepestFall(u, current, from);
}

/** Index of the interval in which the current falls most, if it does at all. */
function steepestFall(u: Float64Array, current: Float64Array, from: number, to = u.length - 1): number | undefined {
  let worst: number | undefined;
  for (let k = from; k < to; k++) {
    const fall = current[k]! - current[k + 1]!;
    const beyondRounding = fall > rounding * Math.max(Math.abs(current[k]!), Math.abs(current[k + 1]!)) + smallest;
    if (beyondRounding && (worst === undefined || fall > current[worst]! - current[worst + 1]!)) worst = k;
  }
  return worst;
}

function told(sweep: Sweep, current: Float64Array, k: number, kind: string): Told {
  const slope = (current[k + 1]! - current[k]!) / (sweep.u[k + 1]! - sweep.u[k]!);
  const name = sweep.role === 'output' ? (kind === 'bjt' ? 'go' : 'gds') : kind === 'diode' ? 'dI/dV' : 'gm';
  const share = (current[k]! - current[k + 1]!) / largestOf(current);
  const grave = share > 1e-3;
  return {
    about: name, badness: share, severity: grave ? 'violation' : 'warning', curve: sweep.curve.id, place: sweep.place(k), value: slope, unit: 'S', limit: 'above 0', source: 'Tsividis and Suyama, IEEE JSSC 29 (1994), benchmark tests of MOSFET models',
    message: `${name} is ${shown(slope)} S at ${sweep.place(k)}: ${currentName(kind)} falls where ${sweep.role === 'output' ? 'the output' : 'the control'} voltage rises, which nothing in the device does`,
  };
}
