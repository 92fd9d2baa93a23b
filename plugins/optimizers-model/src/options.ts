import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const bayesianOptions = z.strictObject({
  ...searchOptions,
  design: z.int().min(1).max(1000).optional()
    .describe('Points of the start design, the start card among them; by default 2 (d + 1), at most a quarter of the budget.'),
  batch: z.int().min(1).max(50).default(1).describe('Points that are chosen before their costs are awaited; each is chosen as if the costs of those before it were as predicted.'),
  trustRegion: z.enum(['auto', 'always', 'never']).default('auto')
    .describe('Search inside a trust region about the best point (TuRBO-1): always, never, or (auto) with more than 10 parameters and otherwise after 10 (d + 1) points.'),
  transform: z.enum(['auto', 'log', 'none']).default('auto')
    .describe('What the model sees of a cost: its logarithm, the cost itself, or (auto) whichever of them makes the costs more likely under the model.'),
  training: z.int().min(10).max(2000).default(200)
    .describe('Most points that the model is fitted to: those nearest to the best in a trust region, the best ones and a sample of the others elsewhere.'),
  candidates: z.int().min(10).max(10_000).default(200).describe('Places at which the expected improvement is rated before its gradient is followed from the best of them.'),
});
export type BayesianOptions = z.output<typeof bayesianOptions>;
export const tpeOptions = z.strictObject({
  ...searchOptions,
  design: z.int().min(2).max(1000).optional().describe('Points of the start design, the start card among them; by default 2 (d + 1), at most a quarter of the budget.'),
  gamma: z.number().gt(0).lt(1).default(0.1).describe('Share of the points that count as good.'),
  most: z.int().min(2).max(1000).default(25).describe('Most points that count as good.'),
  candidates: z.int().min(1).max(10_000).default(24).describe('Points drawn from the density of the good ones, of which the one with the largest ratio of densities is simulated.'),
  batch: z.int().min(1).max(50).default(1).describe('Points that are chosen before their costs are awaited.'),
  leastDeviation: z.number().gt(0).max(1).default(0.01)
    .describe('Least width of a kernel along an axis of the unit cube in the long run; it is 0.1 while there are up to 60 points and falls as one over their number.'),
});
export type TpeOptions = z.output<typeof tpeOptions>;
