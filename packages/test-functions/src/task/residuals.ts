import { isLeastSquares, type TestFunction } from '../function/test-function.ts';

/** Type of the model statement of a test function's card. */
export const formulaType = 'formula';

/** Number of residuals that represent a function: its own, or one, f - f*. */
export function residualCount(testFunction: TestFunction): number {
  return isLeastSquares(testFunction) ? testFunction.residualCount : 1;
}

/** Names of the variables, as parameters of a card. */
export function variableNames(testFunction: TestFunction): readonly string[] {
  return Array.from({ length: testFunction.dimension }, (_, i) => `x${i + 1}`);
}
