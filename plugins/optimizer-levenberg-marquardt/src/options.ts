import { z } from 'zod';

export const levenbergMarquardtOptions = z.strictObject({
  residuals: z.enum(['log-then-relative', 'relative', 'log']).default('log-then-relative')
    .describe('Residuals to minimise. A start card can be off by decades, where relative residuals say little: then decades come first. A problem with a log metric ends with decades.'),
  relativeFrom: z.number().gt(0).default(0.05).describe('Error in decades below which relative residuals take over.'),
  factor: z.number().gt(0).max(100).default(0.1).describe('First trust radius as a multiple of the scaled length of the start point.'),
  scaling: z.enum(['columns', 'cube']).default('cube')
    .describe('Scale of the trust region: norms of the Jacobian columns (Moré 1978), or the unit cube itself (Levenberg 1944).'),
  noise: z.number().gt(0).max(0.1).default(1e-7).describe('Relative noise of simulated values; differences take its square root as step, in the unit cube.'),
  trials: z.int().min(1).max(8).default(2).describe('Steps of different length tried in one batch.'),
  broyden: z.int().min(0).max(100).default(6).describe('Steps at most between two Jacobians, the Jacobian being corrected by Broyden updates.'),
  gain: z.number().min(0).max(1).default(0.02).describe('Relative reduction of the error that a step with an updated Jacobian must bring; below it the Jacobian is measured afresh.'),
  tolerance: z.number().min(0).max(0.1).default(1e-3).describe('Relative reduction of the error below which a descent has converged.'),
  ftol: z.number().min(0).max(0.1).default(0).describe('Relative reduction of the squared error, promised and actual, below which a descent ends (MINPACK). 0: at machine precision only.'),
  xtol: z.number().min(0).max(0.1).default(1e-6).describe('Trust radius relative to the scaled length of the point below which a descent ends (MINPACK).'),
  gtol: z.number().min(0).max(1).default(0).describe('Largest cosine of the angle between the residuals and a column of the Jacobian below which a descent ends (MINPACK).'),
  restarts: z.boolean().default(true).describe('Start again, from changed best points and from new ones, while budget is left.'),
});
export type LevenbergMarquardtOptions = z.output<typeof levenbergMarquardtOptions>;
