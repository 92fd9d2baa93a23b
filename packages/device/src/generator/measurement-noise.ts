import type { Curve, RandomSource, SimulatedCurve } from '@evospice/contracts';
import { rounded } from './draw-parameters.ts';

export interface MeasurementNoise {
  /** Standard deviation as a fraction of the value: gain errors and drift. 0.005 when left out. */
  readonly relative?: number;
  /** Additive noise as a multiple of the bench's instrument noise. 1 when left out. */
  readonly additive?: number;
}

/** Significant digits an instrument reports. */
const instrumentDigits = 6;

/**
 * Measured values from simulated ones: v (1 + r n1) + a s n2, with n1 and n2 standard normal, r the relative and a s the additive
 * deviation. Two deviates are drawn for each point in curve order, so that the result depends on nothing but the generator.
 */
export function addNoise(curves: readonly Curve[], simulated: readonly SimulatedCurve[], noise: Required<MeasurementNoise>, sigmaOf: Readonly<Record<'i' | 'v' | 'c', number>>, random: RandomSource): Curve[] {
  return curves.map((curve, index) => ({
    ...curve,
    measured: curve.measured.map((vector, which) => ({
      ...vector,
      values: simulated[index]!.vectors[which]!.map((value) => {
        const gain = 1 + noise.relative * random.normal();
        return rounded(value * gain + noise.additive * sigmaOf[vector.kind] * random.normal(), instrumentDigits);
      }),
    })),
  }));
}
