import { defineRule, shown, type Found } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { mainCurrent, largestOf } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

export interface SmoothOptions {
  /** Jump of a slope, as a part of its largest value, from which it counts. */
  readonly jump: number;
}

/** A jump stands out where the slope changes by this many times less on either side of it. */
const isolated = 8;
/** From this many times on it is a corner; below, a bend as narrow as the steps, such as the entry into quasi-saturation, may look the same. */
const certain = 25;

/** No kinks: gm and gds without a jump, and their slopes without one. Only probes are close enough together to tell. */
export const curveSmooth = ({ jump }: SmoothOptions) => defineRule('curve-smooth', (subject) => {
  const { kind } = subject.task.device;
  return gathered(sweepsOf(subject).flatMap((sweep): Told[] => {
    const current = sweep.probe && (sweep.role === 'transfer' || sweep.role === 'output') ? mainCurrent(sweep, kind) : undefined;
    if (current === undefined) return [];
    const slope = differences(current, sweep.u);
    const from = conducting(sweep, current);
    const first = jumpOf(slope, jump, from);
    const name = sweep.role === 'transfer' ? 'gm' : kind === 'bjt' ? 'go' : 'gds';
    if (first !== undefined) return [told(sweep, first, name, first.isolation >= certain ? 'warning' : 'note')];
    const second = jumpOf(differences(slope, sweep.u), 3 * jump, from);
    return second === undefined ? [] : [told(sweep, second, `the slope of ${name}`, 'note')];
  }));
}, { probes: probePlan });

function told(sweep: Sweep, { index, share }: Jump, name: string, severity: Found['severity']): Told {
  const k = Math.min(index + 1, sweep.u.length - 1);
  const width = 2 * (sweep.u[1]! - sweep.u[0]!);
  return {
    about: name, badness: share, severity, curve: sweep.curve.id, place: sweep.place(k), value: share, limit: 'no jump', source: 'Tsividis and Suyama, IEEE JSSC 29 (1994), benchmark tests of MOSFET models',
    message: `${name} jumps by ${shown(100 * share)} % of its largest value within ${shown(1e3 * width)} mV at ${sweep.place(k)}: distortion is wrong there, and solvers stumble`,
  };
}

/** Where a transfer curve carries a tenth of its largest current: below, exponentials rise faster than the steps of the sweep can tell from a jump. */
function conducting({ role }: Sweep, current: Float64Array): number {
  if (role === 'output') return 0;
  const least = 0.1 * largestOf(current);
  return current.findIndex((value) => value >= least) + 2;
}

interface Jump {
  readonly index: number;
  readonly share: number;
  /** How many times larger than the changes around it. */
  readonly isolation: number;
}

/**
 * The largest isolated jump of values on an even grid. A jump inside an interval falls on two differences, so two neighbours are taken together, against the two
 * around them, which what is smooth has in common with them.
 */
function jumpOf(values: Float64Array, least: number, from: number): Jump | undefined {
  const largest = largestOf(values);
  let worst: Jump | undefined;
  for (let k = Math.max(2, from); k + 4 < values.length; k++) {
    const step = (at: number) => values[at + 1]! - values[at]!;
    const share = Math.abs(step(k) + step(k + 1)) / largest;
    const around = Math.max(Math.abs(step(k - 1)), Math.abs(step(k + 2)), Math.abs(step(k - 2)), Math.abs(step(k + 3))) / largest;
    if (share > least && share > isolated * around && (worst === undefined || share > worst.share)) worst = { index: k + 1, share, isolation: share / around };
  }
  return worst;
}

function differences(values: Float64Array, u: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length - 1 }, (_, k) => (values[k + 1]! - values[k]!) / (u[k + 1]! - u[k]!));
}
