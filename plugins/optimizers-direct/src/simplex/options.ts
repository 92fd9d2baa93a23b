import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const nelderMeadOptions = z.strictObject({
  ...searchOptions,
  step: z.number().gt(0).max(0.5).default(0.2).describe('Edges of the first simplex, as a share of each parameter range.'),
  diameter: z.number().gt(0).max(0.1).default(1e-7).describe('The search has converged when no vertex is further than this from the best one along any axis, as a share of the range.'),
  spread: z.number().min(0).max(1).default(1e-5).describe('It has also converged when the diameter is below 0.001 and costs differ by no more than this share of the best one.'),
  orientedRestarts: z.int().min(0).max(100).default(3)
    .describe('Times that a stagnating simplex is replaced by a small one turned down its gradient (Kelley 1999) in one search; each costs as many simulations as there are parameters.'),
  speculative: z.boolean().default(false)
    .describe('Simulate reflection, expansion and both contractions as one batch: less waiting where simulations run side by side, up to four times the simulations.'),
});
export type NelderMeadOptions = z.output<typeof nelderMeadOptions>;

export const complexOptions = z.strictObject({
  ...searchOptions,
  k: z.int().min(3).max(1000).optional().describe('Points of the complex, more than there are parameters; by default twice as many as parameters, and at least two more.'),
  alpha: z.number().gt(0).max(5).default(1.3).describe('Mirroring factor: distance of the mirrored point from the centre, relative to that of the point it replaces.'),
  size: z.number().gt(0).max(100).default(0.1).describe('The search has converged when the mean distance of the points to their centre is below this percentage of the parameter ranges.'),
  oscillationDetection: z.enum(['off', 'on']).default('off')
    .describe('How a mirrored point that stays the worst retreats: off, halfway to the centre as Box does, and after four times towards the best point; on, from the centre to the best point by degrees, with a random part (Krus & Andersson 2003).'),
  nmirror: z.int().min(1).max(100).default(1).describe('Points mirrored in each iteration, the worst ones, as one batch; at most half of the complex is.'),
  width: z.number().gt(0).max(1).default(1).describe('Share of each parameter range, around the start point, in which the first complex is drawn.'),
});
export type ComplexOptions = z.output<typeof complexOptions>;
