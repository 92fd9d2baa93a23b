import { z } from 'zod';

const limits = z.strictObject({
  wallSeconds: z.number().positive().max(2_147_483).default(60).describe('Wall-clock seconds a program may take for its own work in one extraction; simulations are not counted.'),
  memoryMb: z.int().min(16).max(65_536).default(256).describe('Memory a program may take, in MB.'),
});

const trial = z.strictObject({
  budget: z.number().positive().optional().describe('Budget units of the one small extraction that a program must survive before it is evaluated in full; two finite-difference gradients when left out.'),
  wallSeconds: z.number().positive().max(2_147_483).default(20).describe('Wall-clock seconds for it.'),
});

const validation = z.strictObject({
  seeds: z.int().min(0).default(1).describe('Seeds per validation task for each new champion; 0 leaves validation out.'),
});

/** How extraction programs are tried; which tasks, scorer and simulator take part is chosen beside it. */
export const extractionSettingsSchema = z.strictObject({
  budget: z.number().positive().max(2_147_483).default(60).describe('Budget units of one extraction; a unit is one full suite of the task’s curves.'),
  seeds: z.int().min(1).default(1).describe('Seeds per training task: how often each program is run on each.'),
  metric: z.enum(['relative', 'log']).default('relative').describe('Error that programs minimise and are scored by: relative RMS, or RMS of logarithms in decades.'),
  limits: limits.prefault({}),
  trial: trial.prefault({}),
  validation: validation.prefault({}),
});

/** Validated settings, defaults filled in. */
export type ExtractionSettings = z.output<typeof extractionSettingsSchema>;

/** Seeds of the extractions on training tasks: the same for every program and baseline, so that they can be compared pair by pair. */
export function trainingSeeds(settings: ExtractionSettings, runSeed: number): readonly number[] {
  return seedList(runSeed, settings.seeds);
}

/** Seeds of the extractions on validation tasks. */
export function validationSeeds(settings: ExtractionSettings, runSeed: number): readonly number[] {
  return seedList(runSeed, settings.validation.seeds);
}

/** Seeds that neither of the above has. */
export function confirmationSeeds(settings: ExtractionSettings, runSeed: number, count: number): readonly number[] {
  const used = Math.max(settings.seeds, settings.validation.seeds);
  return seedList(runSeed, used + count).slice(used);
}

/** Consecutive seeds; runs of neighbouring seeds share none as long as they use fewer than a thousand each. */
function seedList(seed: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => seed * 1000 + index + 1);
}
