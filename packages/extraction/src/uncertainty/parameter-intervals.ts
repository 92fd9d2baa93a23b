import type { TunableParameter } from '@evospice/contracts';
import { fisherInformation, identifiability, multiplyTransposed, toUnit } from '@evospice/toolbox';
import jStat from 'jstat';
import { boundAt } from '../diagnosis/at-bound.ts';
import { independentCount, leastSquaresStatistics, movedValue, neighbourCorrelation } from './covariance.ts';
import { partsOf, type ResidualRows } from './residual-rows.ts';
import type { CorrelatedPair, NoUncertainty, ParameterUncertainty, Uncertainty } from './uncertainty.ts';

const level = 0.95;
/** Standard error, as a share of the bounds, above which a value is a guess. */
export const loose = 0.1;
/** Change of every residual over the whole range of a parameter below which it is none: a share of the value, or decades. */
const negligible = 1e-4;
const strongestPairs = 5;
/** Correlations below are not worth naming. */
const weakest = 0.5;

export type Intervals = Omit<Uncertainty, 'derivatives' | 'helpful'>;

/**
 * Confidence intervals of a least-squares result, from its residuals linearised in the unit cube, that is, along each parameter's own scale
 * (Seber & Wild 1989, "Nonlinear Regression", section 5.1; Bard 1974). Neighbouring residuals that deviate alike count as fewer. Parameters at a bound are taken as known.
 * @param candidate physical values, in order of the tunables
 */
export function parameterIntervals(tunables: readonly TunableParameter[], candidate: readonly number[], { rows, residuals, runs }: ResidualRows): Intervals | NoUncertainty {
  const unit = toUnit(tunables, candidate);
  const bound = unit.map((place) => boundAt(place));
  const largest = tunables.map((_, k) => rows.reduce((most, row) => Math.max(most, Math.abs(row[k]!)), 0));
  const free = tunables.flatMap((_, k) => (bound[k] === null && largest[k]! > negligible ? [k] : []));
  const points = residuals.length;
  if (points <= free.length) return { unavailable: `${points} residuals say nothing of the uncertainty of ${free.length} parameters` };
  const squares = residuals.reduce((sum, value) => sum + value * value, 0);
  const deviation = Math.sqrt(squares / (points - free.length));
  const neighbours = neighbourCorrelation(partsOf(residuals, runs));
  const independent = independentCount(points, neighbours);
  const degreesOfFreedom = Math.max(1, independent - free.length);
  const own = rows.map((row) => Float64Array.from(free, (k) => row[k]!));
  const information = fisherInformation(own, free.length);
  const gradient = own.length === 0 ? [] : multiplyTransposed(own.map((row) => Array.from(row)), residuals);
  const { inverse, stepLeft } = leastSquaresStatistics(information, gradient, squares);
  // Residuals that come in groups of like ones carry the information of one of each.
  const variance = (deviation ** 2 * points) / independent;
  const deviates = jStat.studentt.inv((1 + level) / 2, degreesOfFreedom);
  const errors = inverse.map((row, a) => Math.sqrt(Math.max(0, row[a]! * variance)));
  const { companions } = identifiability(scaled(information, variance), loose);
  const names = free.map((k) => tunables[k]!.name);
  const parameters = tunables.map((tunable, k): ParameterUncertainty => {
    const { name } = tunable;
    const value = candidate[k]!;
    const at = free.indexOf(k);
    if (bound[k] !== null) return { name, value, interval: null, open: [], error: null, determined: 'at bound', companions: [] };
    if (at < 0) return { name, value, interval: [tunable.lower, tunable.upper], open: ['lower', 'upper'], error: null, determined: 'none', companions: [] };
    const error = errors[at]!;
    const [low, high] = [movedValue(tunable, unit[k]! - deviates * error), movedValue(tunable, unit[k]! + deviates * error)];
    const others = companions[at]!.map((other) => names[other]!);
    return {
      name, value, interval: [low.value, high.value], error,
      open: [...(low.outside ? ['lower' as const] : []), ...(high.outside ? ['upper' as const] : [])],
      determined: error <= loose ? 'determined' : others.length > 0 ? 'together' : 'loose', companions: error <= loose ? [] : others,
    };
  });
  const matrix = inverse.map((row, a) => row.map((value, b) => (a === b ? 1 : rounded(value / Math.sqrt(row[a]! * inverse[b]![b]!)))));
  return {
    level, points, independent, neighbours, degreesOfFreedom, deviation, stepLeft, parameters,
    correlation: { parameters: names, matrix }, pairs: pairsOf(names, matrix), together: sets(parameters),
  };
}

/** Information for residuals of this variance; that of a perfect fit is limited by the digits of numbers. */
export function scaled(information: readonly (readonly number[])[], variance: number): number[][] {
  return information.map((row) => row.map((value) => value / Math.max(variance, 1e-24)));
}

function pairsOf(names: readonly string[], matrix: readonly (readonly number[])[]): readonly CorrelatedPair[] {
  return names.flatMap((name, a) => names.slice(0, a).map((other, b): CorrelatedPair => ({ parameters: [other, name], correlation: matrix[a]![b]! })))
    .filter(({ correlation }) => Math.abs(correlation) >= weakest)
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation)).slice(0, strongestPairs);
}

/** Each set once, whichever of its members names it. */
function sets(parameters: readonly ParameterUncertainty[]): readonly (readonly string[])[] {
  const order = new Map(parameters.map(({ name }, index) => [name, index]));
  const found = parameters.flatMap(({ name, determined, companions }) => (determined === 'together' ? [[name, ...companions].toSorted((a, b) => order.get(a)! - order.get(b)!)] : []));
  return [...new Map(found.map((set) => [set.join(' '), set])).values()];
}

function rounded(correlation: number): number {
  return Math.round(Math.min(1, Math.max(-1, correlation)) * 1e4) / 1e4;
}
