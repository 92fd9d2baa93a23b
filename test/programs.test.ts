import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

interface Extraction {
  readonly end: string;
  readonly failure?: { readonly code: string; readonly message: string };
  readonly budget: { readonly allowed: number; readonly spent: number };
  readonly log: readonly string[];
  readonly start: { readonly train: { readonly relativeRms: number } };
  readonly final: { readonly train: { readonly relativeRms: number } };
}

/** Runs a program file on the example diode (6 curves) through the command line. */
function runProgram(body: string, ...args: string[]): Extraction & { readonly stderr: string } {
  const folder = temporaryFolder('program');
  const file = join(folder, 'prog.ts');
  writeFileSync(file, `export default async function optimizeSpiceParameters(problem: any, context: any): Promise<void> {\n${body}\n}\n`);
  const result = evospice(['extract', join(root, 'examples', 'diode'), '--optimizer', file, '--out', join(folder, 'run'), '--json', '--budget', '30', ...args]);
  const document = documentOf<Extraction>(result);
  expect(document.failure).toBeUndefined();
  expect(result.status, result.stderr).toBe(0);
  return { ...document, stderr: result.stderr };
}

/** What the program logged as JSON. */
function reported(body: string, ...args: string[]): Record<string, unknown> {
  const { log } = runProgram(body, ...args);
  return JSON.parse(log.at(-1)!) as Record<string, unknown>;
}

describe('a program', () => {
  test('is told the start card: fixed values and switches, tunable ones at their start', () => {
    const { model, starts } = reported(`
      context.log(JSON.stringify({ model: problem.model, starts: problem.parameters.map((one: any) => [one.name, one.start]) }));`) as {
      model: { type: string; values: Record<string, number> }; starts: [string, number][];
    };
    expect(model.type).toBe('d');
    for (const [name, start] of starts) expect(model.values[name], name).toBe(start);
    // Values of the card that no candidate moves.
    const fixed = Object.keys(model.values).filter((name) => starts.every(([other]) => other !== name));
    expect(fixed.length).toBeGreaterThan(3);
    expect(model.values['tnom']).toBe(27);
  });

  test('has the start evaluation free: the same as simulating the start card', () => {
    const document = runProgram(`
      const { start } = problem;
      const before = context.budget.spent;
      const [again] = await context.simulate([problem.parameters.map((one: any) => one.start)]);
      context.log(JSON.stringify({ before, same: JSON.stringify(again.residuals) === JSON.stringify(start.residuals), error: start.error, full: start.full,
        curves: start.curves.length === problem.curves.length && start.curves.every((one: any, at: number) => one.id === problem.curves[at].id) }));`);
    expect(JSON.parse(document.log[0]!)).toEqual({ before: 0, same: true, error: document.start.train.relativeRms, full: true, curves: true });
    expect(document.budget.spent).toBe(1);
  });

  test('sees between which terminals a capacitance is, and residuals of scored points by curve', () => {
    const seen = reported(`
      const vectors = problem.curves.flatMap((curve: any) => curve.vectors);
      const off = problem.curves.flatMap((curve: any, at: number) => {
        const { residuals, simulated } = problem.start.curves[at];
        const own = curve.vectors.flatMap((vector: any, index: number) => context.toolbox.scoredPoints(vector)
          .map((point: number) => (simulated[index][point] - vector.measured[point]) / Math.abs(vector.measured[point])));
        return own.map((value: number, index: number) => Math.abs(value - residuals.relative[index]));
      });
      context.log(JSON.stringify({
        terminals: vectors.filter((one: any) => one.kind === 'c').map((one: any) => [one.hi, one.lo]),
        scored: vectors.every((one: any) => one.measured.every((value: number, point: number) => (Math.abs(value) >= one.floor) === one.scored.includes(point))),
        count: off.length, residuals: problem.curves.reduce((sum: number, curve: any) => sum + curve.residuals, 0), off: Math.max(...off),
      }));`) as { terminals: unknown[]; scored: boolean; count: number; residuals: number; off: number };
    for (const pair of seen.terminals) expect(pair).toEqual([['a'], ['c']]);
    expect(seen.scored).toBe(true);
    expect(seen.count).toBe(seen.residuals);
    expect(seen.off).toBe(0);
  });

  test('simulates every k-th point at its share, and is refused what makes no sense', () => {
    const seen = reported(`
      const start = problem.parameters.map((one: any) => one.start);
      const curve = problem.curves[0];
      const [part] = await context.simulate([start], { curves: [curve.id], every: 5 });
      const spent = context.budget.spent;
      const codes: string[] = [];
      for (const every of [0, 2.5, -1]) await context.simulate([start], { every }).catch((error: any) => codes.push(error.code));
      const whole = problem.start.curves[0].simulated[0];
      context.log(JSON.stringify({ full: part.full, codes, length: part.curves[0].simulated[0].length, expected: Math.ceil(curve.x.length / 5),
        share: Math.abs(spent - context.toolbox.simulationCost(problem, { curves: [curve.id], every: 5 })) < 1e-9, points: curve.x.length,
        off: Math.max(...part.curves[0].simulated[0].map((value: number, at: number) => Math.abs(value / whole[5 * at] - 1))) }));`) as Record<string, number>;
    expect(seen).toMatchObject({ full: false, share: true, codes: ['EXTRACTION_REQUEST', 'EXTRACTION_REQUEST', 'EXTRACTION_REQUEST'] });
    expect(seen['length']).toBe(seen['expected']);
    expect(seen['points']).toBeGreaterThan(5);
    expect(seen['off']).toBeLessThan(1e-3);
  });

  test('has its lines in the document, and on the terminal with --verbose', () => {
    const body = "for (let line = 0; line < 5; line++) context.log('line ' + line);";
    const quiet = runProgram(body);
    expect(quiet.log).toEqual(['line 0', 'line 1', 'line 2', 'line 3', 'line 4']);
    expect(quiet.stderr).not.toContain('line 3');
    const folder = temporaryFolder('program');
    writeFileSync(join(folder, 'prog.ts'), `export default async function f(problem: any, context: any) { ${body} for (let i = 0; i < 5000; i++) context.log('x'.repeat(5000)); }`);
    const loud = evospice(['--verbose', 'extract', join(root, 'examples', 'diode'), '--optimizer', join(folder, 'prog.ts'), '--out', join(folder, 'run')]);
    expect(loud.stderr).toContain('line 0\nline 1\nline 2\n');
    expect(loud.stderr.length).toBeLessThan(1_200_000);
  });

  test('calls optimizers of the product, which share its budget and answer as they do on their own', () => {
    const own = runProgram("await context.optimizers.lm(problem, context, { trials: 1 });");
    const named = evospice(['extract', join(root, 'examples', 'diode'), '--optimizer', 'lm', '--options', '{"trials":1}', '--budget', '30', '--json', '--out', temporaryFolder('lm')]);
    // Before its first restart lm takes no chance.
    expect(own.final.train).toEqual(documentOf<Extraction>(named).final.train);
    const staged = runProgram(`
      for (const name of ['de', 'cma-es', 'nelder-mead', 'powell', 'bayesian']) {
        const before = context.budget.spent;
        await context.optimizers[name](problem, context.toolbox.withBudget(problem, context, 5), { cost: 'error', restarts: false });
        context.log(name + ' ' + (context.budget.spent - before));
      }
      const codes: string[] = [];
      await context.optimizers.lm(problem, context, { trails: 2 }).catch((error: any) => codes.push(error.code + ' ' + error.message));
      await context.optimizers.lm(problem, context, { trials: 2.5 }).catch((error: any) => codes.push(error.code));
      await context.optimizers.psade(problem, context, { np: 10, parallel: 11 }).catch((error: any) => codes.push(error.code + ' ' + error.message));
      await context.optimizers.pso(problem, context, { c1: 1.5, c2: 1.5 }).catch((error: any) => codes.push(error.code + ' ' + error.message));
      context.log(JSON.stringify(codes));`.replace("{ cost: 'error', restarts: false }", "name === 'cma-es' ? { cost: 'error' } : { cost: 'error', restarts: false }"), '--seed', '2');
    const spent = staged.log.filter((line) => /^(de|cma-es|nelder-mead|powell|bayesian) /.test(line)).map((line) => Number(line.split(' ')[1]));
    expect(spent).toHaveLength(5);
    for (const units of spent) expect(units).toBeGreaterThan(0);
    for (const units of spent) expect(units).toBeLessThanOrEqual(5 + 1e-9);
    const [unknown, fraction, parallel, constriction] = JSON.parse(staged.log.at(-1)!) as string[];
    expect(parallel).toBe('EXTENSION_OPTIONS options of psade: parallel: parallel is at most np: each trial has a parent of its own');
    expect(constriction).toMatch(/^EXTENSION_OPTIONS options of pso: c2: c1 \+ c2 is above 4/);
    expect(unknown).toMatch(/^EXTENSION_OPTIONS options of lm: trails/);
    expect(fraction).toBe('EXTENSION_OPTIONS');
    expect(staged.final.train.relativeRms).toBeLessThan(staged.start.train.relativeRms);
  });

  test('may call every optimizer that does not choose others', () => {
    const { optimizers } = reported('context.log(JSON.stringify({ optimizers: Object.keys(context.optimizers) }));') as { optimizers: string[] };
    const { plugins } = documentOf<{ readonly plugins: readonly { readonly point: string; readonly name: string }[] }>(evospice(['plugins', 'list', '--json']));
    const all = plugins.filter(({ point }) => point === 'Optimizer').map(({ name }) => name);
    expect(optimizers.toSorted()).toEqual(all.filter((name) => !['chain', 'flow'].includes(name)).toSorted());
  });
});
