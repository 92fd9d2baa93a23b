import { isDeepStrictEqual } from 'node:util';
import { tasksFrom, type TaskReference } from '@evospice/device';
import { optimizerLibrary } from '@evospice/extraction';
import { withoutModels, type Baseline, type ExtractionParts, type ExtractionTasks } from '@evospice/extraction-problem';
import { Clock, EvospiceError, Logger, defined, siblingModule, type Json, type ResourceScheduler, type Simulator, type Task, type WorkSource } from '@evospice/contracts';
import { choicesWithin, type Kernel } from '@evospice/kernel';
import { createScheduler, licenceFor, scheduledSimulator } from '@evospice/resources';
import { extractionSettingsOf, type EvolutionConfiguration } from './evolution-configuration.ts';

/** Everything a worker of extractions in another process is told: plain data. */
export interface ExtractionSetup {
  /** Under which the process of the run shares its parts. */
  readonly key: string;
  readonly plugins: readonly string[];
  /** Configuration file, which tasks and plugins are looked up from. */
  readonly file: string;
  readonly configuration: EvolutionConfiguration;
  /** Name of the run among all that share resources. */
  readonly run: string;
}

/** Work for {@link ExtractionSetup}, to be done by the module beside the command line. */
export function extractionWork(setup: ExtractionSetup): WorkSource {
  return { module: siblingModule('../extraction-worker', import.meta.url), setup: JSON.parse(JSON.stringify(setup)) as Json };
}

export interface ExtractionWorkParts {
  readonly parts: ExtractionParts;
  /** Ends the sandbox and gives back what the scheduler holds. */
  close(): Promise<void>;
}

/** Makes what extractions are run with, from the plugins of this process. */
export async function extractionParts(kernel: Kernel, { file, configuration, run }: Omit<ExtractionSetup, 'key' | 'plugins'>): Promise<ExtractionWorkParts> {
  const { registry, container } = kernel;
  const scheduler = createScheduler(configuration.resources, { clock: container.get<Clock>(Clock), logger: container.get<Logger>(Logger) });
  const simulator = registry.create('Simulator', configuration.simulator);
  const licensed = Object.keys(configuration.resources.licences);
  const runner = registry.create('ProgramRunner', configuration.runner);
  const close = async (): Promise<void> => {
    await runner.close();
    await scheduler.close();
  };
  try {
    const parts: ExtractionParts = {
      settings: extractionSettingsOf(configuration),
      seed: configuration.seed,
      tasks: await tasksOf(kernel, configuration, { file, generator: generatorOf({ simulator, scheduler, run, licensed }) }),
      simulator,
      runner,
      baselines: baselinesOf(kernel, configuration),
      timed: configuration.descriptors.some((selection) => registry.create('Descriptor', selection).timed === true),
      optimizerLibrary: optimizerLibrary(kernel.registry),
      rules: configuration.rules.map((selection) => registry.create('PhysicsRule', selection)),
      resources: { scheduler, run, licensed },
    };
    return { parts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What programs are compared with: what the configuration names, and what the scorer is relative to. @throws EvospiceError `CONFIG_REFERENCE` */
function baselinesOf({ registry }: Kernel, { baselines, scorer }: EvolutionConfiguration): readonly Baseline[] {
  const { reference } = registry.create('Scorer', scorer);
  const named = baselines.map((selection) => ({ name: selection.name, optimizer: registry.create('Optimizer', selection) }));
  const same = baselines.find(({ name }) => name === reference?.name);
  if (reference === undefined) return named;
  if (same === undefined) return [...named, reference];
  const chosen = choicesWithin(registry, 'Scorer', scorer).filter(({ point, name }) => point === 'Optimizer' && name === reference.name);
  if (chosen.every(({ options }) => isDeepStrictEqual(options, same.options))) return named;
  throw new EvospiceError('CONFIG_REFERENCE', `${reference.name} is a baseline and what the scorer is relative to, with different options`, {
    received: { baseline: same.options, reference: chosen.map(({ options }) => options) }, expected: 'the same options in both places', remedy: `leave ${reference.name} out of \`baselines\`: it is run and shown in any case`,
  });
}

/** Generated tasks are simulated before the run begins, and wait their turn like everything else. */
function generatorOf({ simulator, scheduler, run, licensed }: { readonly simulator: Simulator; readonly scheduler: ResourceScheduler; readonly run: string; readonly licensed: readonly string[] }): Simulator {
  return scheduledSimulator(simulator, scheduler, { account: `${run}/tasks`, priority: 'exploration', cores: 1, memoryMb: 0, ...licenceFor(simulator, licensed) });
}

async function tasksOf(kernel: Kernel, { tasks }: EvolutionConfiguration, { file, generator }: { readonly file: string; readonly generator: Simulator }): Promise<ExtractionTasks> {
  const { train = [], validate = [], withoutModels: bare = [], trial, probe } = tasks ?? {};
  const small = trial ?? probe;
  const read = (references: readonly TaskReference[]): Promise<readonly Task[]> => tasksFrom(kernel.registry, references, file, generator);
  const hidden = (await read(bare)).map(withoutModels);
  return defined({
    train: [...(await read(train)), ...hidden],
    validate: await read(validate),
    trial: small === undefined ? undefined : (await read([small]))[0],
    withoutModels: hidden.length === 0 ? undefined : hidden.map(({ id }) => id),
  });
}
