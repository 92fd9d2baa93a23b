import { countFindings } from '@evospice/contracts';
import type { BenchGrid } from './bench-grid.ts';

/** What physics rules found in the cards that an entry ended with. */
export interface EntryFindings {
  readonly entry: string;
  /** Runs whose cards were judged. */
  readonly runs: number;
  /** Of those, with at least one violation. */
  readonly violating: number;
  /** Means over the runs. */
  readonly violations: number;
  readonly warnings: number;
}

/** One for each entry with judged runs; none where no rules were asked. */
export function entryFindings({ entries, runs }: Pick<BenchGrid, 'entries' | 'runs'>): readonly EntryFindings[] {
  return entries.flatMap((entry) => {
    const judged = runs.flatMap((run) => (run.entry === entry && run.findings !== undefined ? [run.findings] : []));
    if (judged.length === 0) return [];
    const counts = judged.map(countFindings);
    const mean = (severity: 'violation' | 'warning'): number => counts.reduce((sum, each) => sum + each[severity], 0) / counts.length;
    return [{ entry, runs: judged.length, violating: counts.filter(({ violation }) => violation > 0).length, violations: mean('violation'), warnings: mean('warning') }];
  });
}
