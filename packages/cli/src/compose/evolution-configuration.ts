import { evolutionSettingsSchema } from '@evospice/evolution';
import type { ExtensionRegistry, SelectionSchemaMaker } from '@evospice/contracts';
import { selectionEditorSchema, selectionSchema } from '@evospice/kernel';
import { schedulerOptionsSchema } from '@evospice/resources';
import { z } from 'zod';
import { taskReferenceSchema } from './tasks.ts';

const weight = z.number().positive().default(1).describe('How often it is asked, relative to the others.');

/** The whole of an evolution's configuration file, for one way of writing down a choice of plugin. */
function schemaWith(select: SelectionSchemaMaker) {
  return z
    .strictObject({
      $schema: z.string().optional().describe('JSON Schema for editors; ignored.'),
      plugins: z.array(z.string()).default([]).describe('Plugins to load besides the built-in ones: package names, or paths relative to this file.'),
      title: z.string().min(1).optional().describe('Heading of reports.'),
      out: z.string().optional().describe('Folder of the run, relative to where the command is given.'),
      tasks: z
        .strictObject({
          train: z.array(taskReferenceSchema).min(1).describe('Tasks that programs are scored on.'),
          validate: z.array(taskReferenceSchema).default([]).describe('Tasks that every new champion is tried on and that never enter the score.'),
          probe: taskReferenceSchema.optional().describe('Small task of the first trial; the first training task when left out.'),
        })
        .describe('Devices to learn on and devices to be judged on.'),
      programs: z.array(z.string()).optional().describe('Programs to start from: names of built-in ones or paths relative to this file; all built-in ones when left out.'),
      baselines: z.array(select('Optimizer')).default([]).describe('Classical optimizers run on the same tasks, budget and seeds, for comparison.'),
      simulator: select('Simulator').prefault('ngspice'),
      proposers: z.array(select('Proposer', { weight })).min(1).prefault(['ast']).describe('Who writes child programs.'),
      archive: select('Archive').prefault({
        name: 'map-elites',
        options: {
          axes: [
            { descriptor: 'exploration', low: 0, high: 1, bins: 6 },
            { descriptor: 'convergence', low: 0, high: 1, bins: 6 },
          ],
        },
      }),
      selector: select('ParentSelector').prefault('uniform').describe('Chooses parents among the archive’s elites.'),
      descriptors: z.array(select('Descriptor')).min(1).prefault(['exploration', 'convergence']).describe('Behaviours measured of every program; the archive’s axes are among them.'),
      scorer: select('Scorer').prefault('evospice'),
      runner: select('ProgramRunner').prefault('isolate'),
      executor: select('Executor').optional().describe('Spreads evaluations; the local one with `workers` workers when left out.'),
      resources: schedulerOptionsSchema.prefault({}),
      store: select('RunStore').prefault('sqlite'),
      reporters: z.array(select('Reporter')).prefault(['terminal', 'html']),
      ...evolutionSettingsSchema.shape,
    })
    .describe('An Evospice evolution');
}

/** Schema that a file is validated with. */
export const evolutionConfigurationSchema = (registry: ExtensionRegistry) => schemaWith(selectionSchema(registry));

/** JSON Schema for editors, from the same description. */
export function evolutionJsonSchema(registry: ExtensionRegistry): unknown {
  return z.toJSONSchema(schemaWith(selectionEditorSchema(registry)), { io: 'input', unrepresentable: 'any' });
}

export type EvolutionConfiguration = z.output<ReturnType<typeof evolutionConfigurationSchema>>;
