import { createRandom } from './random/create-random.ts';
import { affordable } from './budget/affordable.ts';
import { addScaled, columnNorms, dot, multiply, multiplyTransposed, norm, scale, subtract } from './linear-algebra/vectors.ts';
import { pivotedQr } from './linear-algebra/pivoted-qr.ts';
import { leastSquares } from './linear-algebra/least-squares.ts';
import { choleskyFactor, choleskySolve, symmetricEigen } from './linear-algebra/symmetric.ts';
import { broydenUpdate } from './linear-algebra/broyden.ts';
import { latinHypercube, permutation, uniformSample } from './sampling/latin-hypercube.ts';
import { halton } from './sampling/halton.ts';
import { clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, startCandidate, toUnit } from './space/unit-cube.ts';
import { assembleJacobian, differencePoints, finiteDifferenceSteps } from './differences/jacobian.ts';
import { levenbergMarquardtStep } from './levenberg-marquardt/step.ts';
import { boundedLevenbergMarquardtStep } from './levenberg-marquardt/bounded-step.ts';
import { columnScale, initialRadius, updateTrustRegion } from './levenberg-marquardt/trust-region.ts';
import { binomialCrossover, currentToPBest, distinctIndices, midwayIntoUnit, randOneBin } from './differential-evolution/trial-vectors.ts';
import { createSuccessMemory, drawControl, rememberSuccesses } from './differential-evolution/success-memory.ts';
import { initialSimplex, simplexMoves } from './nelder-mead/simplex.ts';
import { parabolaMinimum } from './line-search/parabola.ts';
import { geometricMean, mean, median, quantile, rms, standardDeviation } from './statistics/statistics.ts';

/**
 * The numerics offered to every optimizer as `context.toolbox`. Small pure functions over plain numbers, arrays of
 * numbers and arrays of rows; none keeps state, none changes its arguments.
 */
export const toolbox = Object.freeze({
  createRandom, affordable,
  addScaled, columnNorms, dot, multiply, multiplyTransposed, norm, scale, subtract,
  pivotedQr, leastSquares, choleskyFactor, choleskySolve, symmetricEigen, broydenUpdate,
  latinHypercube, permutation, uniformSample, halton,
  clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, startCandidate, toUnit,
  assembleJacobian, differencePoints, finiteDifferenceSteps,
  levenbergMarquardtStep, boundedLevenbergMarquardtStep, columnScale, initialRadius, updateTrustRegion,
  binomialCrossover, currentToPBest, distinctIndices, midwayIntoUnit, randOneBin,
  createSuccessMemory, drawControl, rememberSuccesses,
  initialSimplex, simplexMoves,
  parabolaMinimum,
  geometricMean, mean, median, quantile, rms, standardDeviation,
});

/** Type of `toolbox`, function by function. */
export type ToolboxFunctions = typeof toolbox;

declare module '@evospice/kernel' {
  interface Toolbox extends ToolboxFunctions {}
}
