import { plainNumber } from '@evospice/report';
import Table from 'cli-table3';
import type { BenchProgressOfRun, RunProgress } from '../compose/run-progress.ts';
import { percent } from './format.ts';

/** How far a run is, in words. */
export function progressText(folder: string, run: RunProgress): string {
  if (run.kind === 'bench') return benchText(folder, run);
  if (run.kind === 'extract') {
    return `${folder}: an extraction, ${run.state}, ${plainNumber(run.spent, 6)} of ${run.budget ?? '?'} simulations, best error ${percent(run.best)}`;
  }
  const best = run.champion === null ? 'no champion yet' : `champion ${run.champion.program}, score ${run.champion.score.toFixed(4)}`;
  return `${folder}: ${run.state}, ${run.programs} of ${run.planned ?? '?'} programs, ${run.cases} cases (${run.retries} repeated), ${best}`;
}

function benchText(folder: string, { title, state, runs, planned, entries, others, began, lastStored }: BenchProgressOfRun): string {
  const head = `${folder}: benchmark "${title}", ${state}, ${runs} of ${planned ?? '?'} runs`;
  if (began === null) return head;
  const table = new Table({ head: ['entry', 'stored', 'of', 'failed', 'n/a', 'failures'], style: { head: [], border: [] }, colAligns: ['left', 'right', 'right', 'right', 'right', 'left'] });
  for (const one of entries) table.push([one.entry, one.runs, one.planned, one.failed, one.notApplicable, Object.entries(one.failures).map(([code, count]) => `${count} ${code}`).join(', ')]);
  return [
    head,
    `begun ${localTime(began)}${lastStored === null ? '' : `, last run stored ${localTime(lastStored)}`}`,
    ...(entries.length === 0 ? [] : [table.toString()]),
    ...(others === 0 ? [] : [`${others} more stored that the suite does not ask for`]),
  ].join('\n');
}

/** Such as `2026-03-01 17:05:09`, by the clock on the wall. */
function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
