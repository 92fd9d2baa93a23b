import { EvospiceError, type ProblemParameter } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';

/** What a transform needs of a parameter. */
export type Bounded = Pick<ProblemParameter, 'lower' | 'upper' | 'scale' | 'increment'>;

/**
 * Place of a candidate in the unit cube: 0 at the lower bound, 1 at the upper, linear along the parameter's scale
 * (log parameters on a log axis). Values outside the bounds are clipped first. A parameter with equal bounds is at 0.
 * @param candidate physical values, one per parameter.
 * @returns numbers in [0, 1].
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for NaN, or a log scale with a lower bound not above 0.
 */
export function toUnit(parameters: readonly Bounded[], candidate: readonly number[]): number[] {
  requireSameLength('candidate', candidate.length, parameters.length);
  return parameters.map((parameter, index) => {
    const { lower, upper, scale } = checked(parameter);
    const value = Math.min(upper, Math.max(lower, finite(candidate[index]!)));
    if (upper === lower) return 0;
    const place = scale === 'log' ? Math.log(value / lower) / Math.log(upper / lower) : (value - lower) / (upper - lower);
    return Math.min(1, Math.max(0, place));
  });
}

/**
 * Candidate at a place in the unit cube; the inverse of `toUnit`. Places outside [0, 1] are clipped, so the result is
 * always inside the bounds, and exactly on them at 0 and 1. A discrete parameter is snapped to its grid.
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_RANGE` as `toUnit`.
 */
export function fromUnit(parameters: readonly Bounded[], unit: readonly number[]): number[] {
  requireSameLength('unit vector', unit.length, parameters.length);
  return parameters.map((parameter, index) => {
    const { lower, upper, scale } = checked(parameter);
    const place = finite(unit[index]!);
    if (place <= 0) return lower;
    if (place >= 1) return snapped(parameter, upper);
    const value = scale === 'log' ? lower * (upper / lower) ** place : lower + (upper - lower) * place;
    return snapped(parameter, Math.min(upper, Math.max(lower, value)));
  });
}

/** Start values of a problem's parameters, as a candidate. */
export function startCandidate(parameters: readonly Pick<ProblemParameter, 'start'>[]): number[] {
  return parameters.map((parameter) => parameter.start);
}

/** Derivatives of a candidate's values by the coordinates of the unit cube. */
export function unitSlopes(parameters: readonly Bounded[], candidate: readonly number[]): number[] {
  requireSameLength('candidate', candidate.length, parameters.length);
  return parameters.map(({ lower, upper, scale }, index) => (scale === 'log' ? candidate[index]! * Math.log(upper / lower) : upper - lower));
}

/** Nearest point of the unit cube. */
export function clipToUnit(unit: readonly number[]): number[] {
  return unit.map((place) => Math.min(1, Math.max(0, place)));
}

/** Mirrors each coordinate at the walls until it lies in [0, 1], so that a sampler does not pile up on the bounds. @throws EvospiceError `TOOLBOX_RANGE` for one that is not finite. */
export function reflectIntoUnit(unit: readonly number[]): number[] {
  return unit.map((place) => {
    const turn = Math.abs(finite(place)) % 2;
    return turn > 1 ? 2 - turn : turn;
  });
}

/** Nearest candidate inside the bounds, discrete parameters on their grid. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function clipToBounds(parameters: readonly Pick<Bounded, 'lower' | 'upper' | 'increment'>[], candidate: readonly number[]): number[] {
  requireSameLength('candidate', candidate.length, parameters.length);
  return parameters.map((parameter, index) => snapped(parameter, Math.min(parameter.upper, Math.max(parameter.lower, candidate[index]!))));
}

/**
 * Largest distance between neighbouring values of a discrete parameter, in the unit cube; 0 for a continuous one. A search whose
 * steps become shorter does not move the parameter any more.
 * @throws EvospiceError `TOOLBOX_RANGE` as `toUnit`.
 */
export function widestGridStep(parameter: Bounded): number {
  const { lower, upper, increment } = parameter;
  // On a log axis the first step is the widest.
  return increment === undefined ? 0 : toUnit([parameter], [Math.min(upper, lower + increment)])[0]!;
}

/** The nearest value of a discrete parameter's grid, which lies inside the bounds as `value` does. */
function snapped({ lower, upper, increment }: Pick<Bounded, 'lower' | 'upper' | 'increment'>, value: number): number {
  if (increment === undefined) return value;
  const last = Math.floor((upper - lower) / increment + 1e-9);
  return Math.min(upper, lower + increment * Math.min(last, Math.round((value - lower) / increment)));
}

function checked(parameter: Bounded): Bounded {
  if (parameter.lower > parameter.upper || (parameter.scale === 'log' && !(parameter.lower > 0))) {
    throw new EvospiceError('TOOLBOX_RANGE', `no ${parameter.scale} axis runs from ${parameter.lower} to ${parameter.upper}`, {
      received: parameter,
      expected: 'lower <= upper, and both above 0 for a log scale',
    });
  }
  return parameter;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new EvospiceError('TOOLBOX_RANGE', `a coordinate is ${value}`, { received: value, expected: 'a finite number' });
}
