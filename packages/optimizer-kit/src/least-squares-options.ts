import { z } from 'zod';

/** Options of every optimizer that descends by `searchLeastSquares`, but for `trials`; spread them into the options of a plugin. */
export const leastSquaresOptions = {
  factor: z.number().gt(0).max(100).default(0.1).describe('First extent of the trust region (its radius, or half its edge) as a multiple of the scaled length of the start point.'),
  scaling: z.enum(['columns', 'cube']).default('cube').describe('Scale of the trust region: norms of the Jacobian columns (Moré 1978), or the unit cube itself (Levenberg 1944).'),
  noise: z.number().gt(0).max(0.1).default(1e-7).describe('Relative noise of simulated values; differences take its square root as step, in the unit cube.'),
  broyden: z.int().min(0).max(100).default(6).describe('Steps at most between two Jacobians, the Jacobian being corrected by Broyden updates.'),
  gain: z.number().min(0).max(1).default(0.02).describe('Relative reduction of the error that a step with an updated Jacobian must bring; below it the Jacobian is measured afresh.'),
  tolerance: z.number().min(0).max(0.1).default(1e-3).describe('Relative reduction of the error, from one Jacobian to the next, below which a descent has converged.'),
  ftol: z.number().min(0).max(0.1).default(0).describe('Relative reduction of the squared error, promised and actual, below which a descent ends (MINPACK). 0: at machine precision only.'),
  xtol: z.number().min(0).max(0.1).default(1e-6).describe('Extent of the trust region relative to the scaled length of the point below which a descent ends (MINPACK).'),
  gtol: z.number().min(0).max(1).default(0).describe('Largest cosine of the angle between the residuals and a column of the Jacobian below which a descent ends (MINPACK).'),
};

/** What such an optimizer is given; how many steps of different length it tries in one batch is the plugin's to say. */
export type LeastSquaresOptions = z.output<z.ZodObject<typeof leastSquaresOptions>> & { readonly trials: number };
