import { lineSearchOptions, searchOptions, transformationOption } from '@evospice/optimizer-kit';
import { z } from 'zod';

const cycleOptions = {
  step: z.number().gt(0).max(1).default(0.1).describe('First step of the line searches, as a share of the range of a parameter; later ones follow the moves made.'),
  tolerance: z.number().min(0).max(0.5).default(1e-3).describe('Relative decrease of the cost in one cycle below which the search has converged.'),
};

export const powellOptions = z.strictObject({ ...searchOptions, ...lineSearchOptions, ...transformationOption, ...cycleOptions });
export type PowellOptions = z.output<typeof powellOptions>;

export const axisSearchOptions = z.strictObject({ ...searchOptions, ...lineSearchOptions, ...cycleOptions });
export type AxisSearchOptions = z.output<typeof axisSearchOptions>;
