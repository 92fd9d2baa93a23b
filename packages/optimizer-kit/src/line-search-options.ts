import { z } from 'zod';

/** How lines are searched; names and defaults are those of SPICE OPUS. Spread them into the options of a plugin. */
export const lineSearchOptions = {
  r: z.number().min(1.5).max(2).default(1.5).describe('Factor by which steps along a line grow until the minimum is bracketed.'),
  method: z.enum(['quadratic', 'golden', 'fibonacci']).default('quadratic').describe('Line search: parabolas, golden section or Fibonacci search.'),
  epsilon: z.number().gt(0).max(100).default(0.1).describe('Relative width, in per cent, at which a line search stops.'),
  iterations: z.int().min(2).max(1000).default(100).describe('Evaluations of one line search at most.'),
};

export type LineSearchOptions = z.output<z.ZodObject<typeof lineSearchOptions>>;

/** In which coordinates lines run. */
export const transformationOption = {
  transformation: z.enum(['no', 'sin', 'arcctg']).default('no')
    .describe('Coordinates to search in: the box, its points on the border being corrected to it, or coordinates without walls (Box 1966).'),
};
