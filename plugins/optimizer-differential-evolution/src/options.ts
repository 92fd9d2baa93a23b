import { z } from 'zod';

export const differentialEvolutionOptions = z.strictObject({
  population: z.int().min(5).max(500).optional().describe('Members at the start; by default the budget divided by 40, at least 8 and at most 4 a parameter.'),
  smallestPopulation: z.int().min(5).max(500).default(5).describe('Members when the budget is gone; the population shrinks in a straight line (L-SHADE).'),
  bestShare: z.number().gt(0).max(1).default(0.2).describe('Share of the population whose members draw the others (p of current-to-pbest).'),
  archiveShare: z.number().min(0).max(5).default(1).describe('Replaced members that are kept for difference vectors, as a multiple of the population.'),
  memory: z.int().min(1).max(100).default(5).describe('Entries of the success memory of F and CR.'),
  cost: z.enum(['log-then-error', 'error', 'log']).default('log-then-error')
    .describe("What is minimised: the problem's own error, the error in decades, or decades while the first half of the budget lasts and the problem's own error then."),
});
export type DifferentialEvolutionOptions = z.output<typeof differentialEvolutionOptions>;
