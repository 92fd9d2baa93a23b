import type { BenchAnalysis, NotApplicable } from '@evospice/bench';
import { percent, plainNumber } from '@evospice/report';
import Table from 'cli-table3';

const style = { head: [], border: [] };
/** Entries side by side in one table, so that it fits a terminal. */
const columns = 6;

/** Median final errors by task and entry, and the ranks over all tasks; `*` marks the lowest of a task, `n/a` what an entry refused. */
export function benchTable(analysis: BenchAnalysis, notApplicable: readonly NotApplicable[]): string {
  const ranked = analysis.overall.toSorted((a, b) => a.meanRank - b.meanRank).map(({ entry }) => entry);
  const blocks = Array.from({ length: Math.ceil(ranked.length / columns) }, (_, block) => ranked.slice(block * columns, (block + 1) * columns));
  return [
    `budget ${analysis.budget}, ${analysis.seeds.length} ${analysis.seeds.length === 1 ? 'seed' : 'seeds'}: median final error`,
    ...blocks.map((entries) => errorTable(analysis, entries, notApplicable)),
    'over all tasks',
    overallTable(analysis, ranked),
    ...failureLines(analysis),
    ...notApplicable.filter(({ entry }) => analysis.entries.includes(entry)).map(({ entry, task, reason }) => `${entry} does not apply to ${task}: ${firstLine(reason)}`),
  ].join('\n');
}

function errorTable({ tasks, results }: BenchAnalysis, entries: readonly string[], notApplicable: readonly NotApplicable[]): string {
  const table = new Table({ head: ['task', 'start', ...entries], style, colAligns: ['left', ...Array.from({ length: entries.length + 1 }, () => 'right' as const)] });
  for (const { task, metric, startError } of tasks) {
    // Test functions begin at errors that say nothing in per cent.
    const inPercent = metric === 'relative' && startError < 100;
    const error = (value: number | null): string => (value === null ? '-' : inPercent ? percent(value) : plainNumber(value, 3));
    const medians = new Map(results.filter((result) => result.task === task).map((result) => [result.entry, result.error.median]));
    const lowest = Math.min(...[...medians.values()].filter((median) => median !== null));
    table.push([task, error(startError), ...entries.map((entry) => {
      const median = medians.get(entry);
      if (median === undefined) return notApplicable.some((one) => one.entry === entry && one.task === task) ? 'n/a' : '-';
      return `${error(median)}${median === lowest ? '*' : ' '}`;
    })]);
  }
  return table.toString();
}

function overallTable({ overall, times, failures }: BenchAnalysis, ranked: readonly string[]): string {
  const table = new Table({
    head: ['entry', 'mean rank', 'error/start', '95 % interval', 'ECDF area', 'wins', 'failed', 's a run', 'own'], style,
    colAligns: ['left', ...Array.from({ length: 8 }, () => 'right' as const)],
  });
  for (const entry of ranked) {
    const { meanRank, ratioToStart, interval, ecdfArea, wins } = overall.find((one) => one.entry === entry) as BenchAnalysis['overall'][number];
    const time = times.find((one) => one.entry === entry);
    const failed = failures.filter((failure) => failure.entry === entry).length;
    table.push([
      entry, plainNumber(meanRank, 3), plainNumber(ratioToStart, 3), `${plainNumber(interval[0], 3)} - ${plainNumber(interval[1], 3)}`,
      plainNumber(ecdfArea, 3), wins, failed, seconds(time?.wall), seconds(time?.own),
    ]);
  }
  return table.toString();
}

function seconds(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : plainNumber(value, 3);
}

/** One line for each entry and reason. */
function failureLines({ failures }: BenchAnalysis): readonly string[] {
  const groups = Map.groupBy(failures, ({ entry, code, message }) => JSON.stringify([entry, code, firstLine(message)]));
  return [...groups.values()].map((group) => {
    const [{ entry, code, message, task, seed }] = group as [BenchAnalysis['failures'][number]];
    const where = group.length === 1 ? `on ${task}, seed ${seed}` : `${group.length} times, first on ${task}, seed ${seed}`;
    return `${entry} failed ${where}: ${firstLine(message)} [${code}]; what it had found until then counts`;
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
