import { z } from 'zod';

/** Options of every optimizer that is driven by `runSearch`; spread them into the options of a plugin. */
export const searchOptions = {
  cost: z.enum(['log-then-error', 'error', 'log']).default('log-then-error')
    .describe("What is minimised: the problem's own error, the error in decades, or decades first and the problem's own error from there. A start card can be off by decades, where relative errors say little."),
  errorFrom: z.number().min(0).default(0.05).describe("Error in decades at which log-then-error turns to the problem's own error; it does so at half of the budget at the latest."),
  restarts: z.boolean().default(true).describe('Search again when a search has converged and budget is left: from changed best points and, every third time, from the best of a Latin hypercube.'),
};

export type SearchOptions = z.output<z.ZodObject<typeof searchOptions>>;

/** Options of every optimizer that descends by `searchLeastSquares`, but for `trials`; spread them into the options of a plugin. */
export const leastSquaresOptions = {
  factor: z.number().gt(0).max(100).default(0.1).describe('First extent of the trust region (its radius, or half its edge) as a multiple of the scaled length of the start point.'),
  scaling: z.enum(['columns', 'cube']).default('cube').describe('Scale of the trust region: norms of the Jacobian columns (Moré 1978), or the unit cube itself (Levenberg 1944).'),
  noise: z.number().gt(0).max(0.1).default(1e-7).describe('Relative noise of simulated values; differences take its square root as step, in the unit cube.'),
  broyden: z.int().min(0).max(100).default(6).describe('Steps at most between two Jacobians, the Jacobian being corrected by Broyden updates.'),
  gain: z.number().min(0).max(1).default(0.02).describe('Relative reduction of the error that a step must bring, lest the Jacobian be measured afresh, unless the trust region cut it short and it kept its promise.'),
  tolerance: z.number().min(0).max(0.1).default(1e-3).describe('Relative reduction of the error, from one Jacobian to the next, below which a descent has converged.'),
  ftol: z.number().min(0).max(0.1).default(0).describe('Relative reduction of the squared error, promised and actual, below which a descent ends (MINPACK). 0: at machine precision only.'),
  xtol: z.number().min(0).max(0.1).default(1e-6).describe('Extent of the trust region relative to the scaled length of the point below which a descent ends (MINPACK).'),
  gtol: z.number().min(0).max(1).default(0).describe('Largest cosine of the angle between the residuals and a column of the Jacobian below which a descent ends (MINPACK).'),
};

/** What such an optimizer is given; how many steps of different length it tries in one batch is the plugin's to say. */
export type LeastSquaresOptions = z.output<z.ZodObject<typeof leastSquaresOptions>> & { readonly trials: number };

/** How lines are searched; names and defaults are those of SPICE OPUS. Spread them into the options of a plugin. */
export const lineSearchOptions = {
  r: z.number().min(1.5).max(2).default(1.5).describe('Factor by which steps along a line grow until the minimum is bracketed.'),
  method: z.enum(['quadratic', 'golden', 'fibonacci']).default('quadratic').describe('Line search: parabolas, golden section or Fibonacci search.'),
  epsilon: z.number().gt(0).max(100).default(0.1).describe('Relative width, in per cent, at which a line search stops.'),
  iterations: z.int().min(2).max(1000).default(100).describe('Evaluations of one line search at most.'),
};

export type LineSearchOptions = z.output<z.ZodObject<typeof lineSearchOptions>>;

/** In which coordinates lines run. */
export const transformationOption = {
  transformation: z.enum(['no', 'sin', 'arcctg']).default('no')
    .describe('Coordinates to search in: the box, its points on the border being corrected to it, or coordinates without walls (Box 1966).'),
};
