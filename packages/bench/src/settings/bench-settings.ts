import { z } from 'zod';

const seed = z.int().min(0).max(2 ** 31 - 1);

const seeds = z
  .union([
    z.array(seed).min(1).describe('Every seed by itself.'),
    z.strictObject({ from: seed.default(1).describe('First seed.'), count: z.int().min(1).max(10_000).describe('How many consecutive ones.') }),
  ])
  .describe('Seeds of every optimizer’s chance; each entry runs on each task with each of them.');

const limits = z.strictObject({
  wallSeconds: z.number().positive().max(2_147_483).default(600).describe('Wall-clock seconds a program may take for its own work in one run; simulations are not counted.'),
  memoryMb: z.int().min(16).max(65_536).default(512).describe('Memory a program may take, in MB.'),
});

const targets = z
  .union([
    z.strictObject({ count: z.int().min(1).max(1000).describe('So many a task, evenly spaced in the logarithm from the start error to the best error of all runs.') }),
    z.strictObject({ ratiosToStart: z.array(z.number().gt(0).lt(1)).min(1).describe('Parts of the start error.') }),
    z.strictObject({ errors: z.array(z.number().positive()).min(1).describe('Errors in the metric’s unit: fractions for relative, decades for log.') }),
  ])
  .describe('Errors to be reached, for running times and profiles; 51 per task when left out.');

/** The settings of a benchmark itself; which optimizers, tasks and simulators take part is chosen beside them. */
export const benchSettingsSchema = z.strictObject({
  seeds: seeds.prefault({ from: 1, count: 5 }),
  budgets: z.array(z.number().positive().max(2_147_483)).min(1).default([400]).describe('Budget units of each run; a unit is one full suite of the task’s curves. Each budget is analysed by itself.'),
  metric: z.enum(['relative', 'log']).default('relative').describe('Error to minimise: relative RMS, or RMS of logarithms in decades.'),
  workers: z.int().min(1).max(1024).optional().describe('Worker processes; as many as there are cores when left out. The results do not depend on it.'),
  targets: targets.optional(),
  control: z.string().optional().describe('Entry that the others are tested against; the one with the lowest mean rank when left out.'),
  limits: limits.prefault({}).describe('Limits of programs; plugins are trusted and have none but the time limit.'),
  hiddenModels: z.array(z.string().min(1)).default([]).describe('Families of compact models that optimizers do without, or `all`: what is left where no model covers a device.'),
  timeLimit: z.number().positive().max(2_147_483).optional().describe('Wall-clock seconds a run may take in all; one that takes longer ends as failed with what it had found. A guard: runs that meet it cannot be reproduced.'),
});

/** Validated settings, defaults filled in. */
export type BenchSettings = z.output<typeof benchSettingsSchema>;

/** The seeds one by one. */
export function seedList(seeds: BenchSettings['seeds']): readonly number[] {
  return Array.isArray(seeds) ? seeds : Array.from({ length: seeds.count }, (_, index) => seeds.from + index);
}
