import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, measuredData, root, startEvospice, temporaryFolder, withoutData } from './support/cli.ts';

interface Errors { readonly relativeRms: number; readonly logRms: number }
interface Extraction {
  readonly task: string;
  readonly optimizer: string;
  readonly simulator: string;
  readonly seed: number;
  readonly budget: { readonly allowed: number; readonly spent: number };
  readonly start: { readonly train: Errors; readonly validate: Errors | null };
  readonly final: { readonly train: Errors; readonly validate: Errors | null };
  readonly parameters: Readonly<Record<string, number>>;
  readonly figures: readonly { readonly name: string }[];
  readonly diagnosis: { readonly regions: readonly { readonly region: string }[] };
  readonly uncertainty: { readonly parameters: readonly { readonly name: string; readonly value: number; readonly interval: readonly [number, number] | null }[] };
  readonly card: string;
  readonly trajectory: string;
  readonly report: string;
}

function extract(task: string, ...args: string[]): Extraction {
  const out = temporaryFolder('extract');
  const result = evospice(['extract', task, '--out', out, '--json', ...args], measuredData === undefined ? {} : { env: { EVOSPICE_DATA: measuredData } });
  expect(result.status, result.stderr).toBe(0);
  return documentOf<Extraction>(result);
}

describe('extract on the example', () => {
  test('keeps constraints and grids, and names the optimizers that cannot', () => {
    const { parameters } = extract('examples/diode', '--optimizer', 'nelder-mead', '--budget', '60', '--constraint', 'n < 1.2', '--increment', 'n=0.02');
    expect(parameters['n']).toBeLessThan(1.2);
    // The grid starts at the lower bound of the task.
    const lower = Number(/name: n\n[\s\S]*?lo: (\S+)/.exec(readFileSync(join(root, 'examples', 'diode', 'task.yaml'), 'utf8'))?.[1]);
    expect(Math.abs((((parameters['n'] ?? Number.NaN) - lower) / 0.02 + 0.5) % 1 - 0.5)).toBeLessThan(1e-6);
    const refused = evospice(['extract', 'examples/diode', '--optimizer', 'lm', '--increment', 'n=0.02', '--out', temporaryFolder('extract')]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('lm cannot move discrete parameters');
    expect(evospice(['extract', 'examples/diode', '--constraint', 'rss < 2', '--out', temporaryFolder('extract')]).stderr).toContain('did you mean "rs"?');
  });

  test('writes card, trajectory and report, and says so in one document', () => {
    const result = extract('examples/diode', '--optimizer', 'lm', '--budget', '40', '--seed', '3');
    expect(result).toMatchObject({ task: 'example-diode', optimizer: 'lm', seed: 3, budget: { allowed: 40 } });
    expect(result.budget.spent).toBeLessThanOrEqual(40);
    expect(result.final.train.relativeRms).toBeLessThan(result.start.train.relativeRms / 2);
    for (const file of [result.card, result.trajectory, result.report]) expect(existsSync(file), file).toBe(true);
    // The card holds the parameters that the document states.
    const card = readFileSync(result.card, 'utf8');
    expect(Number(new RegExp(String.raw`\bjsw\s*=\s*(\S+)`, 'i').exec(card.replaceAll(/^\*.*$/gmu, ''))?.[1])).toBeCloseTo(result.parameters['jsw'] ?? Number.NaN, 25);
    // Where it comes from: hashes of the files that were read, and no clock.
    const data = readFileSync(join(root, 'examples', 'diode', /^\* data {8}(\S+)/mu.exec(card)![1]!));
    expect(card.replaceAll(/\n\* {5}(?=\S)/gu, ' ')).toContain(`sha256 ${createHash('sha256').update(data).digest('hex')}`);
    expect(card).toMatch(/^\* search {6}seed 3, \d+ of 40 simulations/mu);
    expect(card).toMatch(/^\* {13}jsw = \S+ in \S+ to \S+/mu);
    const converted = documentOf<{ text: string }>(evospice(['convert', result.card, '--to', 'spectre', '--json'])).text;
    expect(converted).toMatch(/^\/\/ Extracted by Evospice [\s\S]*\/\/ search {6}seed 3[\s\S]*\/\/ converted {3}from ngspice to spectre[\s\S]*^model /mu);
    // Figures of merit, and errors by region.
    expect(result.figures.find(({ name }) => name === 'ideality')).toMatchObject({ unit: '', measured: expect.any(Number), before: expect.any(Number), after: expect.any(Number) });
    expect(result.diagnosis.regions.map(({ region }) => region)).toContain('forward');
    expect(readFileSync(result.report, 'utf8')).toMatch(/Figures of merit[\s\S]*built-in potential/u);
    // How sure they are: in the document, and in the report.
    expect(result.uncertainty).toMatchObject({ level: 0.95, derivatives: { exact: 'diode' } });
    for (const { name, value, interval } of result.uncertainty.parameters) {
      expect(value, name).toBe(result.parameters[name]);
      expect(interval === null || (interval[0] <= value && value <= interval[1]), name).toBe(true);
    }
    expect(readFileSync(result.report, 'utf8')).toContain('exact derivatives of the compact model diode');
    // The trajectory's last best error is the final error.
    const rows = readFileSync(result.trajectory, 'utf8').trim().split('\n');
    const column = rows[0]?.split(',').indexOf('best') ?? -1;
    expect(Number(rows.at(-1)?.split(',')[column])).toBeCloseTo(result.final.train.relativeRms, 12);
    expect(readFileSync(result.report, 'utf8')).not.toMatch(/(src|href)="https?:/);
  });

  test('the same seed gives the same answer, another optimizer another one', () => {
    const [a, b] = [extract('examples/diode', '--optimizer', 'de', '--budget', '20', '--seed', '5'), extract('examples/diode', '--optimizer', 'de', '--budget', '20', '--seed', '5')];
    expect(a.parameters).toEqual(b.parameters);
    expect(readFileSync(a.trajectory, 'utf8')).toBe(readFileSync(b.trajectory, 'utf8'));
    expect(extract('examples/diode', '--optimizer', 'random', '--budget', '20', '--seed', '5').parameters).not.toEqual(a.parameters);
  });

  test('the extracted card simulates to the error that was stated', () => {
    const result = extract('examples/diode', '--budget', '30', '--simulator', 'ngspice-wasm');
    const simulated = evospice(['simulate', 'examples/diode', '--card', result.card, '--simulator', 'ngspice-wasm', '--json']);
    const { errors } = documentOf<{ errors: { train: Errors; validate: Errors } }>(simulated);
    // A card altered in a live circuit and one that was loaded agree to 1e-6 on WebAssembly; so do the errors.
    expect(Math.abs(errors.train.relativeRms / result.final.train.relativeRms - 1)).toBeLessThan(1e-6);
    expect(Math.abs(errors.validate.relativeRms / (result.final.validate?.relativeRms ?? Number.NaN) - 1)).toBeLessThan(1e-6);
  });

  test('needs no simulator where a compact model covers the device: extraction, card, report and simulation', () => {
    const result = extract('examples/diode', '--simulator', 'compact', '--budget', '30');
    expect(result).toMatchObject({ simulator: 'compact', optimizer: 'space-mapping' });
    expect(result.final.train.relativeRms).toBeLessThan(0.01);
    expect(readFileSync(result.report, 'utf8')).toContain('compact');
    const errorsOf = (simulator: string): Errors => {
      const simulated = evospice(['simulate', 'examples/diode', '--card', result.card, '--simulator', simulator, '--json']);
      return documentOf<{ errors: { train: Errors } }>(simulated).errors.train;
    };
    expect(errorsOf('compact').relativeRms).toBeCloseTo(result.final.train.relativeRms, 12);
    // ngspice says the same of the card that it had no part in.
    expect(errorsOf('ngspice-wasm').relativeRms).toBeCloseTo(result.final.train.relativeRms, 5);
  });

  test('starts from the minimum of the compact model at one simulation, says so, and refuses by name what it cannot', () => {
    const out = temporaryFolder('extract');
    const args = ['extract', 'examples/diode', '--optimizer', 'nelder-mead', '--start', 'model', '--budget', '3', '--out', out];
    const { stdout, status } = evospice(args);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toMatch(/lm with exact derivatives on the compact model diode, all \d+ scored points: error 11\d\.\d % to 0\.\d+ % in 200 evaluations of the model; simulated 0\.\d+ %, where the search begins/u);
    const again = documentOf<Extraction & { readonly modelStart: { readonly taken: boolean; readonly error: number; readonly simulated: number } }>(evospice([...args, '--json']));
    expect(again).toMatchObject({ optimizer: 'nelder-mead-from-model', modelStart: { family: 'diode', taken: true, without: [] } });
    expect(again.modelStart.simulated).toBeCloseTo(again.modelStart.error, 5);
    expect(again.final.train.relativeRms).toBeLessThan(0.01);
    // The command that the report states would do the same again.
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('--start model');
    const refused = evospice(['extract', 'examples/diode', '--start', 'model', '--increment', 'n=0.02', '--optimizer', 'nelder-mead', '--out', temporaryFolder('extract')]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('discrete parameters');
  });

  test('holds each size out in turn, or one, and refuses what does not exist', () => {
    interface Validated { readonly crossValidation: { readonly axis: string; readonly groups: readonly { readonly label: string; readonly train: { readonly final: Errors }; readonly heldOut: { readonly final: Errors } }[] } }
    const args = ['extract', 'examples/diode', '--optimizer', 'lm', '--budget', '15', '--simulator', 'compact', '--out', temporaryFolder('extract')];
    const { crossValidation: { axis, groups } } = documentOf<Validated>(evospice([...args, '--hold-out', 'geometry', '--json']));
    expect(axis).toBe('geometry');
    expect(groups.length).toBeGreaterThan(1);
    for (const { train, heldOut } of groups) expect(heldOut.final.relativeRms).toBeGreaterThan(train.final.relativeRms / 10);
    const one = evospice([...args, '--hold-out', `geometry=${groups[0]!.label}`, '--json']);
    const { final, notes } = documentOf<Extraction & { readonly notes: readonly string[] }>(one);
    expect(final).toEqual({ train: groups[0]!.train.final, validate: groups[0]!.heldOut.final });
    expect(notes.join(' ')).toContain(`held out by --hold-out: ${groups[0]!.label}`);
    expect(evospice([...args, '--hold-out', 'temperature=500'])).toMatchObject({ status: 2, stderr: expect.stringContaining('[TASK_HOLD_OUT]') });
  });

  test('a program file is run in the sandbox', () => {
    const result = extract('examples/diode', '--optimizer', 'examples/programs/random-then-shrink.ts', '--budget', '40');
    expect(result.optimizer).toBe('random-then-shrink.ts');
    expect(result.final.train.relativeRms).toBeLessThan(result.start.train.relativeRms);
  });

  test('a program that throws ends with exit code 1 and what it had found', () => {
    const folder = temporaryFolder('program');
    const file = join(folder, 'throws.ts');
    writeFileSync(file, 'export default async function optimizeSpiceParameters(problem, context) {\n  await context.simulate([problem.parameters.map((p) => p.start)]);\n  throw new Error("on purpose");\n}\n');
    const result = evospice(['extract', 'examples/diode', '--optimizer', file, '--budget', '10', '--out', folder, '--json']);
    expect(result.status).toBe(1);
    expect(documentOf(result)).toMatchObject({ end: 'failed', failure: { code: 'PROGRAM_ERROR' } });
  });
});

describe('what extract says besides errors', () => {
  /** A diode's forward current with two points in compliance; the junction capacitance has no effect on it, the bound of n is too narrow, and no compact model has this TLEV. */
  function diode(): string {
    const folder = temporaryFolder('diode');
    writeFileSync(join(folder, 'card.mod'), '.model dx d(is=1e-15 n=1.02 cjo=1p tlev=2)\n');
    const rows = Array.from({ length: 12 }, (_, index) => 0.4 + index * 0.02).map((va) => `${va.toFixed(2)},${(1e-14 * Math.expm1(va / (1.2 * 0.025865))).toExponential(4)}`);
    writeFileSync(join(folder, 'iv.csv'), ['va (V),ia (A)', ...rows, '0.64,9.91E+37', '0.66,9.91E+37', ''].join('\n'));
    writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: says-what-it-knows
title: A diode
device: { kind: diode, terminals: [a, c] }
model: { family: diode, card: card.mod, name: dx, type: d }
instances: [{ id: x, params: { area: 1 } }]
data:
  - { file: iv.csv, format: csv, instance: x, temp_c: 27, curve: iv, sweep: va, bias: { a: va, c: 0 }, measure: [{ col: ia, node: a, kind: i }], split: train }
metric: { floor: 1.0e-13 }
tunables:
  - { name: is, lo: 1.0e-17, hi: 1.0e-12, scale: log }
  - { name: n, lo: 1, hi: 1.1, scale: lin }
  - { name: cjo, lo: 1.0e-13, hi: 1.0e-11, scale: log }
`);
    return folder;
  }

  test('on a terminal, in the document and in the report', () => {
    const folder = diode();
    const out = join(folder, 'out');
    const { stdout, stderr, status } = evospice(['extract', folder, '--budget', '40', '--out', out]);
    expect(status, stderr).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('champion, since the compact model diode does not have tlev = 2, and it needs the fewest simulations without one');
    for (const line of stdout.split('\n')) expect(line.includes(folder) ? 0 : line.length).toBeLessThanOrEqual(80);
    const report = readFileSync(join(out, 'report.html'), 'utf8').replaceAll('&gt;', '>');
    for (const text of [stdout.replaceAll(/\s+/g, ' '), report]) {
      expect(text).toContain('n at its upper bound 1.1');
      expect(text).toMatch(/no effect on the training data.*cjo \(tried /u);
      expect(text).toContain('2 points are left out');
      expect(text).toContain('x/iv');
    }
    // A second run may write over its own files, but not over what somebody changed.
    writeFileSync(join(out, 'card.mod'), '* mine\n');
    const again = evospice(['extract', folder, '--budget', '40', '--out', out]);
    expect(again).toMatchObject({ status: 2 });
    expect(again.stderr).toContain('card.mod was changed after Evospice wrote it');
    const own = evospice(['extract', folder, '--out', folder]);
    expect(own.stderr).toContain(`${join(folder, 'card.mod')} was not written by Evospice, and would be overwritten [USAGE_OUT]`);
    expect(readFileSync(join(folder, 'card.mod'), 'utf8')).toContain('.model dx');
  });

  test('killed or interrupted, it gives the best card until then', async () => {
    const folder = diode();
    const out = join(folder, 'out');
    const status = (): unknown => documentOf<{ run: unknown }>(evospice(['status', out, '--json'])).run;
    const begin = async () => {
      const child = startEvospice(['extract', folder, '--optimizer', 'de', '--budget', '1000000', '--out', out]);
      const ended = new Promise((resolve) => { child.once('exit', resolve); });
      // Once there is a best card, the search is under way; a run that was killed is replaced first.
      await expect.poll(() => existsSync(join(out, 'run.sqlite')) && (status() as { live: boolean; parameters: unknown }), { timeout: 60_000, interval: 50 })
        .toMatchObject({ live: true, parameters: { n: expect.any(Number) } });
      return { child, ended };
    };
    const killed = await begin();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(documentOf<{ files: unknown }>(evospice(['report', out, '--json']))).toMatchObject({ card: join(out, 'card-so-far.mod'), notices: [expect.stringContaining('has not ended'), expect.anything()] });
    expect(readFileSync(join(out, 'card-so-far.mod'), 'utf8')).toContain('dx');
    // Nothing of it was its own but its events: a file of the user's is still one.
    writeFileSync(join(out, 'card.mod'), '* mine\n');
    expect(evospice(['extract', folder, '--out', out]).stderr).toContain('card.mod was not written by Evospice');
    rmSync(join(out, 'card.mod'));
    const { child, ended } = await begin();
    expect(status()).toMatchObject({ state: 'unfinished', live: true, pid: child.pid, endsAt: expect.stringMatching(/^\d{4}-/u) });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(status()).toMatchObject({ state: 'finished', live: false });
    expect(readFileSync(join(out, 'card.mod'), 'utf8')).toContain('dx');
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('The extraction was interrupted');
  });
});

describe('wrong input is refused with exit code 2, a code and a remedy', () => {
  test.each([
    ['an unknown optimizer', ['extract', 'examples/diode', '--optimizer', 'lmm'], 'EXTENSION_UNKNOWN', 'did you mean "lm"?'],
    ['an unknown option', ['extract', 'examples/diode', '--options', '{"nonsense": 1}'], 'EXTENSION_OPTIONS', 'nonsense'],
    ['an unknown task', ['extract', 'examples/no-such-task'], 'TASK_MISSING', 'no task'],
    ['an unknown parameter', ['simulate', 'examples/diode', '--set', 'jsww=1e-18'], 'USAGE_SET', 'did you mean "jsw"?'],
    ['a value that is not a number', ['simulate', 'examples/diode', '--set', 'is=many'], 'USAGE_SET', 'name=number'],
    ['an unknown simulator', ['simulate', 'examples/diode', '--simulator', 'hspise'], 'EXTENSION_UNKNOWN', 'did you mean "hspice"?'],
  ])('%s', (_, args, code, words) => {
    const result = evospice([...args, '--json']);
    expect(result.status).toBe(2);
    expect(documentOf(result)).toMatchObject({ error: { code } });
    expect(result.stderr).toContain(words);
  });

  test('a budget that is not a number', () => {
    const result = evospice(['extract', 'examples/diode', '--budget', 'many']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('Expected a number greater than 0');
  });

  test('a measured file cut short names file and line', () => {
    const folder = temporaryFolder('truncated');
    cpSync('examples/diode', folder, { recursive: true });
    const file = join(folder, 'data', '001-iv.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.slice(0, -6).join('\n'));
    const result = evospice(['simulate', folder, '--json']);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/001-iv\.csv:\d+: /);
  });
});

describe.skipIf(measuredData === undefined)(`extract on measured devices${withoutData}`, () => {
  test('the diode p10: below 5 % on its training curves', () => {
    expect(extract('p10', '--optimizer', 'lm', '--budget', '400').final.train.relativeRms).toBeLessThan(0.05);
  });

  test('the MOSFET p05: below 10 % on its training curves at a budget of 400', () => {
    const { start, final } = extract('p05', '--optimizer', 'lm', '--budget', '400');
    // The start card's error as published with the task.
    expect(start.train.relativeRms).toBeCloseTo(0.5112, 3);
    expect(final.train.relativeRms).toBeLessThan(0.1);
  });

  test('the bipolar p08 (VBIC, forced base current, self-heating): half the start error', () => {
    const { start, final } = extract('p08', '--optimizer', 'lm', '--budget', '100');
    expect(final.train.relativeRms).toBeLessThan(start.train.relativeRms / 2);
    expect(final.validate?.relativeRms).toBeGreaterThan(0);
  });

  test('a model that ngspice lacks is refused, not simulated as something else', () => {
    const result = evospice(['extract', 'p13', '--out', temporaryFolder('psp'), '--json'], { env: { EVOSPICE_DATA: measuredData } });
    expect(result.status).toBe(1);
    expect(documentOf(result)).toMatchObject({ error: { code: 'SIMULATOR_MODEL' } });
  });
});
