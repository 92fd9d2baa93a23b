import { contentHash, type Conditions } from '@evospice/runs';
import type { BenchCell } from '../run/bench-cell.ts';

/** Conditions of all runs that concern programs only: plugins are trusted, and run without sandbox and limits. */
const ofPrograms: ReadonlySet<string> = new Set(['runner', 'limits']);

/**
 * What decides over the runs of one entry on one task, besides seed and budget, out of the conditions of a benchmark: those of the entry, those of
 * the task, and those of all runs. An entry or a task that is added, or another one that changes, does not change them.
 */
export function cellConditions(conditions: Conditions, { entry, task }: Pick<BenchCell, 'entry' | 'task'>): Conditions {
  const own = conditions[`entry ${entry}`];
  const isProgram = typeof own === 'object' && own !== null && 'program' in own;
  const deciding = Object.entries(conditions).filter(([name]) =>
    name.startsWith(`task ${task}: `) || (!/^(?:entry|task) /u.test(name) && (isProgram || !ofPrograms.has(name))));
  return { ...Object.fromEntries(deciding), ...(own === undefined ? {} : { entry: own }) };
}

/** Entries that are what `own` says, the same optimizer with the same options and code or the same program, whatever they are called. */
export function entriesLike(conditions: Conditions, own: Conditions[string] | undefined): readonly string[] {
  const wanted = contentHash(own);
  return Object.keys(conditions).filter((name) => name.startsWith('entry ') && contentHash(conditions[name]) === wanted).map((name) => name.slice('entry '.length));
}
