import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { documentOf, endingWithStarter, evospice, root, startEvospice, temporaryFolder } from './support/cli.ts';

interface BenchStatus {
  readonly state: string;
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly began: string;
  readonly lastStored: string;
}

interface Bench {
  readonly runs: number;
  readonly unfinished: readonly string[];
  readonly notApplicable: readonly { readonly entry: string; readonly task: string }[];
  readonly results: readonly {
    readonly budget: number;
    readonly overall: readonly { readonly entry: string; readonly meanRank: number }[];
    readonly medians: readonly { readonly entry: string; readonly task: string; readonly error: number }[];
    readonly failures: readonly { readonly entry: string; readonly code: string }[];
  }[];
  readonly takenOver: readonly object[];
  readonly refused: readonly object[];
  readonly suite: string;
  readonly analysis: string;
  readonly report: string;
  readonly tables: readonly string[];
}

/** A device that ngspice simulates and a test function; a program, and one that always throws. */
function suiteIn(folder: string, changes: Readonly<Record<string, string>> = {}): string {
  writeFileSync(join(folder, 'broken.ts'), 'export default async function optimize(problem, context) {\n  await context.simulate([problem.parameters.map((p) => p.start)]);\n  throw new Error("broken on purpose");\n}\n');
  const parts = {
    name: 'Small',
    optimizers: `[lm, random, { program: ${join(root, 'examples/programs/random-then-shrink.ts')} }, { program: broken.ts }]`,
    tasks: '[{ generate: { family: jfet, seed: 2, points: tiny } }, { analytic: { function: rosenbrock, dimension: 3 } }]',
    simulator: 'ngspice', seeds: '{ from: 1, count: 2 }', budgets: '[8, 20]', control: 'random', ...changes,
  };
  const file = join(folder, 'suite.yaml');
  writeFileSync(file, Object.entries(parts).map(([key, value]) => `${key}: ${value}\n`).join(''));
  return file;
}

/** Stored runs by cell, without the seconds they took. */
function runsIn(folder: string): ReadonlyMap<string, unknown> {
  const database = new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare("SELECT payload FROM events WHERE type = 'bench-run'").all() as { payload: string }[];
    return new Map(rows.map(({ payload }) => {
      const { seconds: _seconds, ...run } = JSON.parse(payload) as { seconds: unknown; entry: string; task: string; seed: number; run: { allowed: number } };
      return [`${run.entry} ${run.task} ${run.seed} ${run.run.allowed}`, run];
    }));
  } finally {
    database.close();
  }
}

/** How many runs are stored; 0 before there is anything to read. */
function storedIn(folder: string): number {
  try {
    return runsIn(folder).size;
  } catch {
    return 0;
  }
}

function bench(...args: readonly string[]): Bench {
  const result = evospice(['bench', ...args, '--json']);
  expect(result.status, result.stderr).toBe(0);
  return documentOf<Bench>(result);
}

function statusOf(folder: string): BenchStatus {
  const result = evospice(['status', folder, '--json']);
  expect(result.status, result.stderr).toBe(0);
  return documentOf<{ run: BenchStatus }>(result).run;
}

/** The example diode with one parameter that moves in steps, which methods with derivatives refuse. */
function discreteDiode(folder: string): string {
  const copy = join(folder, 'discrete');
  cpSync(join(root, 'examples/diode'), copy, { recursive: true });
  const file = join(copy, 'task.yaml');
  const text = readFileSync(file, 'utf8').replace(/^id: .*$/mu, 'id: discrete-diode').replace('- name: n\n', '- name: n\n    increment: 0.05\n');
  expect(text).toContain('increment');
  writeFileSync(file, text);
  return copy;
}

/** Starts a command in a process group of its own and gathers what it prints. */
function spawnEvospice(args: readonly string[]) {
  const child = spawn(process.execPath, [...endingWithStarter, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => { printed.stdout += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { printed.stderr += data.toString(); });
  return { process: child, ended: once(child, 'close').then(([status]) => ({ status: status as number | null, ...printed })) };
}

/** What does not depend on the clock of the machine. */
function judged(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[]).map((analysis) => ({ ...analysis, times: null }));
}

describe('bench', () => {
  test('one suite, one result: with one worker, with two from its resolved suite, and killed twice', async () => {
    const folder = temporaryFolder('bench');
    // One seed: 16 runs are enough to be killed twice, and the program that throws costs a sandbox each time.
    const suite = suiteIn(folder, { seeds: '[3]' });
    const out = (name: string) => join(folder, name);
    const one = bench(suite, '--out', out('one'), '--workers', '1');
    expect(one).toMatchObject({ runs: 4 * 2 * 2, unfinished: [], notApplicable: [] });
    expect(one.results.map(({ budget, overall }) => [budget, overall.length])).toEqual([[8, 4], [20, 4]]);
    expect(new Set(one.results[0]?.failures.map(({ entry, code }) => `${entry} ${code}`))).toEqual(new Set(['broken PROGRAM_ERROR']));
    for (const file of [one.suite, one.analysis, one.report, ...one.tables]) expect(existsSync(file), file).toBe(true);
    const runs = runsIn(out('one'));
    expect(runs.size).toBe(one.runs);

    bench(one.suite, '--out', out('two'), '--workers', '2');
    expect(runsIn(out('two'))).toEqual(runs);
    expect(judged(join(out('two'), 'analysis.json'))).toEqual(judged(one.analysis));

    let before = 0;
    for (let kill = 0; kill < 2; kill += 1) {
      const child = startEvospice(['bench', suite, '--out', out('killed'), '--workers', '2']);
      const ended = once(child, 'exit');
      while (storedIn(out('killed')) < before + 3 && child.exitCode === null) await sleep(20);
      // Only the process itself: its workers have to find out.
      expect(child.exitCode).toBeNull();
      process.kill(child.pid as number, 'SIGKILL');
      await ended;
      const stored = runsIn(out('killed'));
      expect(stored.size).toBeGreaterThanOrEqual(before + 3);
      expect(stored.size).toBeLessThan(runs.size);
      for (const [cell, run] of stored) expect(run).toEqual(runs.get(cell));
      before = stored.size;
    }
    expect(statusOf(out('killed'))).toMatchObject({ kind: 'bench', title: 'Small', state: 'unfinished', runs: before, planned: one.runs, others: 0 });
    bench(suite, '--out', out('killed'));
    expect(runsIn(out('killed'))).toEqual(runs);
    expect(judged(join(out('killed'), 'analysis.json'))).toEqual(judged(one.analysis));
    const status = statusOf(out('killed'));
    expect(status).toMatchObject({ state: 'finished', runs: one.runs, planned: one.runs });
    expect(status.entries).toContainEqual({ entry: 'broken', runs: 4, planned: 4, failed: 4, failures: { PROGRAM_ERROR: 4 }, notApplicable: 0 });
    expect(Date.parse(status.began)).toBeLessThan(Date.parse(status.lastStored));
  });

  test('interrupted, it keeps what is stored, says how to go on, and stops its workers', async () => {
    const folder = temporaryFolder('bench-interrupt');
    const out = join(folder, 'run');
    const child = spawnEvospice(['bench', suiteIn(folder, { optimizers: '[random]', tasks: '[{ analytic: { function: branin } }]', seeds: '{ count: 10000 }', budgets: '[20]' }), '--out', out, '--json']);
    while (storedIn(out) < 3 && child.process.exitCode === null) await sleep(20);
    // As a terminal does: the whole group, workers too.
    process.kill(-(child.process.pid as number), 'SIGINT');
    const { status, stdout, stderr } = await child.ended;
    expect(status).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'INTERRUPTED', remedy: expect.stringContaining('same command') as string } });
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(statusOf(out)).toMatchObject({ state: 'unfinished', planned: 10_000 });
    expect(() => process.kill(-(child.process.pid as number), 0)).toThrow('ESRCH');
  });

  test('a finished folder is only analysed again; entries and seeds can be added; what has changed is refused', () => {
    const folder = temporaryFolder('bench-more');
    const small = { optimizers: '[lm, random]', tasks: '[{ analytic: { function: sphere, dimension: 2 } }, { analytic: { function: branin } }]', budgets: '[30]' };
    const out = join(folder, 'run');
    const first = bench(suiteIn(folder, small), '--out', out);
    expect(first.runs).toBe(8);
    const before = runsIn(out);
    expect(bench(suiteIn(folder, small), '--out', out)).toEqual(first);

    const restless = '{ name: restless, optimizer: { name: lm, options: { restarts: false } } }';
    const more = bench(suiteIn(folder, { ...small, optimizers: `[lm, random, ${restless}, de]`, seeds: '[1, 2, 9]' }), '--out', out, '--only', 'restless,lm');
    expect(more.unfinished).toEqual(['random', 'de']);
    for (const [cell, run] of before) expect(runsIn(out).get(cell)).toEqual(run);
    expect(runsIn(out).size).toBe(8 + 2 + 6);

    const elsewhere = join(folder, 'elsewhere');
    const reused = bench(suiteIn(folder, { ...small, optimizers: `[{ name: again, optimizer: lm }, { name: random, optimizer: de }]`, control: 'again', seeds: '[2, 9, 10]' }), '--out', elsewhere, '--reuse', out);
    expect(reused.takenOver).toEqual([{ folder: out, runs: 4, otherCode: 0 }]);
    expect(reused.refused).toEqual([{ folder: out, runs: 2, differing: ['entry random'] }]);
    const taken = [...runsIn(elsewhere)].filter(([, run]) => 'takenFrom' in (run as object));
    expect(taken).toHaveLength(4);
    for (const [cell, run] of taken) {
      expect(run).toEqual({ ...(runsIn(out).get(cell.replace('again', 'lm')) as object), entry: 'again', takenFrom: { folder: out, sameCode: true } });
    }
    expect(readFileSync(reused.report, 'utf8')).toContain(`4 of 12 runs were taken over from ${out}, where they were made under the same conditions`);

    const changed = evospice(['bench', suiteIn(folder, { ...small, optimizers: '[{ name: lm, optimizer: de }, random]', metric: 'log' }), '--out', out, '--json']);
    expect(changed.status).toBe(1);
    expect(documentOf(changed)).toMatchObject({ error: { code: 'RUN_CHANGED', received: [{ what: 'metric' }, { what: 'entry lm' }] } });
  });

  test('report makes everything again from the stored runs alone, byte by byte', () => {
    const folder = temporaryFolder('bench-report');
    const out = join(folder, 'run');
    const suite = suiteIn(folder, {
      name: 'Again', optimizers: '[random, newton, { program: broken.ts }]', tasks: `[${discreteDiode(folder)}, { analytic: { function: branin } }]`, seeds: '[1, 2]', budgets: '[6]', control: 'random',
    });
    const made = bench(suite, '--out', out);
    expect(made.notApplicable).toMatchObject([{ entry: 'newton', task: 'discrete-diode' }]);
    const files = [made.report, made.analysis, ...made.tables];
    const before = files.map((file) => readFileSync(file));
    for (const file of files) rmSync(file);
    // Neither suite nor tasks are there any more.
    for (const name of ['suite.yaml', 'broken.ts', 'discrete']) rmSync(join(folder, name), { recursive: true });
    const events = runsIn(out).size;
    const again = documentOf<{ report: string; tables: readonly string[] }>(evospice(['report', out, '--json']));
    expect(again).toMatchObject({ report: made.report, analysis: made.analysis, tables: made.tables, notices: [] });
    for (const [index, file] of files.entries()) expect(readFileSync(file).equals(before[index] as Buffer), file).toBe(true);
    expect(readFileSync(made.report, 'utf8')).toContain('not applicable, for the reasons given at the end: newton on discrete-diode');
    expect(runsIn(out).size).toBe(events);
    expect(statusOf(out).entries).toMatchObject([{ entry: 'random', failed: 0 }, { entry: 'newton', notApplicable: 2, failed: 0 }, { entry: 'broken', failed: 4 }]);
    const text = evospice(['status', out]).stdout;
    expect(text).toContain('benchmark "Again", finished, 12 of 12 runs');
    expect(text).toContain('4 PROGRAM_ERROR');
  });

  test('a run is the extraction that `extract` makes', () => {
    const folder = temporaryFolder('bench-extract');
    const { results } = bench(suiteIn(folder, { optimizers: '[lm]', tasks: `[${join(root, 'examples/diode')}]`, seeds: '[4]', budgets: '[20]', control: 'lm' }), '--out', join(folder, 'run'));
    const extracted = evospice(['extract', 'examples/diode', '--optimizer', 'lm', '--simulator', 'ngspice', '--budget', '20', '--seed', '4', '--out', join(folder, 'extract'), '--json']);
    expect(results[0]?.medians[0]?.error).toBe(documentOf<{ final: { train: { relativeRms: number } } }>(extracted).final.train.relativeRms);
  });

  test('the champion of an evolution takes part, and is kept beside the results', { timeout: 600_000 }, () => {
    const folder = temporaryFolder('bench-champion');
    const config = join(folder, 'evolve.yaml');
    writeFileSync(config, 'tasks: { train: [{ generate: { family: diode, seed: 1, points: tiny } }] }\nsimulator: ngspice\nprograms: [levenberg-marquardt]\nevaluations: 2\nbudget: 10\nworkers: 1\nreporters: []\n');
    expect(evospice(['evolve', config, '--out', join(folder, 'evolution')]).status).toBe(0);
    const suite = suiteIn(folder, { optimizers: '[{ champion: evolution }, lm]', tasks: '[{ analytic: { function: branin } }]', seeds: '[1]', budgets: '[10]', control: 'champion' });
    const { runs, suite: written } = bench(suite, '--out', join(folder, 'run'));
    expect(runs).toBe(2);
    const [program] = readdirSync(join(folder, 'run', 'programs'));
    expect(readFileSync(join(folder, 'run', 'programs', program ?? ''), 'utf8')).toBe(readFileSync(join(folder, 'evolution', 'champion.ts'), 'utf8'));
    expect(readFileSync(written, 'utf8')).toContain(`program: programs/${program}`);
  });
});

test('an entry may start from the compact model, which does not apply to what has none', () => {
  const folder = temporaryFolder('bench-start');
  const suite = suiteIn(folder, { optimizers: '[lm, { optimizer: lm, start: model }]', simulator: 'compact', seeds: '[1]', budgets: '[4]', control: 'lm' });
  const { results: [result], notApplicable, failures, determinations } = documentOf<Bench & { readonly failures?: unknown; readonly determinations: readonly object[] }>(evospice(['bench', suite, '--out', join(folder, 'run'), '--workers', '1', '--json']));
  expect(failures).toBeUndefined();
  expect(determinations).toEqual([{ task: 'generated-jfet-2-tiny', family: 'jfet', parameters: 6, withoutEffect: [], loose: expect.any(Array) }]);
  expect(notApplicable).toEqual([{ entry: 'lm-from-model', task: 'rosenbrock-d3', reason: expect.stringMatching(/^no compact model covers /u) }]);
  const errorOf = (entry: string): number => result!.medians.find((one) => one.entry === entry && one.task.startsWith('generated'))!.error;
  expect(errorOf('lm-from-model')).toBeLessThan(0.1 * errorOf('lm'));
});

describe('bench refuses what is asked wrongly, with exit code 2', () => {
  test.each([
    ['an unknown optimizer', { optimizers: '[lm, rendom]', control: 'lm' }, [], 'CONFIG_INVALID', 'did you mean "random"?'],
    ['an unknown entry to run', {}, ['--only', 'lmm'], 'USAGE_ENTRY', 'did you mean "lm"?'],
    ['a program with a syntax error', { optimizers: '[lm, { program: wrong.ts }]', control: 'lm' }, [], 'CONFIG_PROGRAM', 'wrong.ts:2: optimizers[1].program: '],
    ['a program that is not there', { optimizers: '[lm, { program: nowhere.ts }]', control: 'lm' }, [], 'CONFIG_PROGRAM', 'optimizers[1].program'],
    ['a champion of nothing', { optimizers: '[lm, { champion: . }]', control: 'lm' }, [], 'CONFIG_CHAMPION', 'holds no run'],
    ['a task that is not there', { tasks: '[no-such-task]' }, [], 'TASK_MISSING', 'tasks[0]: there is no task'],
    ['no entries to run', {}, ['--only', ','], undefined, 'Expected names'],
  ])('%s', (_, changes: Record<string, string>, args: readonly string[], code, words) => {
    const folder = temporaryFolder('bench-wrong');
    writeFileSync(join(folder, 'wrong.ts'), 'export default async function optimize(problem, context) {\n  const = 3;\n}\n');
    const result = evospice(['bench', suiteIn(folder, changes), '--out', join(folder, 'run'), '--json', ...args]);
    expect(result.status).toBe(2);
    if (code !== undefined) expect(documentOf(result)).toMatchObject({ error: { code } });
    expect(result.stderr).toContain(words);
    expect(existsSync(join(folder, 'run', 'run.sqlite'))).toBe(false);
  });

  test('a folder that holds a run of another kind', () => {
    const folder = temporaryFolder('bench-folder');
    mkdirSync(join(folder, 'other'));
    expect(evospice(['extract', 'examples/diode', '--simulator', 'ngspice', '--optimizer', 'random', '--budget', '1', '--out', join(folder, 'other')]).status).toBe(0);
    expect(documentOf(evospice(['status', join(folder, 'other'), '--json']))).toMatchObject({ run: { kind: 'extract', state: 'finished', spent: 1, budget: 1 } });
    const result = evospice(['bench', suiteIn(folder), '--out', join(folder, 'other'), '--json']);
    expect(result.status).toBe(2);
    expect(documentOf(result)).toMatchObject({ error: { code: 'USAGE_FOLDER' } });
    expect(documentOf(evospice(['report', join(folder, 'other'), '--json']))).toEqual({ report: join(folder, 'other', 'report.html') });
    expect(documentOf(evospice(['report', join(folder, 'nowhere'), '--json']))).toMatchObject({ error: { code: 'USAGE_RUN' } });
  });

  test('runs to be taken over from what is not a benchmark', () => {
    const folder = temporaryFolder('bench-reuse');
    const result = evospice(['bench', suiteIn(folder), '--out', join(folder, 'run'), '--json', '--reuse', folder]);
    expect(result.status).toBe(2);
    expect(documentOf(result)).toMatchObject({ error: { code: 'USAGE_RUN' } });
    expect(existsSync(join(folder, 'run'))).toBe(false);
  });

  test('workers that are not a number', () => {
    expect(evospice(['bench', 'suites/quick.yaml', '--workers', 'all']).status).toBe(2);
  });
});
