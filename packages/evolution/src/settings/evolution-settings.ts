import { z } from 'zod';

const limits = z.strictObject({
  wallSeconds: z.number().positive().max(2_147_483).default(60).describe('Wall-clock seconds a program may take for its own work in one extraction; simulations are not counted.'),
  memoryMb: z.int().min(16).max(65_536).default(256).describe('Memory a program may take, in MB.'),
});

const probe = z.strictObject({
  budget: z.number().positive().optional().describe('Budget units of the one small extraction that a program must survive before it is evaluated in full; two finite-difference gradients when left out.'),
  wallSeconds: z.number().positive().max(2_147_483).default(20).describe('Wall-clock seconds for it.'),
});

const validation = z.strictObject({
  seeds: z.int().min(0).default(1).describe('Seeds a validation task for each new champion; 0 leaves validation out.'),
});

/** The settings of an evolution itself; which plugins take part is chosen beside them. */
export const evolutionSettingsSchema = z.strictObject({
  seed: z.int().min(0).max(2 ** 31 - 1).default(1).describe('Seed of the run: with one worker and proposers that draw nothing else, it decides the whole run.'),
  evaluations: z.int().min(1).default(50).describe('Programs to simulate in all, seeds included. Programs that are turned away before any simulation do not count.'),
  proposals: z.int().min(1).optional().describe('Proposals at most, whatever becomes of them; ten times the evaluations when left out.'),
  budget: z.number().positive().max(2_147_483).default(60).describe('Budget units of one extraction; a unit is one full suite of the task’s curves.'),
  seeds: z.int().min(1).default(1).describe('Seeds a training task: how often each program is run on each.'),
  workers: z.int().min(1).default(1).describe('Programs in flight. With more than one, the order in which they finish decides with the seed.'),
  metric: z.enum(['relative', 'log']).default('relative').describe('Error that programs minimise and are scored by: relative RMS, or RMS of logarithms in decades.'),
  parents: z.int().min(1).default(3).describe('Elites handed to a proposer: the first is changed, the others may inspire or be spliced from.'),
  retries: z.int().min(0).default(2).describe('Times an extraction is repeated when the simulator crashed or had no licence.'),
  limits: limits.prefault({}),
  probe: probe.prefault({}),
  validation: validation.prefault({}),
});

/** Validated settings, defaults filled in. */
export type EvolutionSettings = z.output<typeof evolutionSettingsSchema>;

/** Proposals allowed at most. */
export function proposalLimit(settings: EvolutionSettings): number {
  return settings.proposals ?? settings.evaluations * 10;
}

/** Seeds of the extractions on training tasks: the same for every program and baseline, so that they can be compared pair by pair. */
export function trainingSeeds(settings: EvolutionSettings): readonly number[] {
  return seedList(settings.seed, settings.seeds);
}

/** Seeds of the extractions on validation tasks. */
export function validationSeeds(settings: EvolutionSettings): readonly number[] {
  return seedList(settings.seed, settings.validation.seeds);
}

/** Consecutive seeds; runs of neighbouring seeds share none as long as they use fewer than a thousand each. */
function seedList(seed: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => seed * 1000 + index + 1);
}
