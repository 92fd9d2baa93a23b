import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { evolutionSettingsSchema, type EventSink, type EvolutionRequest, type EvolutionSettings } from '@evospice/evolution';
import { EvospiceError, type ProgramText, type ResourceScheduler, type RunLog } from '@evospice/contracts';
import { nearest, type Kernel } from '@evospice/kernel';
import { seedPrograms } from '@evospice/plugin-proposer-ast';
import { singleFile } from '@evospice/program-text';
import { checkProgram } from '@evospice/sandbox';
import { licenceFor, scheduledSimulator } from '@evospice/resources';
import type { EvolutionConfiguration } from './evolution-configuration.ts';
import { tasksFrom } from './tasks.ts';
import { versions } from './versions.ts';

/** Makes every part that a validated configuration names. The caller closes the runner, the log, the scheduler and the reporters. */
export async function evolutionRequest(
  kernel: Kernel,
  configuration: EvolutionConfiguration,
  surroundings: { readonly file: string; readonly log: RunLog; readonly reporters: readonly EventSink[]; readonly signal: AbortSignal; readonly scheduler: ResourceScheduler; readonly run: string },
): Promise<EvolutionRequest> {
  const { registry } = kernel;
  const { file, log, reporters, signal, scheduler, run } = surroundings;
  const settings = settingsOf(configuration);
  const simulator = registry.create('Simulator', configuration.simulator);
  const licensed = Object.keys(configuration.resources.licences);
  // Generated tasks are simulated before the run begins, and wait their turn like everything else.
  const generator = scheduledSimulator(simulator, scheduler, { account: `${run}/tasks`, priority: 'exploration', cores: 1, memoryMb: 0, ...licenceFor(simulator, licensed) });
  const { train, validate, probe } = configuration.tasks;
  const [trainTasks, validateTasks] = [await tasksFrom(kernel, train, file, generator), await tasksFrom(kernel, validate, file, generator)];
  const [probeTask] = probe === undefined ? [] : await tasksFrom(kernel, [probe], file, generator);
  return {
    settings,
    tasks: { train: trainTasks, validate: validateTasks, ...(probeTask === undefined ? {} : { probe: probeTask }) },
    seedPrograms: await sourcesOf(configuration.programs, file),
    proposers: configuration.proposers.map(({ weight, ...selection }) => ({ proposer: registry.create('Proposer', selection), weight })),
    archive: registry.create('Archive', configuration.archive),
    selector: registry.create('ParentSelector', configuration.selector),
    scorer: registry.create('Scorer', configuration.scorer),
    descriptors: configuration.descriptors.map((selection) => registry.create('Descriptor', selection)),
    runner: registry.create('ProgramRunner', configuration.runner),
    executor: registry.create('Executor', configuration.executor ?? { name: 'local', options: { workers: settings.workers } }),
    simulator,
    log,
    reporters,
    baselines: configuration.baselines.map((selection) => ({ name: selection.name, optimizer: registry.create('Optimizer', selection) })),
    versions: versions(),
    resources: { scheduler, run, licensed },
    signal,
    check: (program) => void checkProgram(program),
  };
}

function settingsOf(configuration: EvolutionConfiguration): EvolutionSettings {
  const keys = Object.keys(evolutionSettingsSchema.shape) as (keyof EvolutionSettings)[];
  return Object.fromEntries(keys.map((key) => [key, configuration[key]]).filter(([, value]) => value !== undefined)) as EvolutionSettings;
}

/** Seed programs by name or by file. @throws EvospiceError `CONFIG_PROGRAM` with the nearest name. */
async function sourcesOf(programs: readonly string[] | undefined, file: string): Promise<readonly ProgramText[]> {
  if (programs === undefined) return seedPrograms.map(({ source }) => singleFile(source));
  return Promise.all(
    programs.map(async (program) => {
      const known = seedPrograms.find(({ name }) => name === program);
      if (known !== undefined) return singleFile(known.source);
      const path = resolve(dirname(file), program);
      if (existsSync(path)) return singleFile(await readFile(path, 'utf8'), basename(path));
      const names = seedPrograms.map(({ name }) => name);
      const guess = nearest(program, names);
      throw new EvospiceError('CONFIG_PROGRAM', `programs: there is no program "${program}"`, {
        file, received: program, expected: `a file, or one of ${names.join(', ')}`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
      });
    }),
  );
}
