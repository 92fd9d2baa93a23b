import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysesOf, writeBenchCsv, type AnalyseBenchOptions, type BenchAnalysis, type BenchOutcome } from '@evospice/bench';
import { REPORT_FILE, renderBenchReport, type BenchReportFacts } from '@evospice/report';
import { SUITE_FILE } from './bench-folder.ts';

export interface BenchFiles {
  readonly suite: string;
  readonly analysis: string;
  readonly tables: readonly string[];
  readonly report: string;
}

export interface BenchResults {
  /** One a budget, smallest budget first. */
  readonly analyses: readonly BenchAnalysis[];
  readonly files: BenchFiles;
}

/** Analyses the stored runs and writes everything that follows from them into the folder. */
export async function writeBenchResults(folder: string, outcome: BenchOutcome, options: AnalyseBenchOptions, facts: Omit<BenchReportFacts, 'notApplicable' | 'suite'>): Promise<BenchResults> {
  const { runs, notApplicable } = outcome;
  const analyses = analysesOf(runs, options);
  const suite = join(folder, SUITE_FILE);
  const analysis = join(folder, 'analysis.json');
  await writeFile(analysis, `${JSON.stringify(analyses, null, 2)}\n`);
  const tables = await writeBenchCsv(analyses, runs, folder);
  const report = join(folder, REPORT_FILE);
  await writeFile(report, renderBenchReport(analyses, { ...facts, notApplicable, suite: await readFile(suite, 'utf8') }));
  return { analyses, files: { suite, analysis, tables, report } };
}
