import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

interface Trial {
  readonly subject: string;
  readonly control: string;
  readonly runs: readonly { readonly task: string; readonly seed: number; readonly start: number; readonly errors: Readonly<Record<string, number | null>>; readonly final: number; readonly end: string; readonly failure?: { readonly code: string; readonly message: string } }[];
  readonly controls: readonly { readonly seed: number; readonly final: number }[];
  readonly controlTimes: {
    readonly times: readonly { readonly entry: string; readonly factor: number; readonly target: number; readonly simulations: number | null; readonly ratio: number }[];
    readonly overall: readonly { readonly factor: number; readonly ratio: number }[];
  };
}

const diode = join(root, 'examples', 'diode');
const example = join(root, 'examples', 'programs', 'decades-then-lm.ts');
const page = readFileSync(join(root, 'docs', 'programs.md'), 'utf8');

/** Writes a program with this body. */
function programOf(body: string): string {
  const file = join(temporaryFolder('try'), 'mine.ts');
  writeFileSync(file, `export default async function optimizeSpiceParameters(problem: any, context: any): Promise<void> {\n${body}\n}\n`);
  return file;
}

/** Lines that a program logged, as they came on standard error. */
function logged(body: string, ...args: string[]): readonly string[] {
  const { stderr, status } = evospice(['try', programOf(body), '--tasks', diode, '--budget', '5', '--control-budget', '5', '--cache', temporaryFolder('cache'), '--json', ...args]);
  expect(status, stderr).toBe(0);
  return stderr.split('\n').filter((line) => line.startsWith('  ')).map((line) => line.slice(2));
}

describe('try', () => {
  test('runs the worked example on a folder of tasks beside a control, which is run once', () => {
    const [folder, cache] = [temporaryFolder('tasks'), temporaryFolder('cache')];
    cpSync(diode, join(folder, 'mine'), { recursive: true });
    const args = ['try', example, '--tasks', folder, '--seeds', '2', '--budget', '80', '--control-budget', '60', '--cache', cache];
    const first = evospice([...args, '--json']);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stderr).toMatch(/^example-diode, seed 2\n {2}step 1 of length [\d.]+: /mu);
    expect(first.stderr).toContain('lm: 2 runs of 60 simulations, 0 known from before');
    const { runs, controls, controlTimes: { times, overall }, subject, control } = documentOf<Trial>(first);
    expect([subject, control]).toEqual(['decades-then-lm.ts', 'lm']);
    expect(runs.map(({ task, seed }) => [task, seed])).toEqual([['example-diode', 1], ['example-diode', 2]]);
    for (const { errors, start, final } of runs) {
      expect(Object.keys(errors)).toEqual(['10', '20', '40', '60', '80']);
      expect(errors['80']).toBe(final);
      expect(final).toBeLessThan(start / 50);
    }
    const mark = (controls[0]!.final + controls[1]!.final) / 2;
    for (const { target, factor, entry, simulations, ratio } of times) {
      expect(target).toBeCloseTo(factor * mark, 12);
      const own = times.find((one) => one.entry === 'lm' && one.factor === factor)!.simulations!;
      expect(ratio, `${entry} ${factor}`).toBeCloseTo(own / simulations!, 12);
    }
    expect(overall.map(({ factor }) => factor)).toEqual([2, 1.25, 1.05]);

    const second = evospice(args);
    expect(second.status).toBe(0);
    expect(second.stderr).toContain('all known from before');
    expect(second.stdout).toContain('simulations to 2, 1.25, 1.05 times the final error of lm after 60');
    expect(second.stdout).toMatch(/decades-then-lm\.ts │ +118 % │/u);
  });

  test('draws a device of the task generator', () => {
    const result = evospice(['try', 'random', '--tasks', 'generate:diode:7', '--budget', '3', '--control-budget', '3', '--cache', temporaryFolder('cache'), '--json']);
    expect(result.status, result.stderr).toBe(0);
    expect(documentOf<Trial>(result).runs.map(({ task }) => task)).toEqual(['generated-diode-7']);
  });

  test('says in which line a program failed, goes on, and ends with 1', () => {
    const failing = programOf('  await context.simulate([problem.parameters.map((one: any) => one.start)]);\n  problem.nothing.more();');
    const result = evospice(['try', failing, '--tasks', diode, '--budget', '5', '--control-budget', '5', '--cache', temporaryFolder('cache'), '--json']);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^ {2}mine\.ts:3: TypeError: Cannot read properties of undefined \(reading 'more'\) \[PROGRAM_ERROR\]$/mu);
    expect(documentOf<Trial>(result).runs[0]).toMatchObject({ end: 'failed', failure: { code: 'PROGRAM_ERROR' } });
  });

  test('refuses what cannot be run before anything is simulated, by file and line', () => {
    const broken = programOf('  const a = ;');
    const importing = join(temporaryFolder('try'), 'importing.ts');
    writeFileSync(importing, "import type { Candidate } from '@evospice/contracts';\nimport { readFileSync } from 'node:fs';\nexport default async function f(): Promise<void> {}\n");
    const outcome = (...args: string[]) => {
      const { status, stderr, stdout } = evospice(['try', ...args]);
      expect(stdout).toBe('');
      return { status, stderr };
    };
    expect(outcome(broken, '--tasks', diode)).toMatchObject({ status: 1, stderr: expect.stringContaining(`${broken}:2: Unexpected token [PROGRAM_SYNTAX]`) });
    expect(outcome(importing, '--tasks', diode).stderr).toContain(`${importing}:2: the program imports "node:fs" [PROGRAM_SYNTAX]`);
    expect(outcome(example, '--tasks', diode, '--hide-models', 'bsim5')).toMatchObject({ status: 2, stderr: expect.stringContaining('CONFIG_MODELS') });
    expect(outcome(example, '--tasks', 'nowhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('TASK_MISSING') });
    expect(outcome(example, '--tasks', 'generate:bsim5:7')).toMatchObject({ status: 2, stderr: expect.stringMatching(/generate:bsim5:7 does not name a device to draw.*USAGE_TASK[^]*bsim4/u) });
    expect(outcome(example, '--tasks', 'generate:bsim4:')).toMatchObject({ status: 2, stderr: expect.stringContaining('generate:FAMILY:SEED') });
    expect(outcome('example.ts', '--tasks', diode)).toMatchObject({ status: 2, stderr: expect.stringContaining('USAGE_PROGRAM') });
  });
});

describe('docs/programs.md', () => {
  const namesOf = (row: string): readonly string[] => [...new RegExp(`^\\| ${row} \\| (.+) \\|$`, 'mu').exec(page)![1]!.matchAll(/`(\w+)`/gu)].map(([, name]) => name!);

  test('says truly what there is in the sandbox, how chance and the clock behave, and what is frozen', () => {
    const [there, absent] = [namesOf('there'), namesOf('not there')];
    expect(there.length).toBeGreaterThan(6);
    expect(absent.length).toBeGreaterThan(15);
    const body = `
      const lacking = ${JSON.stringify(there)}.filter((name) => (globalThis as any)[name] === undefined);
      const found = ${JSON.stringify(absent)}.filter((name) => (globalThis as any)[name] !== undefined);
      console.warn('by', 'console');
      const frozen = [context, context.toolbox, context.optimizers, problem].map((one: any) => Object.isFrozen(one));
      context.log(JSON.stringify({ lacking, found, now: Date.now(), year: new Date().getUTCFullYear(), frozen, evaluated: (0, eval)('1 + 1'), hidden: context.models.without, methods: Object.keys(console), chance: [Math.random(), context.random.next()], random: ['next', 'normal', 'integer', 'split'].every((name) => typeof context.random[name] === 'function') }));`;
    const lines = logged(body);
    expect(lines[0]).toBe('by console');
    const said = JSON.parse(lines[1]!) as Record<string, unknown>;
    expect(said).toMatchObject({ lacking: [], found: [], now: 0, year: 1970, frozen: [true, true, true, false], evaluated: 2, methods: ['log', 'info', 'warn', 'error', 'debug'], random: true });
    expect(logged(body, '--hide-models', 'bsim4')[1]).toBe(lines[1]!.replace('"hidden":[]', '"hidden":["bsim4"]'));
  });

  test('says truly what a request, a wrong one and a log may be', () => {
    const lines = logged(`
      const start = problem.parameters.map((one: any) => one.start);
      const codes: string[] = [];
      for (const [candidates, options] of [[[[1]]], [[start.map(() => NaN)]], [[start], { curves: ['none'] }]] as any[]) await context.simulate(candidates, options).catch((error: any) => codes.push(error.code));
      const [outside] = await context.simulate([problem.parameters.map((one: any) => one.upper * 1e6)]);
      const batch = await context.simulate(Array.from({ length: 10 }, () => start));
      await context.simulate([start]).catch((error: any) => codes.push(error.code));
      context.log(JSON.stringify({ codes, outside: outside.ok, paid: batch.filter((one: any) => one.ok).length, last: batch.at(-1).failure.code, spent: context.budget.spent }));
      context.log('x'.repeat(600));
      for (let line = 0; line < 300; line++) context.log('line ' + line);`);
    expect(JSON.parse(lines[0]!)).toEqual({ codes: ['EXTRACTION_REQUEST', 'EXTRACTION_REQUEST', 'EXTRACTION_REQUEST', 'BUDGET_EXHAUSTED'], outside: true, paid: 4, last: 'OUT_OF_BUDGET', spent: 5 });
    expect(lines[1]).toBe(`${'x'.repeat(500)}…`);
    expect(lines).toContain('line 197');
    expect(lines).not.toContain('line 198');
    expect(lines).toContain('(further lines were dropped)');
  });
});
