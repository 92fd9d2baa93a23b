import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const geneticOptions = z.strictObject({
  ...searchOptions,
  popsize: z.int().min(2).max(1000).multipleOf(2).default(10).describe('Population, an even number.'),
  lchrom: z.int().min(1).max(4).default(1).describe('Chromosome length in bytes a parameter: 1 tells 256 values apart.'),
  maxgen: z.int().min(1).optional().describe('Generations of one search; by default as many as the budget pays. SPICE OPUS stops after 10.'),
  pcross: z.number().min(0).max(1).default(0.6).describe('Probability that two parents are crossed.'),
  pmutation: z.number().min(0).max(1).default(0.03).describe('Probability that a bit is turned over.'),
  scaling: z.number().gt(1).max(100).default(2).describe('Scaling factor: how many times the mean fitness the best one is given.'),
  coding: z.enum(['binary', 'gray']).default('binary').describe('How values are written in bits.'),
  elitism: z.enum(['no', 'yes']).default('no').describe('Whether the best member is copied into the next generation.'),
});
export type GeneticOptions = z.output<typeof geneticOptions>;

export const geneticRealOptions = z.strictObject({
  ...searchOptions,
  population: z.int().min(4).max(1000).optional().describe('Members; by default a 30th of the budget, at least 8 and at most 4 per parameter or 100.'),
  crossoverRate: z.number().min(0).max(1).default(0.9).describe('Probability that two parents are crossed.'),
  crossoverIndex: z.number().min(0).max(1000).default(2).describe('Distribution index of the simulated binary crossover; larger keeps children closer to their parents. 15 or so suits budgets of thousands.'),
  crossoverShare: z.number().min(0).max(1).default(0.5)
    .describe('Probability that a parameter takes part when parents are crossed: a half as in the program of Deb; other implementations cross all (1), which needs fewer simulations at large indices.'),
  mutationRate: z.number().min(0).max(1).optional().describe('Probability that a parameter mutates; by default one parameter in each child.'),
  mutationIndex: z.number().min(0).max(1000).default(20).describe('Distribution index of the polynomial mutation; larger makes smaller steps.'),
  elitism: z.enum(['plus', 'best', 'none']).default('plus')
    .describe('Who survives: plus, the best of parents and children; best, the children with the best parent in place of the worst; none, the children.'),
  tolerance: z.number().min(0).max(1).default(1e-6).describe('The search has converged when the population is narrower than this share of every parameter range.'),
});
export type GeneticRealOptions = z.output<typeof geneticRealOptions>;
