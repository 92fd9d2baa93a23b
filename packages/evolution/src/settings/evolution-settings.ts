import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';
import { feedbackSchema } from './feedback-settings.ts';
import { noveltySchema } from './novelty-settings.ts';
import { stagnationSchema } from './stagnation-settings.ts';

/**
 * The settings of an evolution of any problem, by key; which plugins take part is chosen beside them.
 * @param select makes the schema of a choice of plugin inside them
 */
export const evolutionSettingsShape = (select: SelectionSchemaMaker) => ({
  seed: z.int().min(0).max(2 ** 31 - 1).default(1).describe('Seed of the run: with one worker and proposers that draw nothing else, it decides the whole run.'),
  programs: z.int().min(1).default(50).describe('Programs to try in all, seeds included. Programs that are turned away before they are run do not count.'),
  proposals: z.int().min(1).optional().describe('Proposals at most, whatever becomes of them; ten times the programs when left out.'),
  workers: z.int().min(1).default(1).describe('Programs in flight. With more than one, the order in which they finish decides with the seed.'),
  parents: z.int().min(1).default(3).describe('Elites handed to a proposer that does not say how many it wants: the first is changed, the others may inspire or be spliced from.'),
  race: z
    .strictObject({ margin: z.number().min(0).default(0).describe('How much better than luck allows a child may get, in units of the score.') })
    .optional()
    .describe('Stops a child in the scored stage once it would not be kept even if it did as well as the best program so far on all cases left. Without it every child is run on all cases.'),
  confirm: z.int().min(0).default(0).describe('Fresh seeds per case of the scored stage on which each new champion is scored once more. The best of many scores is partly luck; this one is not.'),
  novelty: noveltySchema(select).optional().describe('Turns a child away before it is run when it is too much like a program that was run. Without it only the same program is turned away.'),
  feedback: feedbackSchema(select).optional().describe('Grades by a language model for programs that were judged; validation and confirmation do without.'),
  stagnation: stagnationSchema.optional().describe('What to do when no better champion is found for long; `stop.stagnation` ends the run instead.'),
  controls: z.array(z.enum(['best-of-n', 'random-search'])).default([]).describe('Runs for comparison afterwards, with the same proposers and as many case runs of the scored stage: children of seed programs only (best-of-n), or of any program that was judged (random-search).'),
  stop: z
    .strictObject({
      score: z.number().optional().describe('Score of the champion that is enough.'),
      stagnation: z.int().min(1).optional().describe('Programs tried since the champion last changed.'),
      evaluations: z.int().min(1).optional().describe('Case runs of the scored stage: programs × cases, less what racing, failures and known results saved.'),
      cost: z.number().positive().optional().describe('What stored cases have cost together; simulations of whole suites in an extraction.'),
      tokens: z.int().min(1).optional().describe('Tokens of language models, read and written together.'),
      money: z.number().positive().optional().describe('US dollars for language models, as far as their price is known.'),
      seconds: z.number().positive().optional().describe('Seconds by the clock, counted anew whenever the run is resumed.'),
    })
    .default({})
    .describe('What ends the run besides its programs; whichever comes first. What is in flight is finished.'),
  retries: z.int().min(0).default(2).describe('Times a case is repeated when something around it failed, such as a simulator that crashed or had no licence.'),
});

/** Choices that were looked up before: a name, and options as they are. */
const lookedUp = (() => z.strictObject({ name: z.string(), options: z.unknown() })) as unknown as SelectionSchemaMaker;

/** The settings as the engine takes them. */
export const evolutionSettingsSchema = z.strictObject(evolutionSettingsShape(lookedUp));

/** Validated settings, defaults filled in. */
export type EvolutionSettings = z.output<typeof evolutionSettingsSchema>;

/** Proposals allowed at most. */
export function proposalLimit(settings: EvolutionSettings): number {
  return settings.proposals ?? settings.programs * 10;
}
