import { exponentLimit, smallestExponential } from './constants.ts';

/**
 * `x` above `floor`, a hyperbola below that stays positive and joins with equal slope. All of BSIM3's "avoid discontinuity" formulas for
 * Rds, Abulk, keta, eta, Weff and the mobility's denominator are this one with different floors.
 */
export function softFloor(x: number, floor: number): number {
  return x >= floor ? x : (floor * (2 * floor - x)) / (3 * floor - 2 * x);
}

/** 1 + x above -1/2, a hyperbola below with the limit 3/8: used for the body effect of the characteristic lengths and for n. */
export function boundedOnePlus(x: number): number {
  return x >= -0.5 ? 1 + x : (1 + 3 * x) / (3 + 8 * x);
}

/**
 * e + 2 e^2 with e = exp(-distance): decay of a two-dimensional potential over a channel; `distance` in units of half the characteristic
 * length.
 */
export function channelDecay(distance: number): number {
  const decay = distance < exponentLimit ? Math.exp(-distance) : smallestExponential;
  return decay * (1 + 2 * decay);
}

/** ln(1 + exp x), cut off below -34. */
export function logOnePlusExp(x: number): number {
  let result: number;
  if (x > exponentLimit) result = x;
  else if (x < -exponentLimit) result = smallestExponential;
  else result = Math.log1p(Math.exp(x));
  return result;
}

/** `x` where it is positive; undefined (not a number) elsewhere, where ngspice refuses the device. */
export function definedAboveZero(x: number): number {
  return x > 0 ? x : 0 / 0;
}
