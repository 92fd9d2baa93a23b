import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

const { cost, errorFrom } = searchOptions;

export const cmaEsOptions = z.strictObject({
  cost,
  errorFrom,
  sigma0: z.number().gt(0).max(2).default(0.1).describe('First standard deviation around the start card, in the unit cube: a good start card asks for less, a poor one for 0.3.'),
  restartSigma: z.number().gt(0).max(2).default(0.3).describe('First standard deviation of searches that start again, from uniform points of the cube.'),
  lambda: z.int().min(4).max(10_000).optional().describe('Points a generation; by default 4 + floor(3 ln n) for n parameters.'),
  restartStrategy: z.enum(['bipop', 'ipop', 'none']).default('bipop')
    .describe('What follows a search that has converged: ipop doubles lambda (Auger & Hansen 2005), bipop takes turns with small populations and steps of random size (Hansen 2009), none ends the run.'),
  maxRestarts: z.int().min(0).max(1000).default(1000).describe('Restarts at most.'),
  tolFun: z.number().min(0).default(1e-11).describe('Range of the costs of the last generations below which a search has converged.'),
  tolFunRelative: z.number().min(0).max(0.1).default(1e-6).describe('The same as a fraction of the least cost of those generations; 0 where more digits of a cost that does not fall to 0 are wanted.'),
  tolX: z.number().min(0).default(1e-11).describe('Standard deviation along every axis below which a search has converged, in the unit cube.'),
});
export type CmaEsOptions = z.output<typeof cmaEsOptions>;
