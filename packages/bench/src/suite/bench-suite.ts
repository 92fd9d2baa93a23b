import { basename, extname } from 'node:path';
import type { ExtensionRegistry, SelectionSchemaMaker } from '@evospice/contracts';
import { nearest, selectionEditorSchema, selectionSchema } from '@evospice/kernel';
import { schedulerOptionsSchema } from '@evospice/resources';
import { z } from 'zod';
import { benchSettingsSchema, seedList } from '../settings/bench-settings.ts';
import { benchTaskSchema } from './bench-tasks.ts';

/** The whole of a benchmark's suite file, for one way of writing down a choice of plugin. */
function schemaWith(select: SelectionSchemaMaker) {
  const optimizer = select('Optimizer');
  const entry = z
    .strictObject({
      name: z.string().min(1).optional().describe('What tables call it; the name of the optimizer or program file, or `champion`, when left out.'),
      optimizer: optimizer.optional().describe('An optimizer by its name, or by name and options.'),
      program: z.string().min(1).optional().describe('A program file, relative to this file; it runs in the sandbox.'),
      champion: z.string().min(1).optional().describe('Folder of an evolution, relative to this file: its best program enters.'),
      start: z.enum(['card', 'model']).default('card').describe('Where the search begins: at the start card, or at the minimum that lm finds on the compact model of the device, which takes no simulation. `not applicable` where no model covers the device.'),
      hiddenModels: benchSettingsSchema.shape.hiddenModels.describe('Families of compact models that this entry does without besides those of the suite, or `all`: the same optimizer may take part with and without them.'),
    })
    .superRefine((given, context) => {
      const kinds = (['optimizer', 'program', 'champion'] as const).filter((kind) => given[kind] !== undefined);
      if (kinds.length === 1) return;
      context.addIssue({ code: 'custom', message: kinds.length === 0 ? 'does not say what runs' : `says ${kinds.join(' and ')}`, params: { expected: 'one of optimizer, program, champion' } });
    });
  const named = z.string().superRefine((name, context) => {
    for (const issue of optimizer.safeParse(name).error?.issues ?? []) context.addIssue({ ...issue } as never);
  });
  return z
    .strictObject({
      $schema: z.string().optional().describe('JSON Schema for editors; ignored.'),
      plugins: z.array(z.string()).default([]).describe('Plugins to load besides the built-in ones: package names, or paths relative to this file.'),
      name: z.string().min(1).optional().describe('Heading of reports; the name of the file when left out.'),
      optimizers: z.array(z.union([named, entry])).min(1).describe('Entries: what is compared. A bare name is an optimizer with its defaults.'),
      tasks: z.array(benchTaskSchema).min(1).describe('What every entry runs on.'),
      simulator: select('Simulator').prefault('ngspice').describe('Simulates every task but the analytic ones, which bring their own.'),
      runner: select('ProgramRunner').prefault('isolate').describe('Runs programs.'),
      rules: z.array(select('PhysicsRule')).default([]).describe('Physics rules whose findings optimizers see.'),
      store: select('RunStore').prefault('sqlite').describe('Keeps every run.'),
      reporters: z.array(select('Reporter')).prefault(['terminal']).describe('Shows the benchmark while it runs.'),
      executor: select('Executor').prefault({ name: 'local', options: { processes: true } }).describe('Runs the entries; worker processes of this host when left out.'),
      resources: schedulerOptionsSchema.prefault({}).describe('Licences, counted with all runs on this host.'),
      ...benchSettingsSchema.shape,
    })
    .superRefine((suite, context) => {
      const names = suite.optimizers.map(entryName);
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return;
        context.addIssue({ code: 'custom', path: ['optimizers', index], message: `"${name}" is the name of an earlier entry`, params: { expected: 'a name of its own' } });
      });
      for (const key of ['seeds', 'budgets'] as const) {
        const values = key === 'seeds' ? seedList(suite.seeds) : suite.budgets;
        const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
        if (twice >= 0) context.addIssue({ code: 'custom', path: [key, twice], message: `${values[twice]} was given before`, params: { expected: 'each one once' } });
      }
      if (suite.control !== undefined && !names.includes(suite.control)) {
        context.addIssue({ code: 'custom', path: ['control'], message: `there is no entry "${suite.control}"`, params: { expected: `one of ${names.join(', ')}`, suggestion: nearest(suite.control, names) } });
      }
    })
    .describe('An Evospice benchmark');
}

/** Schema that a suite file is validated with. */
export const benchSuiteSchema = (registry: ExtensionRegistry) => schemaWith(selectionSchema(registry));

/** JSON Schema for editors, from the same description. */
export function benchJsonSchema(registry: ExtensionRegistry): unknown {
  return z.toJSONSchema(schemaWith(selectionEditorSchema(registry)), { io: 'input', unrepresentable: 'any' });
}

export type BenchSuite = z.output<ReturnType<typeof benchSuiteSchema>>;
export type BenchSuiteEntry = BenchSuite['optimizers'][number];

/** What tables call an entry. */
export function entryName(entry: BenchSuiteEntry): string {
  if (typeof entry === 'string') return entry;
  if (entry.name !== undefined) return entry.name;
  const plain = entry.optimizer?.name ?? (entry.program === undefined ? 'champion' : basename(entry.program, extname(entry.program)));
  return entry.start === 'model' ? `${plain}-from-model` : plain;
}
