import { counted } from '@evospice/contracts';
import type { Determination } from '@evospice/device';
import type { BenchAnalysis, NotApplicable, RefusedRuns } from '@evospice/bench';
import { controlTimesText, percent, plainNumber, textTable } from '@evospice/report';

/** Median final errors by task and entry, and the ranks over all tasks; `*` marks the lowest of a task (several where all are perfect), `n/a` what an entry refused. */
export function benchTable(analysis: BenchAnalysis, notApplicable: readonly NotApplicable[]): string {
  const ranked = analysis.overall.toSorted((a, b) => a.meanRank - b.meanRank).map(({ entry }) => entry);
  return [
    `budget ${analysis.budget}, ${counted(analysis.seeds.length, 'seed')}: median final error`,
    errorTable(analysis, ranked, notApplicable),
    'over all tasks',
    overallTable(analysis, ranked),
    controlTimesText(analysis),
    ...failureLines(analysis),
  ].filter((part) => part !== '').join('\n');
}

/** What entries refused and why: one line for each entry and reason. */
export function notApplicableLines(notApplicable: readonly NotApplicable[]): readonly string[] {
  return groupsOf(notApplicable, ({ entry, reason }) => JSON.stringify([entry, reason])).map(([first, ...others]) =>
    `${first.entry} does not apply to ${[first, ...others].map(({ task }) => task).join(', ')}: ${reasonIn(first.reason)}`);
}

/** Parameters of generated tasks that their curves leave open; nothing of a task whose curves determine all of them. */
export function determinationLines(tasks: readonly Determination[]): readonly string[] {
  return tasks.flatMap(({ task, parameters, withoutEffect, loose }) => {
    const parts = [
      ...(loose.length === 0 ? [] : [`hardly determine ${loose.map(({ name, error }) => `${name} (standard error ${percent(error)} of its bounds)`).join(', ')}`]),
      ...(withoutEffect.length === 0 ? [] : [`do not depend on ${withoutEffect.join(', ')}`]),
    ];
    return parts.length === 0 ? [] : [`the curves of ${task} ${parts.join(', and ')}, of ${counted(parameters, 'parameter')}`];
  });
}

/** Runs of earlier benchmarks that were not taken over, and why. */
export function refusedLines(refused: readonly RefusedRuns[]): readonly string[] {
  return refused.map(({ folder, runs, differing }) => `${counted(runs, 'run')} of ${folder} ${runs === 1 ? 'was' : 'were'} not taken over, as conditions differ: ${differing.join(', ')}`);
}

function errorTable({ tasks, results, errorFloor }: BenchAnalysis, entries: readonly string[], notApplicable: readonly NotApplicable[]): string {
  const rows: string[][] = [];
  for (const { task, metric, startError } of tasks) {
    const medians = new Map(results.filter((result) => result.task === task).map((result) => [result.entry, result.error.median]));
    // As for wins: below the floor, all are perfect.
    const lowest = Math.max(errorFloor * startError, Math.min(...[...medians.values()].filter((median) => median !== null)));
    // Errors of test functions begin too high for per cent, and end too low.
    const inPercent = metric === 'relative' && startError < 1000 && lowest >= 5e-5;
    const error = (value: number | null): string => (value === null ? '-' : inPercent ? percent(value) : plainNumber(value, 3));
    rows.push([task, error(startError), ...entries.map((entry) => {
      const median = medians.get(entry);
      if (median === undefined) return notApplicable.some((one) => one.entry === entry && one.task === task) ? 'n/a' : '-';
      return `${error(median)}${median !== null && median <= lowest ? '*' : ' '}`;
    })]);
  }
  return textTable({ head: ['task', 'start', ...entries], rows, right: entries.map((_, index) => index + 2).concat(1), keep: 2 });
}

function overallTable({ overall, times, failures }: BenchAnalysis, ranked: readonly string[]): string {
  const rows = ranked.map((entry) => {
    const { meanRank, ratioToStart, interval, ecdfArea, wins } = overall.find((one) => one.entry === entry) as BenchAnalysis['overall'][number];
    const time = times.find((one) => one.entry === entry);
    const failed = failures.filter((failure) => failure.entry === entry).length;
    return [
      entry, plainNumber(meanRank, 3), plainNumber(ratioToStart, 3), `${plainNumber(interval[0], 3)} - ${plainNumber(interval[1], 3)}`,
      plainNumber(ecdfArea, 3), String(wins), String(failed), seconds(time?.wall), seconds(time?.own),
    ];
  });
  return textTable({ head: ['entry', 'mean rank', 'error/start', '95 % interval', 'ECDF area', 'wins', 'failed', 's a run', 'own'], rows, right: [1, 2, 3, 4, 5, 6, 7, 8] });
}

function seconds(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : plainNumber(value, 3);
}

/** One line for each entry and reason. */
function failureLines({ failures }: BenchAnalysis): readonly string[] {
  return groupsOf(failures, ({ entry, code, message }) => JSON.stringify([entry, code, reasonIn(message)])).map((group) => {
    const [{ entry, code, message, task, seed }] = group;
    const where = group.length === 1 ? `on ${task}, seed ${seed}` : `${group.length} times, first on ${task}, seed ${seed}`;
    return `${entry} failed ${where}: ${reasonIn(message)} [${code}]; what it had found until then counts`;
  });
}

/** The first line of a message, without a code at its end. */
function reasonIn(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/ \[[A-Z_]+\]$/u, '');
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
