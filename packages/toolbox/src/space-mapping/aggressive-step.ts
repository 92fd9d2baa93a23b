import { broydenUpdate } from '../linear-algebra/broyden.ts';
import { leastSquares } from '../linear-algebra/least-squares.ts';
import { subtract } from '../linear-algebra/vectors.ts';

export interface AggressiveSpaceMapping {
  /** Where the coarse model answers as the fine one does at the present point, n coordinates: the result of parameter extraction. */
  readonly extracted: readonly number[];
  /** Optimum of the coarse model, n coordinates. */
  readonly target: readonly number[];
  /** Derivative of extracted by fine coordinates, n x n: the identity at first. */
  readonly mapping: readonly (readonly number[])[];
}

/**
 * Step of aggressive space mapping (Bandler et al. 1995, IEEE Trans. MTT 43:2874): the fine point moves by h with B h = target - extracted.
 * @returns n entries; not clipped to any bound.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function aggressiveSpaceMappingStep({ extracted, target, mapping }: AggressiveSpaceMapping): number[] {
  return leastSquares(mapping, subtract(target, extracted)).solution;
}

/**
 * The mapping corrected with a step that was taken, by Broyden's update.
 * @param step move of the fine point; `moved` the move of the extracted point that it caused, n entries each.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function updateSpaceMapping(mapping: readonly (readonly number[])[], step: readonly number[], moved: readonly number[]): number[][] {
  return broydenUpdate(mapping, step, moved);
}
