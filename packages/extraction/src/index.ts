export type { CurveFit, ExtractionEnd, ExtractionResult, SplitErrors } from './result.ts';
