import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseBench, analysesOf, sampleBenchRuns, writeBenchCsv, type AnalyseBenchOptions, type BenchRun } from '../../packages/bench/src/index.ts';

// The recomputation is plain JavaScript without types, on purpose: it shares nothing with the packages.
const { recompute, recomputeAnalysis } = await import(new URL('recompute.mjs', import.meta.url).href) as {
  recompute(folder: string): { readonly checked: number; readonly differences: readonly string[] };
  recomputeAnalysis(analysis: unknown, runs: unknown, where: string): { readonly found: readonly string[] };
};
const { readBenchmark } = await import(new URL('folder.mjs', import.meta.url).href) as {
  readBenchmark(folder: string): readonly { readonly analysis: Record<string, unknown>; readonly runs: readonly unknown[] }[];
};

/** Eight entries on four tasks with four seeds, with what makes an analysis hard. */
function hardRuns(): readonly BenchRun[] {
  const runs = sampleBenchRuns({ tasks: 4, seeds: 4, budget: 30 });
  return runs
    // A hole of a whole task, and of one seed.
    .filter((run) => !(run.entry === 'bayesian' && run.task === 'sample-03') && !(run.entry === 'psade' && run.task === 'sample-04' && run.seed === 2))
    // Perfect fits, an optimizer that is another one's twin and so ties with it, and one that never gains anything.
    .map((run) => (run.entry === 'staged' && run.task === 'sample-01' && run.seed < 4 ? perfect(run) : run))
    .flatMap((run) => (run.entry === 'cma-es' ? [run, { ...run, entry: 'twin' }] : run.entry === 'monte-carlo' ? [run, { ...idle(run), entry: 'idle' }] : [run]));
}

function perfect(run: BenchRun): BenchRun {
  const trajectory = run.run.trajectory.map((point) => (point.spent < 20 || point.error === null ? (point.spent < 20 ? point : { ...point, best: 0 }) : { ...point, error: 0, best: 0 }));
  return { ...run, run: { ...run.run, trajectory } };
}

function idle(run: BenchRun): BenchRun {
  const worse = 2 * run.run.startError;
  return { ...run, run: { ...run.run, trajectory: [{ spent: 1, error: worse, best: worse }, { spent: 2, error: null, best: worse, failure: 'NOT_CONVERGED' }] } };
}

/** Places of all numbers in a document; elements of one list count as alike, so a place stands for its kind. */
function kindsOfNumbers(document: unknown): ReadonlyMap<string, readonly (string | number)[]> {
  const kinds = new Map<string, readonly (string | number)[]>();
  const visit = (value: unknown, path: readonly (string | number)[], kind: string): void => {
    if (typeof value === 'number' && !kinds.has(kind)) kinds.set(kind, path);
    else if (Array.isArray(value)) value.forEach((item, index) => { visit(item, [...path, index], typeof item === 'number' && value.length <= 2 ? `${kind}[${index}]` : `${kind}[]`); });
    else if (value !== null && typeof value === 'object') for (const [name, item] of Object.entries(value)) visit(item, [...path, name], `${kind}.${name}`);
  };
  visit(document, [], '');
  return kinds;
}

function altered<T>(document: T, path: readonly (string | number)[], change: (value: number) => number): T {
  const copy = structuredClone(document);
  let place = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) place = place[name] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  place[last] = change(place[last] as number);
  return copy;
}

describe('the independent recomputation', () => {
  let folder: string;
  const script = fileURLToPath(new URL('recompute.mjs', import.meta.url));
  const writeBenchmark = async (name: string, runs: readonly BenchRun[], options: AnalyseBenchOptions = {}): Promise<string> => {
    const own = join(folder, name);
    const analysis = analyseBench(runs, options);
    await writeBenchCsv([analysis], runs, own);
    writeFileSync(join(own, 'analysis.json'), JSON.stringify(analysis));
    return own;
  };
  const command = (...folders: readonly string[]) => spawnSync(process.execPath, [script, ...folders], { encoding: 'utf8' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evospice-recompute-'));
    const runs = [...hardRuns(), ...sampleBenchRuns({ tasks: 2, seeds: 2, budget: 5 })];
    const analyses = analysesOf(runs);
    await writeBenchCsv(analyses, runs, folder);
    writeFileSync(join(folder, 'analysis.json'), JSON.stringify(analyses));
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('agrees with the analysis of runs with holes, ties, failures, perfect fits and shares of a unit', () => {
    const { checked, differences } = recompute(folder);
    expect(differences).toEqual([]);
    expect(checked).toBeGreaterThan(10_000);
  });

  it('agrees with other targets, one task, one entry', async () => {
    const cases = [
      { runs: hardRuns(), options: { targets: { ratiosToStart: [0.5, 0.2, 0.1, 0.05] }, control: 'psade' } },
      { runs: hardRuns().filter((run) => run.task === 'sample-02'), options: {} },
      { runs: hardRuns().filter((run) => run.entry === 'bayesian'), options: {} },
    ];
    for (const [index, { runs, options }] of cases.entries()) expect(recompute(await writeBenchmark(`case-${index}`, runs, options)).differences).toEqual([]);
  });

  it('notices every kind of number being altered', async () => {
    const few = hardRuns().filter((run) => ['levenberg-marquardt', 'nelder-mead', 'staged', 'bayesian', 'idle'].includes(run.entry));
    const { analysis, runs } = readBenchmark(await writeBenchmark('few', few))[0]!;
    // Choices rather than results: there is nothing to compute them from.
    const given = new Set(['.budget', '.errorFloor', '.bootstrap.samples', '.bootstrap.seed']);
    const unnoticed: string[] = [];
    const kinds = [...kindsOfNumbers(analysis)].filter(([kind]) => !given.has(kind));
    for (const [kind, path] of kinds) {
      // Ends of intervals were drawn by chance, so they must be off by more than a resample's share.
      const factor = kind.includes('interval') ? 100 : 1 + 1e-6;
      const { found } = recomputeAnalysis(altered(analysis, path, (value) => (value === 0 ? 1e-6 : value * factor)), runs, 'altered');
      if (found.length === 0) unnoticed.push(kind);
    }
    expect(unnoticed).toEqual([]);
    expect(kinds.length).toBeGreaterThan(60);
  });

  it('runs from the command line and says what differs', () => {
    const agreeing = command(folder);
    expect(agreeing).toMatchObject({ status: 0, stderr: '' });
    expect(agreeing.stdout).toMatch(/: \d{5,} numbers compared, 0 differ\n$/);
    const wrong = join(folder, 'wrong');
    mkdirSync(wrong);
    for (const name of ['runs.csv', 'trajectories.csv.gz']) copyFileSync(join(folder, name), join(wrong, name));
    const { analysis } = readBenchmark(folder).find((part) => part.analysis['budget'] === 30)!;
    writeFileSync(join(wrong, 'analysis.json'), JSON.stringify(altered(analysis, ['overall', 0, 'meanRank'], (rank) => rank + 0.25)));
    const differing = command(wrong);
    expect(differing.status).toBe(1);
    expect(differing.stdout).toContain('overall levenberg-marquardt meanRank is stated as');
    expect(differing.stdout).toContain(', 1 differ');
    expect(command().status).toBe(2);
    expect(command(join(folder, 'nowhere')).status).toBe(2);
  });
});
