import { analyseBench, errorAt, trackOf, type BenchAnalysis, type BenchRun } from '../../../packages/bench/src/index.ts';
import { middle } from '../shared/measure.ts';

/** Devices that programs were made on, and those that were kept away from it. */
const trainedOn = ['p01', 'p04', 'p05', 'p08', 'p10', 'p11', 'p12', 'p14'];
const keptAway = ['p02', 'p03', 'p06', 'p07', 'p09', 'p15'];

/** Budgets at which errors are compared. */
export const looks = [60, 100, 400] as const;

/** Some of the tasks of a benchmark, analysed by themselves. */
export interface Group {
  readonly title: string;
  readonly tasks: readonly string[];
  readonly seeds: readonly number[];
  /** Every entry, tested against the control: simulations to its error. */
  readonly times: BenchAnalysis['controlTimes'];
  /** The subject against the entries that are not parts of it: paired over tasks, Holm-adjusted. */
  readonly tests: BenchAnalysis['statistics']['againstControl'];
  readonly overall: BenchAnalysis['overall'];
  readonly seconds: BenchAnalysis['times'];
  /** Median over seeds of the best error after so many simulations; undefined where the entry has no run. */
  error(entry: string, task: string, at: number): number | undefined;
}

export interface GroupOptions {
  readonly subject: string;
  readonly control: string;
  readonly isVariant: (entry: string) => boolean;
}

/** The groups that have runs, all of the tasks last. */
export function groupsOf(runs: readonly BenchRun[], options: GroupOptions): readonly Group[] {
  const tasks = [...new Set(runs.map(({ task }) => task))];
  const isOf = (names: readonly string[]) => (task: string) => names.some((name) => task === name || task.startsWith(`${name}-`));
  const measured = isOf([...trainedOn, ...keptAway]);
  const parts = [
    { title: 'measured, programs were made on them', tasks: tasks.filter(isOf(trainedOn)) },
    { title: 'measured, kept away from programs', tasks: tasks.filter(isOf(keptAway)) },
    { title: 'drawn after the program was frozen', tasks: tasks.filter((task) => !measured(task)) },
  ].filter((part) => part.tasks.length > 0);
  return [...parts, ...(parts.length > 1 ? [{ title: 'all', tasks }] : [])].map((part) => groupOf(part.title, runs.filter(({ task }) => part.tasks.includes(task)), options));
}

function groupOf(title: string, runs: readonly BenchRun[], { subject, control, isVariant }: GroupOptions): Group {
  const whole = analyseBench(runs, { control });
  const tested = analyseBench(runs.filter(({ entry }) => !isVariant(entry)), { control: subject });
  const errors = new Map<string, Record<number, number>>();
  for (const { entry } of whole.overall) {
    for (const { task } of whole.tasks) {
      const tracks = runs.filter((run) => run.entry === entry && run.task === task).map(trackOf);
      if (tracks.length > 0) errors.set(JSON.stringify([entry, task]), Object.fromEntries(looks.map((at) => [at, middle(tracks.map((track) => errorAt(track, at)))])));
    }
  }
  return {
    title, tasks: whole.tasks.map(({ task }) => task), seeds: whole.seeds, times: whole.controlTimes, tests: tested.statistics.againstControl, overall: tested.overall, seconds: whole.times,
    error: (entry, task, at) => errors.get(JSON.stringify([entry, task]))?.[at],
  };
}
