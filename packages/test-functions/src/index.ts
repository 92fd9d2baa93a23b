export { isLeastSquares, type LeastSquaresTestFunction, type TestFunction } from './function/test-function.ts';
export { seededShift, shifted } from './function/shifted.ts';
export { bbobFunction, bbobTitles } from './bbob/bbob-function.ts';
