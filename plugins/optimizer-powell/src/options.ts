import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

/** How lines are searched; names and defaults are those of SPICE OPUS. */
const lineOptions = {
  r: z.number().min(1.5).max(2).default(1.5).describe('Factor by which steps along a line grow until the minimum is bracketed.'),
  method: z.enum(['quadratic', 'golden', 'fibonacci']).default('quadratic').describe('Line search: parabolas, golden section or Fibonacci search.'),
  epsilon: z.number().gt(0).max(100).default(0.1).describe('Relative width, in per cent, at which a line search stops.'),
  iterations: z.int().min(2).max(1000).default(100).describe('Evaluations of one line search at most.'),
};

const cycleOptions = {
  step: z.number().gt(0).max(1).default(0.1).describe('First step of the line searches, as a share of the range of a parameter; later ones follow the moves made.'),
  tolerance: z.number().min(0).max(0.5).default(1e-3).describe('Relative decrease of the cost in one cycle below which the search has converged.'),
};

export const powellOptions = z.strictObject({
  ...searchOptions,
  ...lineOptions,
  transformation: z.enum(['no', 'sin', 'arcctg']).default('no').describe('Coordinates to search in: the box, its points on the border being corrected to it, or coordinates without walls (Box 1966).'),
  ...cycleOptions,
});
export type PowellOptions = z.output<typeof powellOptions>;

export const axisSearchOptions = z.strictObject({ ...searchOptions, ...lineOptions, ...cycleOptions });
export type AxisSearchOptions = z.output<typeof axisSearchOptions>;

export type LineOptions = z.output<z.ZodObject<typeof lineOptions>>;
