import { lineSearchOptions, searchOptions, transformationOption } from '@evospice/optimizer-kit';
import { z } from 'zod';

const descentOptions = {
  square: z.boolean().default(false)
    .describe('Minimises the square of the cost: for costs that are root mean squares and small at the minimum it is the smoother function.'),
  noise: z.number().gt(0).max(0.1).default(1e-8)
    .describe('Relative noise of simulated costs, which average over many points: its square, cube and fourth root are the steps, in the unit cube, of forward differences, central differences and second derivatives.'),
  tolerance: z.number().min(0).max(0.5).default(1e-3).describe('Relative decrease of the cost in one iteration below which the search has converged; it must stay there for two.'),
  step: z.number().gt(0).max(1).default(0.1).describe('Length of the first move, as a share of the range of the parameter that moves most.'),
};

const differenceOptions = {
  differences: z.enum(['forward', 'central', 'forward-then-central']).default('forward-then-central')
    .describe('Numerical derivatives: one more simulation a parameter, two, or one until the search no longer gets on and two from there.'),
  gradient: z.record(z.string(), z.string().min(1)).default({})
    .describe('Derivative of the cost by a parameter, in physical units, as an expression in the names of the parameters, by parameter name; the others are differenced. Regarded while the last kind of cost is minimised: decades for cost log, else the own error of the problem.'),
};

export const steepestDescentOptions = z.strictObject({ ...searchOptions, ...lineSearchOptions, ...transformationOption, ...descentOptions, ...differenceOptions });
export type SteepestDescentOptions = z.output<typeof steepestDescentOptions>;

export const newtonOptions = z.strictObject({
  ...searchOptions, ...lineSearchOptions, ...transformationOption, ...descentOptions,
  gradient: differenceOptions.gradient,
  floor: z.number().gt(0).lt(1).default(1e-6).describe('Least eigenvalue of the Hessian as a share of the largest; smaller ones are raised to it, negative ones turned round.'),
});
export type NewtonOptions = z.output<typeof newtonOptions>;

export const davidonFletcherPowellOptions = z.strictObject({
  ...searchOptions, ...lineSearchOptions, ...transformationOption, ...descentOptions, ...differenceOptions,
  modification: z.enum(['no', 'modified', 'first', 'second']).default('no')
    .describe("no: Fletcher and Powell 1963. modified: starts again from the steepest descent after as many iterations as there are parameters. first, second: scaled before each update by Oren and Luenberger 1974, s'y / y'Hy or s'inv(H)s / s'y. SPICE OPUS does not say what its names stand for; these meanings are ours."),
});
export type DavidonFletcherPowellOptions = z.output<typeof davidonFletcherPowellOptions>;

export const lbfgsbOptions = z.strictObject({
  ...searchOptions, ...descentOptions, ...differenceOptions,
  memory: z.int().min(1).max(50).default(10).describe('Steps that are remembered.'),
  method: z.enum(['backtracking', 'quadratic']).default('backtracking')
    .describe('Line search: backtracking with one look further, or parabolas until epsilon, which pays where costs are nearly quadratic.'),
  epsilon: z.number().gt(0).max(100).default(2).describe('Relative width, in per cent, at which a quadratic line search stops.'),
  iterations: z.int().min(2).max(100).default(20).describe('Evaluations of one line search at most.'),
});
export type LbfgsbOptions = z.output<typeof lbfgsbOptions>;
