import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysesOf } from '../analysis/analyse-bench.ts';
import { runOf } from '../testing/run-of.ts';
import { writeBenchCsv } from './write-bench-csv.ts';

const failed = { ...runOf('a', 't, "quoted"', 2, []), end: 'failed' as const, failure: { code: 'OPTIMIZER_ERROR', message: 'no' } };
const runs = [
  runOf('a', 't, "quoted"', 1, [[1 / 3, null], [4, 0.1]]), failed,
  { ...runOf('b', 't, "quoted"', 1, [[2, 0.3]]), seconds: { wall: 2, own: 0.5 } }, runOf('b', 't, "quoted"', 2, [[2, 0.2]]),
  runOf('b', 'u', 1, [[5, 0.5]], { budget: 20 }),
];

describe('tables of a benchmark', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'evospice-bench-csv-')); });
  afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
  const linesOf = async (name: string): Promise<readonly string[]> => (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');

  it('are written as files, each with a heading', async () => {
    const files = await writeBenchCsv(analysesOf(runs, { targets: { errors: [0.5, 0.2] } }), runs, join(folder, 'new', 'place'));
    expect(files.map((file) => basename(file))).toEqual([
      'runs.csv', 'tasks.csv', 'results.csv', 'overall.csv', 'expected-running-time.csv', 'control-times.csv', 'ecdf.csv', 'profiles.csv', 'convergence.csv', 'fixed-budget.csv', 'statistics.csv', 'trajectories.csv.gz',
    ]);
    for (const file of files.slice(0, -1)) expect(await readFile(file, 'utf8')).toMatch(/^budget,\w/);
  });

  it('hold every run and every evaluation with all digits', async () => {
    await writeBenchCsv(analysesOf(runs), runs, folder);
    expect(await linesOf('runs.csv')).toEqual([
      'budget,entry,task,seed,simulator,parameters,startError,finalError,startTrain,startValidate,finalTrain,finalValidate,end,failure,spent,evaluations,failedEvaluations,wallSeconds,ownSeconds',
      '10,a,"t, ""quoted""",1,none,1,1,0.1,1,2,0.1,0.2,budget,,4,2,0,,',
      '10,a,"t, ""quoted""",2,none,1,1,1,1,2,1,2,failed,OPTIMIZER_ERROR,0,0,0,,',
      '10,b,"t, ""quoted""",1,none,1,1,0.3,1,2,0.3,0.6,budget,,2,1,0,2,0.5',
      '10,b,"t, ""quoted""",2,none,1,1,0.2,1,2,0.2,0.4,budget,,2,1,0,,',
      '20,b,u,1,none,1,1,0.5,1,2,0.5,1,budget,,5,1,0,,',
    ]);
    expect(gunzipSync(await readFile(join(folder, 'trajectories.csv.gz'))).toString()).toBe([
      'budget,entry,task,seed,evaluation,spent,error,best,failure',
      '10,a,"t, ""quoted""",1,1,0.3333333333333333,,,', '10,a,"t, ""quoted""",1,2,4,0.1,0.1,',
      '10,b,"t, ""quoted""",1,1,2,0.3,0.3,', '10,b,"t, ""quoted""",2,1,2,0.2,0.2,', '20,b,u,1,1,5,0.5,0.5,', '',
    ].join('\n'));
  });

  it('repeat what the analyses state', async () => {
    const analyses = analysesOf(runs, { targets: { errors: [0.5, 0.2] } });
    await writeBenchCsv(analyses, runs, folder);
    expect((await linesOf('ecdf.csv')).slice(0, 4)).toEqual(['budget,entry,task,spent,share', '10,a,,0,0', '10,a,,4,0.5', '10,a,,10,0.5']);
    const rows = await linesOf('statistics.csv');
    expect(rows[0]).toBe('budget,test,task,control,entry,pairs,statistic,pValue,adjustedPValue,a12,ratio,ratioLow,ratioHigh');
    expect(rows.filter((row) => row.includes('wilcoxon over seeds'))).toHaveLength(1);
    expect(await linesOf('expected-running-time.csv')).toHaveLength(1 + analyses.reduce((sum, { expectedRunningTimes }) => sum + expectedRunningTimes.length, 0));
    expect((await linesOf('tasks.csv')).at(-1)).toBe('20,u,1,relative,1,0.5');
  });

  it('are the same bytes each time', async () => {
    const first = await writeBenchCsv(analysesOf(runs), runs, join(folder, 'first'));
    const second = await writeBenchCsv(analysesOf(runs), runs, join(folder, 'second'));
    for (const [index, file] of first.entries()) expect(await readFile(file)).toEqual(await readFile(second[index]!));
  });
});
