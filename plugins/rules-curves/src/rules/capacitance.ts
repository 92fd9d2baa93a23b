import { defineRule, shown } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { largestOf } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

export interface CapacitanceOptions {
  /** Difference of a capacitance and the one seen from the other side, as a part of the whole, where no current flows. */
  readonly reciprocity: number;
}

/** Below it a capacitance is none, F. */
const none = 1e-20;
/** Negative part of a mutual capacitance, as a part of the whole, that charge models with smoothed partition are known for. */
const mutual = 0.15;
/** Rounding, as a part of the largest. */
const rounding = 1e-6;
const source = 'Ward and Dutton, IEEE JSSC 13 (1978) 703; Tsividis, Operation and Modeling of the MOS Transistor, section 6.4';

/** Capacitances are positive, the parts add up to the whole, and at rest two terminals see each other alike. */
export const curveCapacitance = ({ reciprocity }: CapacitanceOptions) => defineRule('curve-capacitance', (subject) => gathered(sweepsOf(subject).flatMap((sweep): Told[] => {
  if (sweep.curve.kind !== 'probe-capacitance') return [];
  const known = sweep.curve.measured.map(({ hi = [], lo = [] }) => ({ hi: hi.join(''), lo: lo.join('') }));
  const values = known.map(({ hi, lo }) => sweep.capacitance(hi, lo)!);
  if (!values.every((one) => one.every(Number.isFinite))) return [];
  const largest = largestOf(values[0]!);
  if (largest < none) return [];
  return [...negatives(sweep, known, values, largest), ...sums(sweep, known, values, largest), ...unlike(sweep, known, values, largest, reciprocity)];
})), { probes: probePlan });

interface Pair {
  readonly hi: string;
  readonly lo: string;
}

type Check = (sweep: Sweep, known: readonly Pair[], values: readonly Float64Array[], largest: number) => readonly Told[];

const pairText = ({ hi, lo }: Pair): string => `C(${hi}, ${lo})`;

const negatives: Check = (sweep, known, values, largest) => known.flatMap((pair, at): Told[] => {
  const whole = at === 0;
  // A conducting junction's transcapacitances have either sign.
  const own = whole ? values[at]! : values[at]!.map((value, point) => (isAtRest(sweep, sweep.u[point]!) ? value : 0));
  const k = own.indexOf(Math.min(...own));
  if (own[k]! >= -(whole ? 1e-3 : mutual) * largest) return [];
  return [{
    about: pairText(pair), badness: -own[k]! / largest, severity: whole ? 'violation' : 'warning', curve: sweep.curve.id, place: sweep.place(k), value: own[k]!, unit: 'F', limit: 'at least 0', source,
    message: `${pairText(pair)} is ${shown(own[k]!)} F at ${sweep.place(k)}: ${whole ? 'charge would leave as the voltage rises, and an oscillation would grow' : 'two electrodes attract opposite charges'}`,
  }];
});

/** The first pair is one terminal against all others; its parts are those with the same first terminal. */
const sums: Check = (sweep, known, values, largest) => {
  const [whole] = known;
  const parts = known.flatMap(({ hi, lo }, at) => (at > 0 && hi === whole!.hi && lo.length === 1 ? [{ lo, own: values[at]! }] : []));
  if (parts.map(({ lo }) => lo).toSorted().join('') !== [...whole!.lo].toSorted().join('')) return [];
  const left = values[0]!.map((value, k) => value - parts.reduce((sum, { own }) => sum + own[k]!, 0));
  const k = left.findIndex((value) => Math.abs(value) > 1e3 * rounding * largest);
  if (k < 0) return [];
  return [{
    about: 'sum', badness: Math.abs(left[k]!), severity: 'violation', curve: sweep.curve.id, place: sweep.place(k), value: left[k]!, unit: 'F', limit: '0', source,
    message: `${pairText(whole!)} and its parts differ by ${shown(left[k]!)} F at ${sweep.place(k)}: charge is not conserved`,
  }];
};

/** Only with every other terminal at the same voltage, and no current: with a current, transcapacitances are not reciprocal. */
function unlike(sweep: Sweep, known: readonly Pair[], values: readonly Float64Array[], largest: number, limit: number): readonly Told[] {
  return known.flatMap(({ hi, lo }, at): Told[] => {
    const back = known.findIndex((other, index) => index > at && other.hi === lo && other.lo === hi);
    if (back < 0) return [];
    const apart = values[at]!.map((value, k) => Math.abs(value - values[back]![k]!) / largest);
    // Forward junctions conduct.
    const rested = sweep.u.map((u, k) => (isAtRest(sweep, u) ? apart[k]! : 0));
    const k = rested.indexOf(Math.max(...rested));
    if (rested[k]! <= limit) return [];
    return [{
      about: `reciprocity ${hi} ${lo}`, badness: rested[k]!, severity: 'note', curve: sweep.curve.id, place: sweep.place(k), value: rested[k]!, limit: `at most ${limit}`, source,
      message: `C(${hi}, ${lo}) and C(${lo}, ${hi}) differ by ${shown(100 * rested[k]!)} % of the whole at ${sweep.place(k)}: without current two terminals see each other alike`,
    }];
  });
}

function isAtRest({ curve }: Sweep, u: number): boolean {
  const gated = curve.drives.some(({ terminal }) => terminal === 'g') && curve.drives.some(({ terminal }) => terminal === 'b');
  return gated || u <= 0;
}
