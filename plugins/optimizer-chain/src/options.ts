import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';

const iterations = z.number().positive().optional()
  .describe('Budget units of the stage at most (`number_of_iterations` of SPICE OPUS); an equal share of what is left for the stages still to come when left out.');

export const chainOptions = (select: SelectionSchemaMaker) => z.strictObject({
  stages: z.array(select('Optimizer', { iterations }, 'optimizer')).min(1).prefault([
    { optimizer: 'lm', options: { restarts: false } }, { optimizer: 'nelder-mead', options: { restarts: false } },
  ]).describe('What runs, in order.'),
  repeat: z.boolean().default(true).describe('Begins again with the first stage when the last has ended and budget is left.'),
  stopCost: z.number().optional().describe("Error, in the problem's metric, at or below which the run ends (`stop_cost`); never when left out."),
  initialGuess: z.number().min(0).default(0)
    .describe('0: each stage starts from the best known point. From 1: it starts where the space is least searched; the number is the weight with which the worst known point keeps starts away, the best having weight 1 (`initial_guess`).'),
  centering: z.boolean().default(false).describe('The first stage starts in the middle of the bounds rather than at the start card (`centering`).'),
});
export type ChainOptions = z.output<ReturnType<typeof chainOptions>>;
