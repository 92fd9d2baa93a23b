import { EvospiceError } from '@evospice/contracts';

/**
 * ln(ratio) that any ratio has: ln(r) from the floor a upwards, the tangent there between 0 and a, and below 0 (a value of the wrong
 * sign) ln(a) - 1 - ln(1 - r / a), which grows like the logarithm again. Increasing and continuously differentiable everywhere.
 * @param ratio simulated / measured
 * @param floor a, greater than 0; see `logRatioFloor`
 */
export function logRatio(ratio: number, floor: number): number {
  if (ratio >= floor) return Math.log(ratio);
  return ratio >= 0 ? Math.log(floor) + (ratio - floor) / floor : Math.log(floor) - 1 - Math.log1p(-ratio / floor);
}

/** Derivative of `logRatio` by the ratio: 1 / r from the floor upwards; greater than 0. */
export function logRatioDerivative(ratio: number, floor: number): number {
  if (ratio >= floor) return 1 / ratio;
  return ratio >= 0 ? 1 / floor : 1 / (floor - ratio);
}

/** The ratio whose `logRatio` is `value`; infinite where it leaves the range of a double (|value| above some 700). */
export function fromLogRatio(value: number, floor: number): number {
  const low = Math.log(floor);
  if (value >= low) return Math.exp(value);
  return value >= low - 1 ? floor * (1 + value - low) : -floor * Math.expm1(low - 1 - value);
}

/** Derivative of `fromLogRatio` by the value, and so the ratio's change per unit of ln; greater than 0. */
export function fromLogRatioDerivative(value: number, floor: number): number {
  const low = Math.log(floor);
  if (value >= low) return Math.exp(value);
  return value >= low - 1 ? floor : floor * Math.exp(low - 1 - value);
}

/**
 * Floor of a point's ratio from the floor of its vector: 0.3 times floor / |measured|, at least 1e-6, at most 0.5, so that a point that
 * fits is above it.
 * @param measured not 0
 * @param floor of the vector, in the unit of `measured`
 */
export function logRatioFloor(measured: number, floor: number): number {
  if (measured === 0 || !(floor > 0)) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a ratio needs a measured value other than 0 and a floor above 0', {
      received: { measured, floor }, expected: 'a scored point', remedy: 'take the points that scoredPoints gives',
    });
  }
  return Math.min(0.5, Math.max(1e-6, (0.3 * floor) / Math.abs(measured)));
}
