import {
  broydenBanded, broydenTridiagonal, chebyquad, discreteBoundaryValue, discreteIntegral, linearFullRank, linearRankOne, linearRankOneWithZeros,
} from './equations.ts';
import { moreVariables } from './more-variables.ts';
import type { MghProblem } from './problem.ts';
import { threeVariables } from './three-variables.ts';
import { twoVariables } from './two-variables.ts';
import {
  brownAlmostLinear, extendedPowellSingular, extendedRosenbrock, penaltyOne, penaltyTwo, trigonometric, variablyDimensioned, watson,
} from './variable-dimension.ts';

/**
 * The 35 problems of Moré, Garbow & Hillstrom, "Testing unconstrained optimization software", ACM TOMS 7:17-41 (1981), from
 * their definitions, in the paper's order; those of variable dimension in dimensions whose minimum is published.
 */
export const mghProblems: readonly MghProblem[] = [
  ...twoVariables, ...threeVariables, ...moreVariables,
  watson(6), watson(9), watson(12), extendedRosenbrock(10), extendedPowellSingular(12), penaltyOne(4), penaltyOne(10), penaltyTwo(4), penaltyTwo(10),
  variablyDimensioned(10), trigonometric(10), brownAlmostLinear(10), discreteBoundaryValue(10), discreteIntegral(10), broydenTridiagonal(10), broydenBanded(10),
  linearFullRank(5, 10), linearRankOne(5, 10), linearRankOneWithZeros(5, 10), chebyquad(7), chebyquad(8), chebyquad(9), chebyquad(10),
];
