import type { Candidate, ExtractionProblem, ProblemParameter } from '@evospice/contracts';
import { clipToBounds, startCandidate } from '../space/unit-cube.ts';
import { readCurves, type Quantity, type Reading } from './readings.ts';

/** How a reading becomes a value of the card. */
type Way =
  /** The reading is the value. */
  | 'value'
  /** The start's value, times measured over simulated. */
  | 'ratio'
  /** The start's value, times simulated over measured. */
  | 'inverse'
  /** The start's value, plus measured minus simulated. */
  | 'difference'
  /** As `ratio`, of what is above 1. */
  | 'excess';

interface Rule {
  readonly names: readonly string[];
  readonly quantity: Quantity;
  readonly way: Way;
  /** Its value has the other sign in a p type. */
  readonly mirrored?: true;
}

const gate: readonly Rule[] = [
  { names: ['nfactor'], quantity: 'swing', way: 'excess' },
  { names: ['u0', 'mueph1'], quantity: 'gain', way: 'ratio' },
  { names: ['eta0'], quantity: 'barrier lowering', way: 'ratio' },
  { names: ['pclm'], quantity: 'channel length modulation', way: 'ratio' },
  { names: ['rdsw'], quantity: 'contact resistance', way: 'difference' },
  { names: ['toxe', 'tox'], quantity: 'oxide capacitance', way: 'inverse' },
];

/** Families share names, so the kind of device decides. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  mosfet: [{ names: ['vth0', 'vfbc'], quantity: 'threshold', way: 'difference', mirrored: true }, ...gate],
  soi: [{ names: ['vth0'], quantity: 'threshold', way: 'difference', mirrored: true }, ...gate],
  vdmos: [
    { names: ['vto'], quantity: 'threshold', way: 'value', mirrored: true },
    { names: ['kp'], quantity: 'gain', way: 'value' },
    { names: ['lambda'], quantity: 'channel length modulation', way: 'value' },
  ],
  jfet: [
    { names: ['vto', 'vt0'], quantity: 'threshold', way: 'value' },
    { names: ['beta'], quantity: 'gain', way: 'value' },
    { names: ['lambda'], quantity: 'channel length modulation', way: 'value' },
  ],
  diode: [
    { names: ['is', 'js'], quantity: 'saturation current', way: 'value' },
    { names: ['n'], quantity: 'ideality', way: 'value' },
    { names: ['jsw'], quantity: 'edge saturation current', way: 'value' },
    { names: ['ns'], quantity: 'edge ideality', way: 'value' },
    { names: ['rs'], quantity: 'series resistance', way: 'ratio' },
    { names: ['cj0', 'cjo'], quantity: 'zero-bias capacitance', way: 'value' },
    { names: ['vj'], quantity: 'built-in potential', way: 'value' },
    { names: ['m'], quantity: 'grading', way: 'value' },
    { names: ['cjsw', 'cjp'], quantity: 'edge zero-bias capacitance', way: 'value' },
    { names: ['php'], quantity: 'edge built-in potential', way: 'value' },
    { names: ['mjsw'], quantity: 'edge grading', way: 'value' },
  ],
  bjt: [
    { names: ['is', 'c10'], quantity: 'saturation current', way: 'ratio' },
    { names: ['nf', 'mcf'], quantity: 'ideality', way: 'difference' },
    { names: ['ibei', 'ibeis'], quantity: 'base saturation current', way: 'ratio' },
    { names: ['nei', 'mbei'], quantity: 'base ideality', way: 'difference' },
    { names: ['bf'], quantity: 'current gain', way: 'value' },
    { names: ['br'], quantity: 'reverse current gain', way: 'ratio' },
    { names: ['vaf'], quantity: 'Early voltage', way: 'value' },
    { names: ['vef'], quantity: 'Early voltage', way: 'ratio' },
    { names: ['ikf'], quantity: 'knee current', way: 'ratio' },
    { names: ['re'], quantity: 'series resistance', way: 'ratio' },
  ],
};

/** A parameter that was read off measured curves. */
export interface DirectValue {
  readonly parameter: string;
  /** Inside the bounds, in the parameter's unit. */
  readonly value: number;
  readonly quantity: Quantity;
  readonly way: Way;
  /** As read off the measured curves, and off the start card's. */
  readonly measured: number;
  readonly simulated?: number;
  /** Curves that it was read off. */
  readonly curves: readonly string[];
}

/** A start made of measured curves. */
export interface DirectStart {
  /** The start card, with what was found in place of its values. */
  readonly candidate: Candidate;
  /** In the order of the parameters. */
  readonly found: readonly DirectValue[];
}

/**
 * Starting values from measured curves by the formulas engineers use: threshold, gain, swing, body effect, drain-induced barrier lowering,
 * channel length modulation, contact resistance, junction currents, capacitances, gains, Early voltages. Where a formula gives the parameter itself, that is
 * its value; else the same formula is applied to the start card's simulated curves, and the start's value is moved by the difference or the
 * ratio, so that what the formula gets wrong cancels. At no simulation; whether the result is better than the start, one simulation tells.
 */
export function directStart(problem: ExtractionProblem): DirectStart {
  const { start, parameters, curves, device: { kind, polarity } } = problem;
  const measured = readCurves(problem, (curve, vector) => curves[curve]!.vectors[vector]!.measured);
  const simulated = start.ok
    ? readCurves(problem, (curve, vector) => start.curves.find(({ id, every }) => id === curves[curve]!.id && every === undefined)?.simulated[vector])
    : undefined;
  const sign = polarity === 'p' ? -1 : 1;
  const found = parameters.flatMap((parameter): DirectValue[] => {
    const rule = rules[kind]?.find(({ names }) => names.includes(parameter.name));
    const reading = rule === undefined ? undefined : measured.get(rule.quantity);
    if (rule === undefined || reading === undefined) return [];
    const own = simulated?.get(rule.quantity);
    const value = valueOf(parameter, rule, rule.mirrored === undefined ? 1 : sign, reading, own);
    if (value === undefined || !Number.isFinite(value)) return [];
    return [{
      parameter: parameter.name, value: clipToBounds([parameter], [value])[0]!, quantity: rule.quantity, way: rule.way, measured: reading.value,
      ...(own === undefined ? {} : { simulated: own.value }), curves: reading.curves,
    }];
  });
  const candidate = startCandidate(parameters).map((value, k) => found.find(({ parameter }) => parameter === parameters[k]!.name)?.value ?? value);
  return { candidate, found };
}

/** Ratios beyond are those of a formula that did not fit. */
const largest = 1e6;

function valueOf({ start }: ProblemParameter, { way }: Rule, sign: number, measured: Reading, simulated: Reading | undefined): number | undefined {
  if (way === 'value') return sign * measured.value;
  if (simulated === undefined) return undefined;
  const [to, from] = [measured.value, simulated.value];
  if (way === 'difference') return start + sign * (to - from);
  const ratio = way === 'inverse' ? from / to : way === 'excess' ? (to - 1) / (from - 1) : to / from;
  return ratio > 1 / largest && ratio < largest ? start * ratio : undefined;
}
