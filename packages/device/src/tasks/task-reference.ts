import { existsSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { defined, type ExtensionRegistry, type Simulator, type Task } from '@evospice/contracts';
import { z } from 'zod';
import { generateTask, type GenerateSpec } from '../generator/generate-task.ts';
import { generatedFamilies } from '../generic/generic-devices.ts';
import { resolveTask } from './find-tasks.ts';
import { loadTask } from './load-task.ts';

const generatedTaskSchema = z.strictObject({
  family: z.enum(generatedFamilies).describe('Model family of the device'),
  polarity: z.enum(['n', 'p']).optional().describe('n-type or p-type; n when left out'),
  seed: z.int().min(0).describe('Seed of the draw'),
  points: z.enum(['tiny', 'normal']).default('normal').describe('How much is measured: tiny for quick runs'),
  noise: z
    .strictObject({
      relative: z.number().min(0).default(0.005).describe('Standard deviation as a fraction of the value'),
      additive: z.number().min(0).default(1).describe('Additive noise as a multiple of the instrument’s'),
    })
    .optional()
    .describe('Measurement noise'),
});

/** A task in a configuration: an id such as `p05`, a path, or a recipe for the task generator. */
export const taskReferenceSchema = z.union([
  z.string().min(1).describe('Id of a measured task, or path of a task.yaml or its folder, relative to this file'),
  z.strictObject({ generate: generatedTaskSchema }).describe('A task drawn by the task generator'),
]);

export type TaskReference = z.output<typeof taskReferenceSchema>;

/** Loads or generates the tasks, in order. Paths are relative to the configuration file. */
export async function tasksFrom(registry: ExtensionRegistry, references: readonly TaskReference[], file: string, simulator: Simulator): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const reference of references) {
    tasks.push(typeof reference === 'string' ? await taskNamed(registry, besideFile(reference, file)) : await generateTask(reference.generate as GenerateSpec, simulator));
  }
  return tasks;
}

/** Loads a task by id, beginning of an id, folder or file. */
export async function taskNamed(registry: ExtensionRegistry, idOrPath: string, { device }: { readonly device?: string } = {}): Promise<Task> {
  return loadTask(await resolveTask(idOrPath), registry, defined({ device }));
}

/** A path beside the configuration file if there is such a thing, else what was given. */
export function besideFile(reference: string, file: string): string {
  if (isAbsolute(reference)) return reference;
  const beside = resolve(dirname(file), reference);
  return existsSync(beside) ? beside : reference;
}
