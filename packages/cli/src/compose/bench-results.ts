import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyseBench, type AnalyseBenchOptions, type BenchAnalysis, type BenchOutcome } from '@evospice/bench';

export interface BenchFiles {
  readonly analysis: string;
}

export interface BenchResult {
  readonly analysis: BenchAnalysis;
  readonly files: BenchFiles;
}

/**
 * Analyses the stored runs and writes everything that follows from them: the largest budget into the folder itself, each
 * other one into a folder of its own, `budget-N`.
 * @returns one result a budget, smallest budget first
 */
export async function writeBenchResults(folder: string, outcome: BenchOutcome, options: AnalyseBenchOptions): Promise<readonly BenchResult[]> {
  const byBudget = [...Map.groupBy(outcome.runs, ({ run }) => run.allowed)].toSorted(([a], [b]) => a - b);
  const results: BenchResult[] = [];
  for (const [index, [budget, runs]] of byBudget.entries()) {
    const analysis = analyseBench(runs, options);
    const place = index === byBudget.length - 1 ? folder : join(folder, `budget-${budget}`);
    await mkdir(place, { recursive: true });
    const file = join(place, 'analysis.json');
    await writeFile(file, `${JSON.stringify(analysis, null, 2)}\n`);
    results.push({ analysis, files: { analysis: file } });
  }
  return results;
}
