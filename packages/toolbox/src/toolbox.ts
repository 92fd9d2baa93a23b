import { createRandom } from './random/create-random.ts';
import { cauchy } from './random/cauchy.ts';
import { affordable } from './budget/affordable.ts';
import { scoredPoints } from './budget/scored-points.ts';
import { simulationCost, withBudget } from './budget/with-budget.ts';
import { addScaled, columnNorms, dot, identity, multiply, multiplyTransposed, norm, scale, subtract } from './linear-algebra/vectors.ts';
import { pivotedQr } from './linear-algebra/pivoted-qr.ts';
import { leastSquares } from './linear-algebra/least-squares.ts';
import { choleskyFactor, choleskySolve, symmetricEigen } from './linear-algebra/symmetric.ts';
import { broydenUpdate } from './linear-algebra/broyden.ts';
import { distinctIndices, permutation } from './sampling/indices.ts';
import { latinHypercube, uniformSample } from './sampling/latin-hypercube.ts';
import { halton } from './sampling/halton.ts';
import { sobol } from './sampling/sobol.ts';
import { conditionGaussianProcess, extendGaussianProcess } from './gaussian-process/gaussian-process.ts';
import { fitGaussianProcess } from './gaussian-process/fit.ts';
import { logMarginalLikelihood } from './gaussian-process/marginal-likelihood.ts';
import { minimizeInBox } from './quasi-newton/minimize-in-box.ts';
import { differentiateGaussianProcess, predictGaussianProcess } from './gaussian-process/predict.ts';
import { expectedImprovement, logExpectedImprovement } from './acquisition/expected-improvement.ts';
import { maximizeExpectedImprovement } from './acquisition/maximize-expected-improvement.ts';
import { createTrustBox, trustBoxBounds, updateTrustBox } from './gaussian-process/trust-box.ts';
import { normalCumulative, normalDensity } from './statistics/normal.ts';
import { createParzen, logParzenDensity, sampleParzen } from './parzen/parzen.ts';
import { clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, startCandidate, toUnit, widestGridStep } from './space/unit-cube.ts';
import { assembleJacobian, differencePoints, finiteDifferenceSteps } from './differences/jacobian.ts';
import { levenbergMarquardtStep } from './levenberg-marquardt/step.ts';
import { boundedLevenbergMarquardtStep } from './levenberg-marquardt/bounded-step.ts';
import { columnScale, initialRadius, updateTrustRegion } from './levenberg-marquardt/trust-region.ts';
import { descendLeastSquares } from './levenberg-marquardt/descend-least-squares.ts';
import { doglegStep } from './dogleg/dogleg-step.ts';
import { binomialCrossover, currentToPBest, midwayIntoUnit, randOneBin } from './differential-evolution/trial-vectors.ts';
import { adaptTowardsSuccesses, createSuccessMemory, drawControl, rememberSuccesses } from './differential-evolution/success-memory.ts';
import { exchangeProbability, metropolisProbability } from './annealing/acceptance.ts';
import { adaptMoveRange, drawByRank, psadeTrial, redrawIntoUnit } from './annealing/moves.ts';
import { geometricLadder, initialTemperature } from './annealing/temperature.ts';
import { cmaEsBounds, cmaEsPenalty } from './cma-es/bound-penalty.ts';
import { cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs } from './cma-es/state.ts';
import { cmaEsLambda, cmaEsStrategy } from './cma-es/strategy.ts';
import { constriction, moveParticle, ringNeighbours } from './particle-swarm/particle.ts';
import { initialSimplex, simplexMoves } from './nelder-mead/simplex.ts';
import { orientedSimplex, simplexDiameter, simplexGradient } from './nelder-mead/simplex-gradient.ts';
import { centroid, largestExtent, meanRadius, separatedIndices } from './points/point-sets.ts';
import { rankByCost } from './points/rank-by-cost.ts';
import { complexReflection, complexRetreat, retreatShare } from './complex/complex.ts';
import { exploratoryPoints, moveAlongAxis, patternPoint } from './pattern-search/axis-moves.ts';
import { factorialDesign, factorialFactors } from './pattern-search/factorial.ts';
import { bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits } from './genetic/bit-strings.ts';
import { fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex } from './genetic/selection.ts';
import { polynomialMutation, simulatedBinaryCrossover } from './genetic/real-coded.ts';
import { isoLineVariation } from './quality-diversity/iso-line.ts';
import { parabolaMinimum } from './line-search/parabola.ts';
import { backtrack } from './line-search/backtrack.ts';
import { bracketMinimum } from './line-search/bracket.ts';
import { fromUnbounded, toUnbounded, unboundedDerivative } from './space/box-transform.ts';
import { lineRange } from './line-search/line-range.ts';
import { nextQuadraticPlace, quadraticSearch } from './line-search/quadratic.ts';
import { lineSearch } from './line-search/search-line.ts';
import { fibonacciSearch, goldenSection } from './line-search/sections.ts';
import { cauchyPoint, subspaceMinimum } from './quasi-newton/bounded-quadratic.ts';
import { assembleHessian, hessianPoints } from './quasi-newton/hessian.ts';
import { bfgsUpdate, curvesUp, dfpUpdate } from './quasi-newton/inverse-updates.ts';
import { limitedMemoryMatrix, rememberPair } from './quasi-newton/limited-memory.ts';
import { newtonStep } from './quasi-newton/newton-step.ts';
import { geometricMean, mean, median, quantile, rms, standardDeviation } from './statistics/statistics.ts';

/**
 * The numerics offered to every optimizer as `context.toolbox`. Small pure functions over plain numbers, arrays of
 * numbers and arrays of rows; none keeps state, none changes its arguments.
 */
export const toolbox = Object.freeze({
  // Chance, budget, the unit cube
  createRandom, cauchy, affordable, simulationCost, withBudget, scoredPoints,
  clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, startCandidate, toUnit, widestGridStep,
  // Samples and sets of points
  latinHypercube, uniformSample, halton, sobol, permutation, distinctIndices,
  centroid, largestExtent, meanRadius, rankByCost, separatedIndices,
  // Statistics
  geometricMean, mean, median, quantile, rms, standardDeviation, normalCumulative, normalDensity,
  // Linear algebra
  addScaled, columnNorms, dot, identity, multiply, multiplyTransposed, norm, scale, subtract,
  pivotedQr, leastSquares, choleskyFactor, choleskySolve, symmetricEigen,
  // Differences and least squares
  finiteDifferenceSteps, differencePoints, assembleJacobian, broydenUpdate,
  levenbergMarquardtStep, boundedLevenbergMarquardtStep, doglegStep, columnScale, initialRadius, updateTrustRegion, descendLeastSquares,
  // Line searches
  lineSearch, quadraticSearch, nextQuadraticPlace, bracketMinimum, goldenSection, fibonacciSearch, backtrack, parabolaMinimum,
  lineRange, fromUnbounded, toUnbounded, unboundedDerivative,
  // Newton and quasi-Newton
  hessianPoints, assembleHessian, newtonStep, bfgsUpdate, dfpUpdate, curvesUp, limitedMemoryMatrix, rememberPair, cauchyPoint, subspaceMinimum, minimizeInBox,
  // Direct search
  initialSimplex, simplexMoves, orientedSimplex, simplexDiameter, simplexGradient,
  complexReflection, complexRetreat, retreatShare,
  exploratoryPoints, moveAlongAxis, patternPoint, factorialDesign, factorialFactors,
  // Populations
  randOneBin, currentToPBest, binomialCrossover, midwayIntoUnit,
  adaptTowardsSuccesses, createSuccessMemory, drawControl, rememberSuccesses,
  cmaEsBounds, cmaEsPenalty, cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, cmaEsLambda, cmaEsStrategy,
  constriction, moveParticle, ringNeighbours,
  bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits,
  fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex, polynomialMutation, simulatedBinaryCrossover,
  isoLineVariation,
  // Annealing
  metropolisProbability, exchangeProbability, initialTemperature, geometricLadder, adaptMoveRange, drawByRank, psadeTrial, redrawIntoUnit,
  // Models of the cost
  fitGaussianProcess, conditionGaussianProcess, extendGaussianProcess, predictGaussianProcess, differentiateGaussianProcess, logMarginalLikelihood,
  expectedImprovement, logExpectedImprovement, maximizeExpectedImprovement, createTrustBox, trustBoxBounds, updateTrustBox,
  createParzen, logParzenDensity, sampleParzen,
});

/** Type of `toolbox`, function by function. */
export type ToolboxFunctions = typeof toolbox;

declare module '@evospice/contracts' {
  interface Toolbox extends ToolboxFunctions {}
}
