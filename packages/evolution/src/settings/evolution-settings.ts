import { z } from 'zod';

/** The settings of an evolution of any problem; which plugins take part is chosen beside them. */
export const evolutionSettingsSchema = z.strictObject({
  seed: z.int().min(0).max(2 ** 31 - 1).default(1).describe('Seed of the run: with one worker and proposers that draw nothing else, it decides the whole run.'),
  programs: z.int().min(1).default(50).describe('Programs to try in all, seeds included. Programs that are turned away before they are run do not count.'),
  proposals: z.int().min(1).optional().describe('Proposals at most, whatever becomes of them; ten times the programs when left out.'),
  workers: z.int().min(1).default(1).describe('Programs in flight. With more than one, the order in which they finish decides with the seed.'),
  parents: z.int().min(1).default(3).describe('Elites handed to a proposer that does not say how many it wants: the first is changed, the others may inspire or be spliced from.'),
  retries: z.int().min(0).default(2).describe('Times a case is repeated when something around it failed, such as a simulator that crashed or had no licence.'),
});

/** Validated settings, defaults filled in. */
export type EvolutionSettings = z.output<typeof evolutionSettingsSchema>;

/** Proposals allowed at most. */
export function proposalLimit(settings: EvolutionSettings): number {
  return settings.proposals ?? settings.programs * 10;
}
