import type { BenchRun } from '../bench-run.ts';
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
    const counts = (severity: NonNullable<BenchRun['findings']>[number]['severity']): readonly number[] => judged.map((findings) => findings.filter((finding) => finding.severity === severity).length);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const violations = counts('violation');
    return [{ entry, runs: judged.length, violating: violations.filter((count) => count > 0).length, violations: mean(violations), warnings: mean(counts('warning')) }];
  });
}
