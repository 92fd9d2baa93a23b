import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { readRun, type EventSink, type EvolutionRequest } from '@evospice/evolution';
import { createExtractionProblem } from '@evospice/extraction-problem';
import { Clock, ConfigurationFolder, defined, EvospiceError, Logger, PastRuns, RunFolder, type Memory, type Problem, type ProgramText, type RunLog } from '@evospice/contracts';
import { nearest, type Kernel } from '@evospice/kernel';
import { namedPrograms, seedPrograms, strategyLibrary } from '@evospice/plugin-proposer-ast';
import { singleFile } from '@evospice/program-text';
import type { Conditions } from '@evospice/runs';
import { evolutionSettingsOf, seedProgramsOf, type EvolutionConfiguration } from './evolution-configuration.ts';
import { extractionParts, extractionWork } from './extraction-work.ts';
import { choiceCondition, choiceConditions, pluginConditions } from './plugin-code.ts';
import { withEvolution } from './stored-evolution.ts';
import { watchSteering } from './steering-box.ts';
import { versions } from './versions.ts';
import { warmStartPrograms } from './warm-start.ts';

/** What a request is made for. */
export interface EvolutionSurroundings {
  /** Configuration file. */
  readonly file: string;
  readonly log: RunLog;
  readonly reporters: readonly EventSink[];
  readonly signal: AbortSignal;
  /** Name of the run among all that share resources. */
  readonly run: string;
  readonly onBegin: () => Promise<void>;
}

/** Makes every part that a validated configuration names. The caller closes the problem, the log and the reporters. */
export async function evolutionRequest(kernel: Kernel, configuration: EvolutionConfiguration, { file, log, reporters, signal, run, onBegin }: EvolutionSurroundings): Promise<EvolutionRequest> {
  const { registry, container } = kernel;
  container.get<ConfigurationFolder>(ConfigurationFolder).path = dirname(resolve(file));
  container.get<RunFolder>(RunFolder).path = resolve(run);
  container.get<PastRuns>(PastRuns).memories = (folder) => memoriesOf(kernel, { folder, store: configuration.store });
  const settings = evolutionSettingsOf(configuration);
  const [logger, clock] = [container.get<Logger>(Logger), container.get<Clock>(Clock)];
  const { problem } = configuration;
  return {
    settings,
    problem: problem === 'extraction' ? await extractionProblem(kernel, configuration, { file, run }) : registry.create('Problem', problem),
    seeds: await warmStartPrograms(kernel, configuration, file),
    proposers: freshProposers(kernel, configuration),
    models: defined({
      embedding: settings.novelty?.embedding && registry.create('EmbeddingModel', settings.novelty.embedding.model),
      feedback: settings.feedback && registry.create('LanguageModel', settings.feedback.languageModel),
      judge: settings.novelty?.judge && registry.create('LanguageModel', settings.novelty.judge.languageModel),
    }),
    archive: registry.create('Archive', configuration.archive),
    selector: registry.create('ParentSelector', configuration.selector),
    executor: registry.create('Executor', configuration.executor ?? { name: 'local', options: { workers: settings.workers } }),
    log,
    reporters,
    versions: versions(),
    conditions: await conditionsOf(kernel, configuration),
    onBegin,
    logger,
    now: () => clock.now(),
    steering: (steer) => watchSteering(run, steer, logger),
    signal,
  };
}

/** What proposers of another run kept. */
async function memoriesOf(kernel: Kernel, run: Parameters<typeof withEvolution>[1]): Promise<readonly Memory[]> {
  const { memories } = await withEvolution(kernel, run, ({ log }) => readRun(log));
  return memories.map(({ memory }) => memory);
}

/** Proposers that have seen nothing yet. */
export function freshProposers({ registry }: Kernel, { proposers }: EvolutionConfiguration): EvolutionRequest['proposers'] {
  return proposers.map(({ weight, ...selection }) => ({ proposer: registry.create('Proposer', selection), weight }));
}

/** What decides over a run of any problem: choices of plugins with every option, and their code. */
async function conditionsOf(kernel: Kernel, { archive, selector, proposers, problem }: EvolutionConfiguration): Promise<Conditions> {
  return {
    ...(await choiceConditions(kernel, { archive: ['Archive', archive], selector: ['ParentSelector', selector] })),
    ...(problem === 'extraction' ? {} : await choiceConditions(kernel, { 'choice of the problem': ['Problem', problem] })),
    proposers: await Promise.all(proposers.map(async ({ weight, ...selection }) => ({ weight, ...((await choiceCondition(kernel, 'Proposer', selection)) as object) }))),
    ...(await pluginConditions(kernel)),
  };
}

/** What decides over extractions besides: the code that simulates, runs and scores them. */
function extractionConditions(kernel: Kernel, { simulator, runner, scorer, descriptors, baselines }: EvolutionConfiguration): Promise<Conditions> {
  return choiceConditions(kernel, {
    simulator: ['Simulator', simulator], runner: ['ProgramRunner', runner], scorer: ['Scorer', scorer],
    ...Object.fromEntries(descriptors.map((selection) => [`descriptor ${selection.name}`, ['Descriptor', selection] as const])),
    ...Object.fromEntries(baselines.map((selection) => [`baseline ${selection.name}`, ['Optimizer', selection] as const])),
  });
}

async function extractionProblem(kernel: Kernel, configuration: EvolutionConfiguration, { file, run }: { readonly file: string; readonly run: string }): Promise<Problem> {
  const { registry } = kernel;
  const seeds = await sourcesOf(seedProgramsOf(configuration), file);
  const { parts, close } = await extractionParts(kernel, { file, configuration, run });
  const problem = createExtractionProblem({
    ...parts,
    seeds,
    scorer: registry.create('Scorer', configuration.scorer),
    descriptors: configuration.descriptors.map((selection) => registry.create('Descriptor', selection)),
    conditions: {
      ...(await extractionConditions(kernel, configuration)),
      [`version of ${parts.simulator.name}`]: (await parts.simulator.probe()).version ?? null,
    },
    library: strategyLibrary,
    optimizers: registry.list('Optimizer').filter(({ contribution }) => contribution.searches !== undefined).map(({ contribution }) => contribution.name),
    workerFor: (key) => extractionWork({ key, plugins: kernel.loaded, file, configuration, run }),
  });
  return {
    ...problem,
    close: async () => {
      await problem.close?.();
      await close();
    },
  };
}

/** Seed programs by name or by file. @throws EvospiceError `CONFIG_PROGRAM` with the nearest name. */
async function sourcesOf(programs: readonly string[] | undefined, file: string): Promise<readonly ProgramText[]> {
  if (programs === undefined) return seedPrograms.map(({ source }) => singleFile(source));
  return Promise.all(
    programs.map(async (program) => {
      const known = namedPrograms.find(({ name }) => name === program);
      if (known !== undefined) return singleFile(known.source);
      const path = resolve(dirname(file), program);
      if (existsSync(path)) return singleFile(await readFile(path, 'utf8'), basename(path));
      const names = namedPrograms.map(({ name }) => name);
      const guess = nearest(program, names);
      throw new EvospiceError('CONFIG_PROGRAM', `programs: there is no program "${program}"`, {
        file, received: program, expected: `a file, or one of ${names.join(', ')}`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
      });
    }),
  );
}
