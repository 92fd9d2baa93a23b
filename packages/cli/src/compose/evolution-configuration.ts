import { taskReferenceSchema } from '@evospice/device';
import { evolutionSettingsSchema, evolutionSettingsShape, type EvolutionSettings } from '@evospice/evolution';
import { extractionSettingsSchema, type ExtractionSettings } from '@evospice/extraction-problem';
import type { ExtensionRegistry, SelectionSchemaMaker } from '@evospice/contracts';
import { selectionEditorSchema, selectionSchema } from '@evospice/kernel';
import { schedulerOptionsSchema } from '@evospice/resources';
import { z } from 'zod';

const weight = z.number().positive().default(1).describe('How often it is asked, relative to the others.');

const { programs } = evolutionSettingsSchema.shape;
const { trial, ...extractionSettings } = extractionSettingsSchema.shape;

/** The whole of an evolution's configuration file, for one way of writing down a choice of plugin. */
function schemaWith(select: SelectionSchemaMaker) {
  const { programs: _programs, ...settings } = evolutionSettingsShape(select);
  return z
    .strictObject({
      $schema: z.string().optional().describe('JSON Schema for editors; ignored.'),
      plugins: z.array(z.string()).default([]).describe('Plugins to load besides the built-in ones: package names, or paths relative to this file.'),
      title: z.string().min(1).optional().describe('Heading of reports.'),
      out: z.string().optional().describe('Folder of the run, relative to where the command is given.'),
      problem: z.union([z.literal('extraction'), select('Problem')]).default('extraction').describe('What programs are evolved for. Tasks, baselines, simulator, descriptors, scorer, runner, budget, seeds, metric, limits, trial and validation belong to `extraction`.'),
      tasks: z
        .strictObject({
          train: z.array(taskReferenceSchema).min(1).describe('Tasks that programs are scored on.'),
          validate: z.array(taskReferenceSchema).default([]).describe('Tasks that every new champion is tried on and that never enter the score.'),
          withoutModels: z.array(taskReferenceSchema).optional().describe('Further training tasks, on which programs and baselines have no compact model, as on a family that none covers. A task may be here and under `train`; here its id ends in `-without-models`.'),
          trial: taskReferenceSchema.optional().describe('Small task of the first trial; the training task with the least work when left out.'),
          probe: taskReferenceSchema.optional().describe('Earlier name of `trial`.'),
        })
        .optional()
        .describe('Devices to learn on and devices to be judged on; needed for `extraction`.'),
      programs: z
        .union([programs.unwrap(), z.array(z.string())])
        .optional()
        .describe('Programs to try in all, seeds included, 50 when left out; programs that are turned away before they are run do not count. (A list is the earlier form of `seedPrograms`.)'),
      evaluations: programs.unwrap().optional().describe('Earlier name of `programs`.'),
      seedPrograms: z.array(z.string()).optional().describe('Programs to start from: names of built-in ones or paths relative to this file; all built-in schools when left out, none for an empty list: a language model writes the first ones then. Other problems bring their own.'),
      warmStart: z.array(z.strictObject({
        run: z.string().min(1).describe('Folder of an evolution, relative to this file.'),
        top: z.int().min(1).default(5).describe('So many of its best elites.'),
      })).default([]).describe('Other runs whose best programs join the seed programs; what was proposed for the same problem can be judged anew here.'),
      probe: trial.unwrap().optional().describe('Earlier name of `trial`.'),
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
      rules: z.array(select('PhysicsRule')).default([]).describe('Physics rules whose findings programs see, and scorers get for each result.'),
      runner: select('ProgramRunner').prefault('isolate'),
      executor: select('Executor').optional().describe('Runs jobs, in this process or elsewhere; the local one with `workers` workers when left out.'),
      resources: schedulerOptionsSchema.prefault({}),
      store: select('RunStore').prefault('sqlite'),
      reporters: z.array(select('Reporter')).prefault(['terminal', 'html']),
      ...settings,
      ...extractionSettings,
      trial: trial.unwrap().optional().describe('The one small extraction that a program must survive before it is evaluated in full.'),
    })
    .superRefine((configuration, context) => {
      const refuse = (path: string, message: string, expected: string): void => context.addIssue({ code: 'custom', path: [path], message, params: { expected } });
      if (configuration.problem === 'extraction' && configuration.tasks === undefined) refuse('tasks', 'is missing', 'tasks to train on');
      if (typeof configuration.programs === 'number' && configuration.evaluations !== undefined) refuse('evaluations', 'says the same as `programs`', 'one of the two');
      if (Array.isArray(configuration.programs) && configuration.seedPrograms !== undefined) refuse('programs', 'says the same as `seedPrograms`', 'one of the two lists');
      if (configuration.probe !== undefined && configuration.trial !== undefined) refuse('probe', 'says the same as `trial`', 'one of the two');
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

/** The settings of the evolution itself, whichever names they were given by. */
export function evolutionSettingsOf(configuration: EvolutionConfiguration): EvolutionSettings {
  const { programs: given, evaluations } = configuration;
  return evolutionSettingsSchema.parse({ ...picked(evolutionSettingsSchema.shape, configuration), programs: typeof given === 'number' ? given : evaluations });
}

/** The settings of extractions, whichever names they were given by. */
export function extractionSettingsOf(configuration: EvolutionConfiguration): ExtractionSettings {
  return extractionSettingsSchema.parse({ ...picked(extractionSettings, configuration), trial: configuration.trial ?? configuration.probe });
}

/** Names and files of the programs to start from; undefined for all built-in ones. */
export function seedProgramsOf({ programs: given, seedPrograms }: EvolutionConfiguration): readonly string[] | undefined {
  return seedPrograms ?? (Array.isArray(given) ? given : undefined);
}

function picked(shape: object, configuration: EvolutionConfiguration): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, configuration[key as keyof EvolutionConfiguration]]));
}
