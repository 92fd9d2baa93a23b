import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysesOf, writeBenchCsv, type AnalyseBenchOptions, type BenchAnalysis, type BenchOutcome } from '@evospice/bench';

export interface BenchFiles {
  readonly analysis: string;
}

export interface BenchResult {
  readonly analysis: BenchAnalysis;
  readonly files: BenchFiles;
}

/**
 * Analyses the stored runs and writes everything that follows from them: tables of all budgets into the folder; analysis and
 * report of the largest budget there too, and of each other one into a folder of its own, `budget-N`.
 * @returns one result a budget, smallest budget first
 */
export async function writeBenchResults(folder: string, { runs }: BenchOutcome, options: AnalyseBenchOptions): Promise<readonly BenchResult[]> {
  const analyses = analysesOf(runs, options);
  const results: BenchResult[] = [];
  for (const [index, analysis] of analyses.entries()) {
    const place = index === analyses.length - 1 ? folder : join(folder, `budget-${analysis.budget}`);
    await mkdir(place, { recursive: true });
    const files = { analysis: join(place, 'analysis.json') };
    await writeFile(files.analysis, `${JSON.stringify(analysis, null, 2)}\n`);
    results.push({ analysis, files });
  }
  if (analyses.length > 0) await writeBenchCsv(analyses, runs, folder);
  return results;
}
