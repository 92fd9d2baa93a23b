/**
 * Constants and limited functions of BSIM4 as ngspice 39 has them. They differ from CODATA and from those of ngspice's other models in the fourth
 * digit; a card is only reproduced with the model's own.
 */

/** Permittivity of vacuum, F/m. */
export const EPS0 = 8.85418e-12;
/** Permittivity of silicon, F/m. */
export const EPSSI = 1.03594e-10;
/** Electron charge, C (BSIM's own value). */
export const CHARGE = 1.60219e-19;
/** Electron charge in the poly depletion alone, C (ngspice's value). */
export const CHARGE_POLY = 1.6021766208e-19;
/** Boltzmann's constant over charge, V/K. */
export const K_OVER_Q = 8.617087e-5;
/** The model's pi. */
export const PI = 3.141592654;

/** Arguments of exponentials are limited to +-34 ... */
export const EXP_LIMIT = 34;
/** ... where exp is this, */
export const MAX_EXP = 5.834617425e14;
/** or this. */
export const MIN_EXP = 1.713908431e-15;

/** Exponential, continued by a straight line above 34 and constant below -34. */
export function linearExp(x: number): number {
  let y: number;
  if (x > EXP_LIMIT) y = MAX_EXP * (1 + x - EXP_LIMIT);
  else if (x < -EXP_LIMIT) y = MIN_EXP;
  else y = Math.exp(x);
  return y;
}

/** Exponential, constant outside of -34 to 34. */
export function boundedExp(x: number): number {
  let y: number;
  if (x > EXP_LIMIT) y = MAX_EXP;
  else if (x < -EXP_LIMIT) y = MIN_EXP;
  else y = Math.exp(x);
  return y;
}

/** scale * ln(1 + exp(x / scale)), limited as ngspice does it. */
export function softplus(x: number, scale: number): number {
  const u = x / scale;
  let y: number;
  if (u > EXP_LIMIT) y = x;
  else if (u < -EXP_LIMIT) y = scale * Math.log(1 + MIN_EXP);
  else y = scale * Math.log(1 + Math.exp(u));
  return y;
}

/** 1 / (2 cosh(x) - 2): decay of short-channel effects with x = length over characteristic length (manual 2.4). */
export function rollOff(x: number): number {
  let y: number;
  if (x < EXP_LIMIT) {
    const e = Math.exp(x);
    const f = e - 1;
    y = e / (f * f + 2 * e * MIN_EXP);
  } else {
    y = 1 / (MAX_EXP - 2);
  }
  return y;
}

/** 1 + x, kept positive below x = -0.5. */
export function positiveSlope(x: number): number {
  let y: number;
  if (x >= -0.5) y = 1 + x;
  else y = (1 + 3 * x) / (3 + 8 * x);
  return y;
}

/** 1 / (1 + x), kept positive below x = -0.9. */
export function positiveReciprocal(x: number): number {
  let y: number;
  if (x >= -0.9) y = 1 / (1 + x);
  else y = (17 + 20 * x) / (0.8 + x);
  return y;
}

/** The smaller of x and limit, smooth over about delta (manual 5.6: effective drain voltage). */
export function smoothMinimum(x: number, limit: number, delta: number): number {
  const t1 = limit - x - delta;
  const t2 = Math.sqrt(t1 * t1 + 4 * delta * limit);
  let y: number;
  if (t1 >= 0) y = limit - 0.5 * (t1 + t2);
  else y = limit * (1 - 2 * delta / (t2 - t1));
  // Rounding only. About x = 0, where y may be all rounding, the derivative is kept: there x is not the smaller one by what it is, but by chance.
  if (x > 1e-15 && y > x) y = x;
  return y;
}

/** `x` where it is positive; undefined (not a number) elsewhere, where ngspice refuses the device. */
export function definedAboveZero(x: number): number {
  return x > 0 ? x : 0 / 0;
}

/** A binned parameter: value + l / L + w / W + p / (L W). */
export function binned(value: number, l: number, w: number, p: number, invL: number, invW: number, invLW: number): number {
  return value + l * invL + w * invW + p * invLW;
}
