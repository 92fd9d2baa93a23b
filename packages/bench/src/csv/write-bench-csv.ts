import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import type { BenchAnalysis } from '../analysis/bench-analysis.ts';
import type { BenchRun } from '../bench-run.ts';
import { analysisTables, type TableRow } from './bench-tables.ts';
import { evaluationRows, runRow } from './run-tables.ts';

/** Every evaluation of every run, compressed: it is as long as all other tables together many times over. */
const TRAJECTORIES_FILE = 'trajectories.csv.gz';

/** Names of the tables. */
export const BENCH_TABLES: readonly string[] = ['runs.csv', ...Object.keys(analysisTables([])), TRAJECTORIES_FILE];

/**
 * Writes analyses and the runs they were computed from as tables into `dir`, which is created: `runs.csv`, one line a run;
 * `trajectories.csv.gz`, one line an evaluation; and what is concluded from them, a file a subject. Columns are named after
 * the fields of `BenchAnalysis`, numbers keep all digits, an empty field stands for null. Equal input gives equal bytes.
 * @returns the paths written
 */
export async function writeBenchCsv(analyses: readonly BenchAnalysis[], runs: readonly BenchRun[], dir: string): Promise<readonly string[]> {
  await mkdir(dir, { recursive: true });
  const tables = { 'runs.csv': runs.map(runRow), ...analysisTables(analyses) };
  for (const [name, rows] of Object.entries(tables)) await writeFile(join(dir, name), stringify([...rows], { header: true }));
  await pipeline(Readable.from(trajectoryText(runs)), createGzip(), createWriteStream(join(dir, TRAJECTORIES_FILE)));
  return [...Object.keys(tables), TRAJECTORIES_FILE].map((name) => join(dir, name));
}

/** Run after run, so that a long benchmark is never in memory as text as a whole. */
function* trajectoryText(runs: readonly BenchRun[]): Generator<string> {
  yield stringify([TRAJECTORY_COLUMNS]);
  for (const run of runs) {
    const rows: TableRow[] = [...evaluationRows(run)];
    // An empty text would end the stream.
    if (rows.length > 0) yield stringify(rows, { columns: TRAJECTORY_COLUMNS });
  }
}

const TRAJECTORY_COLUMNS = ['budget', 'entry', 'task', 'seed', 'evaluation', 'spent', 'error', 'best', 'failure'];
