import { lineSearchOptions, searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const monteCarloOptions = z.strictObject({
  ...searchOptions,
  direction: z.enum(['no', 'quadratic', 'golden', 'fibonacci']).default('no')
    .describe('no: independent random points. Else line searches of this method along random directions from the best point.'),
  distribution: z.enum(['linear', 'normal']).default('linear')
    .describe('Of random points: uniform along the scale of each parameter, or normal about its mean. Only regarded with direction no.'),
  means: z.record(z.string(), z.number()).default({}).describe('Mean by parameter name, for the normal distribution, in physical units; by default the start value.'),
  deviations: z.record(z.string(), z.number().gt(0)).default({})
    .describe('Standard deviation by parameter name, for the normal distribution: in physical units for a linear parameter, in decades for a logarithmic one; by default a sixth of the range.'),
  batch: z.int().min(1).max(1000).default(16).describe('Random points that are simulated together.'),
  step: z.number().gt(0).max(1).default(0.1).describe('First step along a random direction, as a share of the range of a parameter; later ones follow the moves made.'),
  r: lineSearchOptions.r,
  epsilon: lineSearchOptions.epsilon,
  iterations: lineSearchOptions.iterations,
});
export type MonteCarloOptions = z.output<typeof monteCarloOptions>;
