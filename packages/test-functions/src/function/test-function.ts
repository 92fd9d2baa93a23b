/** A function to be minimised in a box, with what is known of its minimum. */
export interface TestFunction {
  /** Lower case with dashes, such as `bbob-f8` or `branin`. */
  readonly name: string;
  readonly dimension: number;
  /** Bounds of the search box, one a variable. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Start that the function's literature names; inside the box. */
  readonly start?: readonly number[];
  /** Least value inside the box (and where allowed), and places that have it, where they are known. */
  readonly minimum: { readonly value: number; readonly points?: readonly (readonly number[])[] };
  /** Value at a point of `dimension` finite numbers. */
  evaluate(x: readonly number[]): number;
  /** False where an implicit constraint is violated; left out by a function without one. */
  feasible?(x: readonly number[]): boolean;
  /** The same constraints as expressions over `x1`, `x2`, … as tasks have them. */
  readonly constraints?: readonly string[];
}

/** A test function that is a sum of squares: `evaluate(x)` is the sum over the squares of `residuals(x)`. */
export interface LeastSquaresTestFunction extends TestFunction {
  /** Number of residuals. */
  readonly residualCount: number;
  residuals(x: readonly number[]): number[];
}

/** Whether the residuals behind a function's value are known. */
export function isLeastSquares(testFunction: TestFunction): testFunction is LeastSquaresTestFunction {
  return 'residuals' in testFunction && typeof testFunction.residuals === 'function';
}
