import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

const epsilon = z.number().gt(0).max(100).default(0.1);

export const hookeJeevesOptions = z.strictObject({
  ...searchOptions,
  step: z.number().gt(0).max(0.5).default(0.1).describe('First step of the exploratory moves, as a share of each parameter range.'),
  alpha: z.number().gt(0).max(10).default(1.3).describe('Magnifying factor of the pattern move, which goes as far as from the last base to this one, times alpha. 1 is the move of the paper of 1961.'),
  reduction: z.number().gt(1).max(10).default(3).describe('The step is divided by it when no exploratory move around a base gained.'),
  epsilon: epsilon.describe('The search has converged when the step is below this percentage of the parameter ranges.'),
});
export type HookeJeevesOptions = z.output<typeof hookeJeevesOptions>;

export const gridSearchOptions = z.strictObject({
  ...searchOptions,
  level: z.union([z.literal(2), z.literal(3)]).default(2).describe('Levels of the factorial grid around the base: 2 takes corners only, 3 corners, edges and faces.'),
  step: z.number().gt(0).max(0.5).default(0.1).describe('Half the width of the first grid, as a share of each parameter range.'),
  alpha: z.number().gt(1).max(10).default(1.3).describe('Magnifying factor: the grid grows by it when a point of it gained, and shrinks by it when none did.'),
  epsilon: epsilon.describe('The search has converged when the grid is below this percentage of the parameter ranges.'),
  points: z.int().min(2).max(65_536).optional()
    .describe('Most points of one grid. All parameters are varied together while their grid is no larger; else groups of parameters in turn, drawn anew each time. By default a 50th of the budget, 4 to 64.'),
});
export type GridSearchOptions = z.output<typeof gridSearchOptions>;
