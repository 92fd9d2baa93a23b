import { z } from 'zod';

/** A test function as a task, in the words of a suite's file. */
export const analyticRecipeSchema = z.strictObject({
  function: z.string().describe('Name of the test function, such as bbob-f8, sphere or branin.'),
  dimension: z.int().min(1).max(1000).optional().describe('Number of variables, for functions that come in any number.'),
  instance: z.int().min(1).max(100_000).optional().describe('Instance of a BBOB function; 1 unless stated.'),
  start: z.enum(['own', 'random']).default('own').describe("Start values: the function's own, as its literature has them, or a seeded point of the box. A function without one takes the seeded point."),
  seed: z.int().default(1).describe('Seed of a random start.'),
});

/** As written, defaults left out. */
export type AnalyticRecipe = z.input<typeof analyticRecipeSchema>;
