import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const differentialEvolutionOptions = z.strictObject({
  ...searchOptions,
  scheme: z.enum(['l-shade', 'jade', 'rand-1-bin']).default('l-shade')
    .describe('L-SHADE (Tanabe & Fukunaga 2014), JADE (Zhang & Sanderson 2009), or the classical scheme with fixed F and CR (Storn & Price 1997).'),
  population: z.int().min(5).max(5000).optional()
    .describe('Members at the start; by default the budget divided by 40, at least 8 and at most 4 per parameter. L-SHADE has 18 per parameter in its paper, for 10,000 evaluations per parameter.'),
  smallestPopulation: z.int().min(4).max(500).default(4).describe('Members when the budget is gone; the population of L-SHADE shrinks in a straight line.'),
  bestShare: z.number().gt(0).max(1).default(0.2).describe('Share of the population whose members draw the others, two at least (p of current-to-pbest; not for rand-1-bin). L-SHADE has 0.11 of its larger population.'),
  archiveShare: z.number().min(0).max(5).default(1).describe('Replaced members that are kept for difference vectors, as a multiple of the population; 2.6 in the paper of L-SHADE, 1 in that of JADE.'),
  memory: z.int().min(1).max(100).default(6).describe('Entries of the success memory of F and CR (L-SHADE).'),
  weight: z.number().gt(0).max(2).default(0.5).describe('F of rand-1-bin; where the adaptive schemes begin.'),
  rate: z.number().min(0).max(1).optional().describe('CR of rand-1-bin, by default 0.9; where the adaptive schemes begin, by default 0.5.'),
  tolerance: z.number().min(0).max(0.1).default(1e-10).describe('Extent of the population along every axis of the unit cube below which it has converged.'),
});
export type DifferentialEvolutionOptions = z.output<typeof differentialEvolutionOptions>;
