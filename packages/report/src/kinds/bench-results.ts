import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysesOf, writeBenchCsv, type BenchAnalysis, type BenchOutcome, type BenchRecord, type TakenOverRuns } from '@evospice/bench';
import { counted, hangsOnTime } from '@evospice/contracts';
import { evospiceCommand } from '../format/command.ts';
import { renderBenchReport } from '../html/bench-page.ts';
import { writeReport } from '../write-report.ts';

/** File with the analyses, whole. */
export const ANALYSIS_FILE = 'analysis.json';

export interface BenchFiles {
  readonly analysis: string;
  readonly tables: readonly string[];
  readonly report: string;
}

export interface BenchResults {
  /** One a budget, smallest budget first. */
  readonly analyses: readonly BenchAnalysis[];
  /** Entries with runs still missing. */
  readonly unfinished: readonly string[];
  /** What a reader must know before any figure. */
  readonly notices: readonly string[];
  readonly files: BenchFiles;
}

/** Analyses the stored runs and writes everything that follows from them into the folder: the same runs give the same files. */
export async function writeBenchResults(folder: string, record: BenchRecord, outcome: BenchOutcome): Promise<BenchResults> {
  const { runs, notApplicable } = outcome;
  const { entries, tasks } = record.plan;
  const { control, ...options } = record.analysis;
  // With --only the control may still be to come: then the best entry takes its place, and the report says so.
  const absent = control !== undefined && !runs.some(({ entry }) => entry === control);
  const analyses = analysesOf(runs, { entries, tasks, notApplicable, ...options, ...(control === undefined || absent ? {} : { control }) });
  const analysis = join(folder, ANALYSIS_FILE);
  await writeFile(analysis, `${JSON.stringify(analyses, null, 2)}\n`);
  const tables = await writeBenchCsv(analyses, runs, folder);
  const command = evospiceCommand('bench', record.file, '--out', folder);
  const unfinished = entries.filter((name) => !outcome.complete.includes(name));
  const notices = [
    ...(absent ? [`the control ${control} has no run yet: the others are tested against the entry of the best mean rank`] : []),
    ...noticesOf(outcome, unfinished, command),
  ];
  const report = await writeReport(folder, renderBenchReport(analyses, {
    name: record.title, facts: factsOf(record), notices, notApplicable, suite: record.suite, commands: [command],
  }));
  return { analyses, unfinished, notices, files: { analysis, tables, report } };
}

/** For the head of the report. */
function factsOf({ simulators, analysis, plan, versions }: BenchRecord): readonly { readonly label: string; readonly value: string }[] {
  return [
    { label: 'Simulator', value: Object.entries(simulators).map(([name, version]) => `${name} ${version ?? ''}`.trim()).join(', ') },
    { label: 'Metric', value: analysis.metric === 'relative' ? 'relative RMS' : 'RMS of logarithms, decades' },
    { label: 'Seeds', value: plan.seeds.join(', ') },
    ...Object.entries(versions).map(([label, value]) => ({ label, value })),
  ];
}

function noticesOf({ runs, others, takenOver, stored }: BenchOutcome, unfinished: readonly string[], command: string): readonly string[] {
  const timed = runs.filter(({ run, failure }) => hangsOnTime(failure?.code ?? '') || run.trajectory.some((point) => hangsOnTime(point.failure ?? ''))).length;
  return [
    ...(runs.length === 0 ? ['there is nothing to compare: no entry has a run on any task'] : []),
    ...(unfinished.length === 0 ? [] : [`not finished: ${unfinished.join(', ')}; to run them: ${command}`]),
    ...(others === 0 ? [] : [`${counted(others, 'stored run belongs', 'stored runs belong')} to nothing in the suite any more and ${others === 1 ? 'was' : 'were'} left out`]),
    ...takenOver.map((from) => takenOverNotice(from, stored)),
    ...(timed === 0 ? [] : [`${counted(timed, 'run')} met a time limit, and may come out otherwise on another machine`]),
  ];
}

function takenOverNotice({ folder, runs, otherCode }: TakenOverRuns, stored: number): string {
  const code = `; the code that every run goes through (toolbox, optimizer kit, extraction, compact models) was another for ${otherCode === runs ? 'them' : `${otherCode} of them`}`;
  return `${runs} of ${counted(stored, 'run')} ${runs === 1 ? 'was' : 'were'} taken over from ${folder}, where they were made under the same conditions${otherCode === 0 ? '' : code}`;
}
