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
import { exchangeProbability, metropolisProbability } from './annealing/acceptance.ts';
import { adaptMoveRange, cauchy, drawByRank, psadeTrial, redrawIntoUnit } from './annealing/moves.ts';
import { geometricLadder, initialTemperature } from './annealing/temperature.ts';
import { cmaEsBounds, cmaEsPenalty } from './cma-es/bound-penalty.ts';
import { cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs } from './cma-es/state.ts';
import { cmaEsLambda, cmaEsStrategy } from './cma-es/strategy.ts';
import { constriction, moveParticle, ringNeighbours } from './particle-swarm/particle.ts';
import { initialSimplex, simplexMoves } from './nelder-mead/simplex.ts';
import { orientedSimplex, simplexDiameter, simplexGradient } from './nelder-mead/simplex-gradient.ts';
import { centroid, complexReflection, complexRetreat, meanRadius, retreatShare, separatedIndices } from './complex/complex.ts';
import { exploratoryPoints, moveAlongAxis, patternPoint } from './pattern-search/axis-moves.ts';
import { factorialDesign, factorialFactors } from './pattern-search/factorial.ts';
import { bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits } from './genetic/bit-strings.ts';
import { fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex } from './genetic/selection.ts';
import { polynomialMutation, simulatedBinaryCrossover } from './genetic/real-coded.ts';
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
  exchangeProbability, metropolisProbability, adaptMoveRange, cauchy, drawByRank, psadeTrial, redrawIntoUnit, geometricLadder, initialTemperature,
  cmaEsBounds, cmaEsPenalty, cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, cmaEsLambda, cmaEsStrategy,
  constriction, moveParticle, ringNeighbours,
  initialSimplex, simplexMoves, orientedSimplex, simplexDiameter, simplexGradient,
  centroid, complexReflection, complexRetreat, meanRadius, retreatShare, separatedIndices,
  exploratoryPoints, moveAlongAxis, patternPoint, factorialDesign, factorialFactors,
  bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits,
  fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex, polynomialMutation, simulatedBinaryCrossover,
  parabolaMinimum,
  geometricMean, mean, median, quantile, rms, standardDeviation,
});

/** Type of `toolbox`, function by function. */
export type ToolboxFunctions = typeof toolbox;

declare module '@evospice/kernel' {
  interface Toolbox extends ToolboxFunctions {}
}
