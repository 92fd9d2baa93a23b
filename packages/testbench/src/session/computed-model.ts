import type { Curve, SimulationFailure } from '@evospice/contracts';

/** A device that is computed in this process, opened for one testbench. */
export interface ComputedModel {
  /** Vectors of one candidate, those of each curve in turn; or why there are none. */
  simulate(values: ArrayLike<number>, curves: readonly Curve[]): readonly (readonly Float64Array[])[] | SimulationFailure;
}
