export { toolbox, type ToolboxFunctions } from './toolbox.ts';
export { ToolboxError, type ToolboxErrorDetails } from './toolbox-error.ts';
export { createRandom } from './random/create-random.ts';
export { affordable } from './budget/affordable.ts';
export { addScaled, columnNorms, dot, multiply, multiplyTransposed, norm, scale, subtract } from './linear-algebra/vectors.ts';
export { pivotedQr, type PivotedQr } from './linear-algebra/pivoted-qr.ts';
export { leastSquares, type LeastSquaresSolution } from './linear-algebra/least-squares.ts';
export { choleskyFactor, choleskySolve, symmetricEigen, type SymmetricEigen } from './linear-algebra/symmetric.ts';
export { broydenUpdate } from './linear-algebra/broyden.ts';
export { latinHypercube, permutation, uniformSample } from './sampling/latin-hypercube.ts';
export { halton } from './sampling/halton.ts';
export { sobol } from './sampling/sobol.ts';
export {
  conditionGaussianProcess, extendGaussianProcess, type GaussianProcess, type GaussianProcessParameters,
} from './gaussian-process/gaussian-process.ts';
export { fitGaussianProcess, type GaussianProcessFitOptions } from './gaussian-process/fit.ts';
export { logMarginalLikelihood, type MarginalLikelihood } from './gaussian-process/marginal-likelihood.ts';
export { minimizeInBox, type BoxMinimization, type BoxMinimum, type DifferentiableValue } from './gaussian-process/minimize-in-box.ts';
export { differentiateGaussianProcess, predictGaussianProcess, type DifferentiatedPrediction, type Prediction } from './gaussian-process/predict.ts';
export { expectedImprovement, logExpectedImprovement, type LogExpectedImprovement } from './acquisition/expected-improvement.ts';
export { normalCumulative, normalDensity } from './acquisition/normal.ts';
export { createParzen, logParzenDensity, sampleParzen, type ParzenEstimator, type ParzenKernel, type ParzenOptions } from './parzen/parzen.ts';
export { clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, startCandidate, toUnit, type Bounded } from './space/unit-cube.ts';
export { assembleJacobian, differencePoints, finiteDifferenceSteps } from './differences/jacobian.ts';
export { levenbergMarquardtStep, type LevenbergMarquardtProblem, type LevenbergMarquardtStep } from './levenberg-marquardt/step.ts';
export {
  boundedLevenbergMarquardtStep, type BoundedLevenbergMarquardtProblem, type BoundedLevenbergMarquardtStep,
} from './levenberg-marquardt/bounded-step.ts';
export { columnScale, initialRadius, updateTrustRegion, type StepOutcome, type TrustRegionVerdict } from './levenberg-marquardt/trust-region.ts';
export { descendLeastSquares } from './levenberg-marquardt/descend-least-squares.ts';
export { type DescentEnd, type DescentOptions, type DescentReason, type TrustRegionStep } from './levenberg-marquardt/descent-options.ts';
export { type LeastSquaresModel, type LeastSquaresPoint } from './levenberg-marquardt/model.ts';
export { type DifferenceOptions } from './levenberg-marquardt/measure-jacobian.ts';
export { doglegStep, type DoglegStep } from './dogleg/dogleg-step.ts';
export {
  binomialCrossover, currentToPBest, distinctIndices, midwayIntoUnit, randOneBin, type CurrentToPBest,
} from './differential-evolution/trial-vectors.ts';
export { createSuccessMemory, drawControl, rememberSuccesses, type Success, type SuccessMemory } from './differential-evolution/success-memory.ts';
export { exchangeProbability, metropolisProbability, type AnnealedPoint } from './annealing/acceptance.ts';
export { adaptMoveRange, cauchy, drawByRank, psadeTrial, redrawIntoUnit, type PsadeControl } from './annealing/moves.ts';
export { geometricLadder, initialTemperature } from './annealing/temperature.ts';
export { cmaEsBounds, cmaEsPenalty, type CmaEsBounds } from './cma-es/bound-penalty.ts';
export { cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, type CmaEsState } from './cma-es/state.ts';
export { cmaEsLambda, cmaEsStrategy, type CmaEsStrategy } from './cma-es/strategy.ts';
export { constriction, moveParticle, ringNeighbours, type Particle, type ParticleAttraction } from './particle-swarm/particle.ts';
export { isoLineVariation } from './quality-diversity/iso-line.ts';
export { initialSimplex, simplexMoves, type SimplexMoves } from './nelder-mead/simplex.ts';
export { orientedSimplex, simplexDiameter, simplexGradient } from './nelder-mead/simplex-gradient.ts';
export { centroid, complexReflection, complexRetreat, meanRadius, retreatShare, separatedIndices, type ComplexRetreat } from './complex/complex.ts';
export { exploratoryPoints, moveAlongAxis, patternPoint } from './pattern-search/axis-moves.ts';
export { factorialDesign, factorialFactors } from './pattern-search/factorial.ts';
export { bitsFromUnit, grayDecode, grayEncode, mutateBits, onePointCrossover, unitFromBits, type BitCoding } from './genetic/bit-strings.ts';
export { fitnessOfCosts, rouletteIndex, scaleFitness, tournamentIndex } from './genetic/selection.ts';
export { polynomialMutation, simulatedBinaryCrossover } from './genetic/real-coded.ts';
export { parabolaMinimum } from './line-search/parabola.ts';
export { backtrack, type BacktrackOptions } from './line-search/backtrack.ts';
export { bracketMinimum } from './line-search/bracket.ts';
export { fromUnbounded, toUnbounded, unboundedDerivative, type BoxTransformation } from './line-search/box-transform.ts';
export type { Line, LineBracket, LineCosts, LineMinimum, LinePoint } from './line-search/line.ts';
export { lineRange } from './line-search/line-range.ts';
export { nextQuadraticPlace, quadraticSearch } from './line-search/quadratic.ts';
export { lineSearch, type LineMethod } from './line-search/search-line.ts';
export { fibonacciSearch, goldenSection, type SectionOptions } from './line-search/sections.ts';
export { cauchyPoint, subspaceMinimum, type CauchyPoint } from './quasi-newton/bounded-quadratic.ts';
export { assembleHessian, hessianPoints, type HessianPoints } from './quasi-newton/hessian.ts';
export { bfgsUpdate, curvesUp, dfpUpdate } from './quasi-newton/inverse-updates.ts';
export { limitedMemoryMatrix, rememberPair, type CurvaturePair, type LimitedMemoryMatrix } from './quasi-newton/limited-memory.ts';
export { newtonStep } from './quasi-newton/newton-step.ts';
export { geometricMean, mean, median, quantile, rms, standardDeviation } from './statistics/statistics.ts';
