import { basename, extname, join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import { contentHash, openWorkerProcess, runBench, seedList, type AnalyseBenchOptions, type BenchConditions, type BenchOutcome, type BenchPlan } from '@evospice/bench';
import { Clock, EvospiceError, nearest, readConfiguration, validateConfiguration, type Json, type Kernel, type ResolvedSelection } from '@evospice/kernel';
import { entryConditions, resolveEntries } from '../compose/bench-entries.ts';
import { openBenchLog, suiteDocument, writeSuite, type ResolvedSuite } from '../compose/bench-folder.ts';
import { benchSimulators, type BenchSetup } from '../compose/bench-host.ts';
import { writeBenchResults, type BenchResults } from '../compose/bench-results.ts';
import { benchSuiteSchema } from '../compose/bench-suite.ts';
import { locateTasks } from '../compose/bench-tasks.ts';
import { versions } from '../compose/versions.ts';
import { BenchProgressLine } from '../output/bench-progress.ts';
import { benchTable } from '../output/bench-table.ts';
import type { CommandResult } from '../output/run-command.ts';

export interface BenchOptions {
  readonly out?: string;
  /** Worker processes; overrides the suite. */
  readonly workers?: number;
  /** Entries to run now. */
  readonly only?: readonly string[];
  readonly verbose: boolean;
}

const workerModule = new URL(import.meta.url.endsWith('.ts') ? '../bench-worker.ts' : '../bench-worker.js', import.meta.url);

/** `evospice bench`: every entry on every task with every seed; what is stored already is not run again. */
export async function benchCommand(kernel: Kernel, file: string, options: BenchOptions, signal: AbortSignal): Promise<CommandResult> {
  const document = await readConfiguration(file);
  const suite = validateConfiguration(document, benchSuiteSchema(kernel.registry));
  const title = suite.name ?? basename(file, extname(file));
  const folder = resolve(options.out ?? join('runs', basename(file, extname(file))));
  const entries = await resolveEntries(kernel, suite, document);
  refuseUnknown(options.only ?? [], entries.map(({ name }) => name));
  const simulators = benchSimulators(kernel, suite);
  try {
    const tasks = await locateTasks(suite.tasks, { file: document.file, out: folder }, simulators.simulatorFor);
    const resolved: ResolvedSuite = { suite, title, entries, tasks };
    const used = [...new Set(tasks.map(({ origin }) => simulators.simulatorFor(origin)))];
    const conditions = await conditionsOf(kernel, resolved, used);
    const outcome = await run(kernel, resolved, { options, folder, file: document.file, conditions, signal });
    const finished = { folder, file, outcome };
    const results = await writeBenchResults(folder, outcome, analysisOptions(resolved), {
      name: title, facts: factsOf(resolved, conditions), notices: noticesOf(resolved, finished), commands: [commandOf(finished)],
    });
    return present(resolved, finished, results);
  } finally {
    await simulators.close();
  }
}

interface Surroundings {
  readonly options: BenchOptions;
  readonly folder: string;
  readonly file: string;
  readonly conditions: BenchConditions;
  readonly signal: AbortSignal;
}

async function run(kernel: Kernel, resolved: ResolvedSuite, { options, folder, file, conditions, signal }: Surroundings): Promise<BenchOutcome> {
  const { suite, entries, tasks, title } = resolved;
  const log = await openBenchLog(kernel, folder);
  const progress = new BenchProgressLine(process.stderr, kernel.container.get<Clock>(Clock));
  try {
    const setup: BenchSetup = { plugins: suite.plugins, file, verbose: options.verbose, entries, tasks, suite };
    const outcome = await runBench({
      plan: planOf(resolved), log, conditions, signal,
      ...(options.only === undefined ? {} : { only: options.only }),
      versions: versions(),
      workers: options.workers ?? suite.workers ?? availableParallelism(),
      openHost: () => openWorkerProcess({ module: workerModule, setup, ...(suite.timeLimit === undefined ? {} : { hardLimitSeconds: 2 * suite.timeLimit + 60 }) }),
      onBegin: async () => {
        const written = suiteDocument(resolved) as Json;
        log.setFact('title', title);
        log.setFact('suite', written);
        log.setFact('suite-hash', contentHash(written));
        log.setFact('versions', versions());
        await writeSuite(folder, resolved);
      },
      onProgress: (state) => progress.show(state),
    });
    return outcome;
  } finally {
    progress.close();
    log.close();
  }
}

function planOf({ suite, entries, tasks }: ResolvedSuite): BenchPlan {
  return { entries: entries.map(({ name }) => name), tasks: tasks.map(({ id }) => id), seeds: seedList(suite.seeds), budgets: suite.budgets };
}

/** Everything that decides over a run besides its entry, task, seed and budget. */
async function conditionsOf(kernel: Kernel, { suite, entries, tasks }: ResolvedSuite, simulators: readonly { readonly name: string; probe(): Promise<{ readonly version?: string }> }[]): Promise<BenchConditions> {
  const found: Record<string, Json> = {};
  for (const simulator of simulators) found[`version of ${simulator.name}`] = (await simulator.probe()).version ?? null;
  return {
    common: {
      metric: suite.metric,
      simulator: written(suite.simulator),
      ...found,
      limits: suite.limits,
      'time limit': suite.timeLimit ?? null,
      runner: written(suite.runner),
    },
    entries: entryConditions(kernel, entries),
    tasks: Object.fromEntries(tasks.map(({ id, hash }) => [id, hash])),
  };
}

function written({ name, options }: ResolvedSelection): Json {
  return { name, options: (options ?? {}) as Json };
}

function analysisOptions({ suite, entries, tasks }: ResolvedSuite): AnalyseBenchOptions {
  const { targets, control, metric } = suite;
  return {
    entries: entries.map(({ name }) => name), tasks: tasks.map(({ id }) => id), metric,
    ...(targets === undefined ? {} : { targets }), ...(control === undefined ? {} : { control }),
  };
}

function refuseUnknown(only: readonly string[], names: readonly string[]): void {
  const unknown = only.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const guess = nearest(unknown, names);
  throw new EvospiceError('USAGE_ENTRY', `the suite has no entry "${unknown}"`, {
    met: unknown, expected: `one of ${names.join(', ')}`, remedy: guess === undefined ? 'name entries of the suite, separated by commas' : `did you mean "${guess}"?`,
  });
}

interface Finished {
  readonly folder: string;
  readonly file: string;
  readonly outcome: BenchOutcome;
}

function commandOf({ file, folder }: Finished): string {
  return `npx evospice bench ${file} --out ${folder}`;
}

/** For the head of the report. */
function factsOf({ suite }: ResolvedSuite, { common }: BenchConditions): readonly { readonly label: string; readonly value: string }[] {
  const simulators = Object.entries(common).filter(([name]) => name.startsWith('version of ')).map(([name, version]) => `${name.slice('version of '.length)} ${String(version ?? '')}`.trim());
  return [
    { label: 'Simulator', value: simulators.join(', ') },
    { label: 'Metric', value: suite.metric === 'relative' ? 'relative RMS' : 'RMS of logarithms, decades' },
    { label: 'Seeds', value: seedList(suite.seeds).join(', ') },
    ...Object.entries(versions()).map(([label, value]) => ({ label, value })),
  ];
}

function unfinished({ entries }: ResolvedSuite, { outcome }: Finished): readonly string[] {
  return entries.map(({ name }) => name).filter((name) => !outcome.complete.includes(name));
}

/** Failures that hang on the speed of the machine. */
const timeCodes: ReadonlySet<string> = new Set(['BENCH_TIME_LIMIT', 'PROGRAM_DEADLINE']);

/** What a reader must know before any figure. */
function noticesOf(resolved: ResolvedSuite, finished: Finished): readonly string[] {
  const missing = unfinished(resolved, finished);
  const { others, runs } = finished.outcome;
  const timed = runs.filter(({ run, failure }) => timeCodes.has(failure?.code ?? '') || run.trajectory.some((point) => point.failure === 'DEADLINE')).length;
  return [
    ...(missing.length === 0 ? [] : [`not finished: ${missing.join(', ')}; to run them: ${commandOf(finished)}`]),
    ...(others === 0 ? [] : [`${others} stored runs belong to nothing in the suite any more and were left out`]),
    ...(timed === 0 ? [] : [`${timed} runs met a time limit, and may come out otherwise on another machine`]),
  ];
}

function present(resolved: ResolvedSuite, finished: Finished, { analyses, files }: BenchResults): CommandResult {
  const { title, entries, tasks, suite } = resolved;
  const { outcome: { runs, notApplicable, others }, folder } = finished;
  const document = {
    name: title, run: folder, runs: runs.length, entries: entries.map(({ name }) => name), tasks: tasks.map(({ id }) => id),
    seeds: seedList(suite.seeds), notApplicable, unfinished: unfinished(resolved, finished), others,
    results: analyses.map(({ budget, overall, results, failures }) => ({
      budget, overall, failures, medians: results.map(({ entry, task, error }) => ({ entry, task, error: error.median })),
    })),
    ...files,
  };
  const text = [...analyses.map((analysis) => benchTable(analysis, notApplicable)), ...noticesOf(resolved, finished), `report: ${files.report}`].join('\n');
  return { document, text };
}
