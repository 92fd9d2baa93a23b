import { basename, extname, join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import {
  benchSimulators, benchSuiteSchema, locateTasks, readBenchRecord, readEarlierBench, refuseUnknownEntries, resolveEntries, runBench, seedList, SUITE_FILE,
  suiteDocument, suiteFiles, suiteText, writeBenchRecord, writeSuite, type BenchMade, type BenchPlan, type BenchRecord, type BenchSetup, type EarlierBench, type ResolvedSuite,
} from '@evospice/bench';
import { defined, siblingModule, type Json, type RunStore } from '@evospice/contracts';
import type { Determination } from '@evospice/device';
import { readRun } from '@evospice/evolution';
import { benchKind, writeBenchResults, type BenchResults } from '@evospice/report';
import { contentHash, createOrResumeRun, prefixed, withStoredRun, type Conditions } from '@evospice/runs';
import { readConfiguration, validateConfiguration, type Kernel } from '@evospice/kernel';
import { Option } from 'commander';
import { benchServices } from '../compose/bench-services.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { choiceCondition, choiceConditions, coreCondition, pluginConditions, startCondition } from '../compose/plugin-code.ts';
import { openReporters } from '../compose/run-display.ts';
import { versions } from '../compose/versions.ts';
import { addChoices, withChoices } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import { count, names } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { benchTable, determinationLines, notApplicableLines, refusedLines } from '../output/bench-table.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { pluginsOf } from './plugins.ts';

export interface BenchOptions {
  readonly out?: string;
  /** Worker processes; overrides the suite. */
  readonly workers?: number;
  /** Entries to run now. */
  readonly only?: readonly string[];
  /** Folders of earlier benchmarks. */
  readonly reuse?: readonly string[];
  readonly verbose: boolean;
}

const benchChoices = ['simulator', 'rule', 'runner', 'executor', 'store', 'reporter'] as const;

export const registerBench: RegisterVerb = (program, { kernel, verbose }) => {
  const verb = program
    .command('bench')
    .description('compare optimizers over tasks and seeds')
    .argument('<suite>', 'suite: YAML, JSON or TypeScript')
    .option('--out <folder>', 'folder of the runs; what is stored there already is not run again')
    .addOption(new Option('--workers <n>', 'worker processes; as the suite says, or as many as there are cores').argParser(count))
    .addOption(new Option('--only <entries>', 'run these entries only, separated by commas').argParser(names))
    .option('--reuse <folder...>', 'take over runs of these earlier benchmarks that were made under the same conditions')
    .addOption(jsonOption());
  addChoices(verb, benchChoices)
    .action((suite: string, options: Common & Omit<BenchOptions, 'verbose'>) =>
      runCommand(options.json, async (signal) => {
        await kernel.load(await pluginsOf(suite), suite);
        return benchCommand(kernel, suite, { ...options, verbose }, signal);
      }));
};

/**
 * `evospice bench`: every entry on every task with every seed; what is stored already is not run again.
 * @param afterwards what else is to be made of the results
 */
export async function benchCommand(
  kernel: Kernel, file: string, options: BenchOptions, signal: AbortSignal, afterwards: (results: BenchResults) => Promise<void> | undefined = () => undefined,
): Promise<CommandResult> {
  const document = withChoices(await readConfiguration(file), benchChoices, options);
  const suite = validateConfiguration(document, benchSuiteSchema(kernel.registry), 'bench');
  const title = suite.name ?? basename(file, extname(file));
  const store = kernel.registry.create('RunStore', suite.store);
  const entries = await resolveEntries({ registry: kernel.registry, championOf: async (log) => (await readRun(log)).champion?.program }, suite, document);
  refuseUnknownEntries(options.only ?? [], entries.map(({ name }) => name));
  const earlier = await Promise.all((options.reuse ?? []).map((from) => withStoredRun(store, resolve(from), readEarlierBench)));
  const written = suiteFiles(entries);
  const own = await OwnFiles.claim(options.out ?? join('runs', basename(file, extname(file))), { names: [...written, ...benchKind.files], holdsRun: (at) => store.exists(at) });
  const { folder } = own;
  const simulators = benchSimulators(benchServices(kernel), suite);
  try {
    const tasks = await locateTasks(kernel.registry, suite.tasks, { suite: document, out: folder }, simulators.simulatorFor);
    const resolved: ResolvedSuite = { suite, title, entries, tasks };
    const used = [...new Set(tasks.map(({ origin }) => simulators.simulatorFor(origin)))];
    const versionsFound = await Promise.all(used.map(async (simulator) => [simulator.name, (await simulator.probe()).version ?? null] as const));
    const { outcome, record } = await run(kernel, resolved, { options, earlier, folder, store, writeSuite: async () => own.write(written, () => writeSuite(folder, resolved)), file: document.file, simulators: Object.fromEntries(versionsFound), signal });
    const determinations = tasks.flatMap((task) => task.determination ?? []);
    const results = await own.write(benchKind.files, () => writeBenchResults(folder, record, outcome));
    await afterwards(results);
    return present(folder, record, determinations, outcome, results);
  } finally {
    await simulators.close();
  }
}

interface Surroundings {
  readonly options: BenchOptions;
  readonly earlier: readonly EarlierBench[];
  readonly folder: string;
  readonly store: RunStore;
  /** Writes the suite as resolved into the folder. */
  readonly writeSuite: () => Promise<unknown>;
  readonly file: string;
  readonly simulators: Readonly<Record<string, string | null>>;
  readonly signal: AbortSignal;
}

async function run(kernel: Kernel, resolved: ResolvedSuite, { options, earlier, folder, store, writeSuite: writeResolved, file, simulators, signal }: Surroundings): Promise<{ readonly outcome: BenchMade; readonly record: BenchRecord }> {
  const { suite, entries, tasks } = resolved;
  const log = await createOrResumeRun(store, folder, 'bench');
  const reporters = await openReporters(kernel, suite.reporters, { kind: 'bench', title: resolved.title, folder, log });
  try {
    const setup: BenchSetup = { plugins: kernel.loaded, file, verbose: options.verbose, entries, tasks, suite };
    const outcome = await runBench({
      plan: planOf(resolved), log, signal,
      conditions: await conditionsOf(kernel, resolved, simulators),
      ...(options.only === undefined ? {} : { only: options.only }),
      versions: versions(),
      code: contentHash(await coreCondition()),
      earlier,
      workers: options.workers ?? suite.workers ?? availableParallelism(),
      executor: kernel.registry.create('Executor', suite.executor),
      work: { module: siblingModule('../bench-worker', import.meta.url), setup: setup as unknown as Json },
      ...(suite.timeLimit === undefined ? {} : { limitSeconds: 2 * suite.timeLimit + 60 }),
      onBegin: async () => {
        await writeBenchRecord(log, recordOf(resolved, file, simulators), suiteDocument(resolved) as Json);
        await writeResolved();
      },
      onEvent: (event) => reporters.event(event),
    });
    return { outcome, record: (await readBenchRecord(log)) as BenchRecord };
  } finally {
    await reporters.close();
    await log.close();
  }
}

function planOf({ suite, entries, tasks }: ResolvedSuite): BenchPlan {
  return { entries: entries.map(({ name }) => name), tasks: tasks.map(({ id }) => id), seeds: seedList(suite.seeds), budgets: suite.budgets };
}

/** What tables and report are made from, besides plan and runs. */
function recordOf(resolved: ResolvedSuite, file: string, simulators: Readonly<Record<string, string | null>>): Omit<BenchRecord, 'plan'> {
  const { metric, control, targets } = resolved.suite;
  return { title: resolved.title, file, suite: suiteText(resolved), analysis: { metric, ...defined({ control, targets }) }, simulators, versions: versions() };
}

/** Everything that decides over runs besides seed and budget. */
async function conditionsOf(kernel: Kernel, { suite, entries, tasks }: ResolvedSuite, simulators: Readonly<Record<string, string | null>>): Promise<Conditions> {
  return {
    metric: suite.metric,
    limits: suite.limits,
    'time limit': suite.timeLimit ?? null,
    ...(suite.hiddenModels.length === 0 ? {} : { 'hidden compact models': suite.hiddenModels }),
    ...(await choiceConditions(kernel, { simulator: ['Simulator', suite.simulator], runner: ['ProgramRunner', suite.runner] })),
    ...(await choiceConditions(kernel, Object.fromEntries(suite.rules.map((rule) => [`rule ${rule.name}`, ['PhysicsRule', rule] as const])))),
    ...prefixed('version of ', simulators),
    ...(await pluginConditions(kernel, ['Optimizer'])),
    ...Object.fromEntries(await Promise.all(entries.map(async (entry) => [
      `entry ${entry.name}`, { ...(entry.kind === 'program' ? { program: entry.hash } : (await choiceCondition(kernel, 'Optimizer', entry.selection)) as object), ...(await startCondition(kernel, entry.start)), ...defined({ hiddenModels: entry.hiddenModels }) },
    ] as const))),
    ...Object.assign({}, ...tasks.map(({ conditions }) => conditions)) as Conditions,
  };
}

function present(folder: string, { title, plan }: BenchRecord, determinations: readonly Determination[], { runs, notApplicable, others, takenOver, refused }: BenchMade, { analyses, unfinished, notices, files }: BenchResults): CommandResult {
  const document = {
    name: title, run: folder, runs: runs.length, entries: plan.entries, tasks: plan.tasks, seeds: plan.seeds, notApplicable, unfinished, others, takenOver, refused,
    results: analyses.map(({ budget, overall, results, failures, controlTimes }) => ({
      budget, overall, failures, controlTimes, medians: results.map(({ entry, task, error }) => ({ entry, task, error: error.median })),
    })),
    determinations, suite: join(folder, SUITE_FILE), ...files,
  };
  return { document, text: [...analyses.map((analysis) => benchTable(analysis, notApplicable)), ...notApplicableLines(notApplicable), ...notices, ...determinationLines(determinations), ...refusedLines(refused), `report: ${files.report}`].join('\n') };
}
