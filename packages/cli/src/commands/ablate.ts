import { basename, extname, join } from 'node:path';
import { type Json, type RunLog } from '@evospice/contracts';
import { readConfiguration, validateConfiguration, type Kernel } from '@evospice/kernel';
import { ablateKind, ablationText, analyseAblation, evospiceCommand, readAblation, REPORT_FILE, WHOLE, type AblationEvents, type ArmRun } from '@evospice/report';
import { createRun, EventLog, resumeRun, settleConditions, type Conditions, type RunReporters } from '@evospice/runs';
import { Option } from 'commander';
import { armNames, planArms, type AblationPlan } from '../compose/ablation/arms.ts';
import { runArm } from '../compose/ablation/run-arm.ts';
import { evolutionConfigurationSchema, type EvolutionConfiguration } from '../compose/evolution-configuration.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { openReporters } from '../compose/run-display.ts';
import { versions } from '../compose/versions.ts';
import { addChoices, withChoices } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import { count, names } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { evolveChoices } from './evolve.ts';
import { pluginsOf } from './plugins.ts';

interface AblateOptions {
  readonly arms?: readonly string[];
  readonly seeds: number;
  readonly resume: boolean;
  readonly out?: string;
}

export const registerAblate: RegisterVerb = (program, { kernel }) => {
  const verb = program
    .command('ablate')
    .description('run an evolution with and without each of its mechanisms, and compare')
    .argument('<config>', 'configuration of an evolution: YAML, JSON or TypeScript')
    .addOption(new Option('--arms <names>', `what to leave out, separated by commas: ${armNames.join(', ')}; all that are there when left out`).argParser(names))
    .addOption(new Option('--seeds <n>', 'seeds, from that of the configuration on; each arm is run with each').argParser(count).default(3))
    .option('--resume', 'go on with the ablation in the folder; arms may be added, and seeds', false)
    .option('--out <folder>', 'folder of the ablation; each arm and seed has a folder of its own in it')
    .addOption(jsonOption());
  addChoices(verb, evolveChoices)
    .action((config: string, options: Common & AblateOptions) =>
      runCommand(options.json, async (signal) => {
        await kernel.load(await pluginsOf(config), config);
        return ablateCommand(kernel, config, options, signal);
      }));
};

/** `evospice ablate`: the whole configuration first, then each arm with as many evaluations, seed by seed. */
async function ablateCommand(kernel: Kernel, file: string, options: AblateOptions, signal: AbortSignal): Promise<CommandResult> {
  const document = withChoices(await readConfiguration(file), evolveChoices, options);
  const configuration = validateConfiguration(document, evolutionConfigurationSchema(kernel.registry), 'evolve');
  const plan = planArms(configuration, kernel.registry, options.arms);
  const store = kernel.registry.create('RunStore', configuration.store);
  const own = await OwnFiles.claim(options.out ?? join('runs', `${basename(file, extname(file))}-ablation`), { names: ablateKind.files, holdsRun: (at) => store.exists(at) });
  const { folder } = own;
  const log = await (options.resume ? resumeRun : createRun)(store, folder, 'ablate');
  let reporters: RunReporters | undefined;
  try {
    const title = configuration.title ?? basename(file, extname(file));
    const seeds = Array.from({ length: options.seeds }, (_, index) => configuration.seed + index);
    await begin(log, configuration, { title, file: document.file });
    reporters = await openReporters(kernel, configuration.reporters, { kind: 'ablate', title, folder, log, total: plan.arms.length * seeds.length });
    const ended = await runArms(new AblationLog(log, reporters), plan, { seeds, run: (arm, seed, whole) => runArm(arm, { kernel, file: document.file, title, folder, store, seed, whole, signal }) });
    const shown = reporters;
    return await own.write(ablateKind.files, async () => finish(log, { folder, file, files: await shown.close(), ended }));
  } finally {
    await reporters?.close();
    await log.close();
  }
}

/** Keeps what the ablation is made from, and refuses to go on with something else. */
async function begin(log: RunLog, configuration: EvolutionConfiguration, { title, file }: { readonly title: string; readonly file: string }): Promise<void> {
  const resolved = JSON.parse(JSON.stringify(configuration)) as Json;
  const { $schema: _schema, title: _title, out: _out, reporters: _reporters, executor: _executor, resources: _resources, workers: _workers, ...decisive } = resolved as Conditions;
  const before = (await log.fact('conditions')) as Conditions | undefined;
  settleConditions(before ?? decisive, decisive, { remedy: 'resume with the configuration that the ablation began with, or choose another --out' });
  await Promise.all([log.setFact('conditions', decisive), log.setFact('configuration', resolved), log.setFact('configuration-file', file), log.setFact('title', title)]);
}

/** Stores events and shows them. */
class AblationLog {
  readonly log: RunLog;
  readonly #events: EventLog<AblationEvents>;
  readonly #reporters: RunReporters;

  constructor(log: RunLog, reporters: RunReporters) {
    this.log = log;
    this.#events = new EventLog<AblationEvents>(log);
    this.#reporters = reporters;
  }

  async append<T extends keyof AblationEvents>(type: T, payload: AblationEvents[T]): Promise<void> {
    this.#reporters.event(await this.#events.append(type, payload));
  }
}

interface ArmRunning {
  readonly seeds: readonly number[];
  readonly run: (arm: AblationPlan['arms'][number], seed: number, whole: ArmRun | undefined) => Promise<ArmRun | null>;
}

/** What is finished is not run again. */
async function runArms(events: AblationLog, { arms, idle }: AblationPlan, { seeds, run }: ArmRunning): Promise<'finished' | 'cancelled'> {
  const { runs } = await readAblation(events.log);
  await events.append('ablation-started', { arms: arms.map(({ arm, lacks }) => ({ arm, lacks })), idle, seeds, versions: versions() });
  const known = [...runs];
  for (const seed of seeds) {
    for (const arm of arms) {
      if (known.some((one) => one.arm === arm.arm && one.seed === seed)) continue;
      const result = await run(arm, seed, known.find((one) => one.arm === WHOLE && one.seed === seed));
      if (result === null) return 'cancelled';
      known.push(result);
      await events.append('arm-finished', result);
    }
  }
  await events.append('ablation-finished', { runs: arms.length * seeds.length });
  return 'finished';
}

async function finish(log: RunLog, { folder, file, files, ended }: { readonly folder: string; readonly file: string; readonly files: readonly string[]; readonly ended: 'finished' | 'cancelled' }): Promise<CommandResult> {
  const { plan, runs } = await readAblation(log);
  const analysis = plan === null ? null : analyseAblation(plan, runs);
  const report = files.find((written) => written.endsWith(REPORT_FILE)) ?? null;
  return {
    document: { run: folder, ended, ...analysis, report },
    text: [
      ...(analysis === null || runs.length === 0 ? ['no run is finished yet'] : [ablationText(analysis)]),
      ...(report === null ? [] : [`report: ${report}`]),
      ...(ended === 'cancelled' ? [`interrupted; to go on: ${evospiceCommand('ablate', file, '--out', folder, '--resume')}`] : []),
    ].join('\n'),
    exitCode: ended === 'cancelled' ? 130 : 0,
  };
}
