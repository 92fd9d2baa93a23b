import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const evolve = 'tasks: {train: [{generate: {family: diode, seed: 1, points: tiny}}]}\nseeds: 1\nbudget: 5\nevaluations: 1\n';
const suite = 'optimizers: [random]\ntasks: [{analytic: {function: sphere, dimension: 2}}]\nseeds: [1]\nbudgets: [5]\n';

/** Every verb with `--out`, and a file that it writes there. */
const verbs: readonly (readonly [string, readonly string[], string])[] = [
  ['extract', ['extract', 'examples/diode', '--budget', '5'], 'trajectory.csv'],
  ['cost-profile', ['cost-profile', 'examples/diode'], 'profile.csv'],
  ['parameter-space', ['parameter-space', 'examples/diode', '--points', 'is=3'], 'space.csv'],
  ['convert', ['convert', 'examples/diode/card/start.mod', '--to', 'hspice'], 'card.sp'],
  ['evolve', ['evolve', 'config.yaml'], 'champion.ts'],
  ['bench', ['bench', 'comparison.yaml'], 'results.csv'],
];

/** Runs a verb with its output in a folder, or in one place of it that is a file. */
function run(args: readonly string[], folder: string, out: string) {
  writeFileSync(join(folder, 'config.yaml'), evolve);
  writeFileSync(join(folder, 'comparison.yaml'), suite);
  const result = evospice([...args.map((arg) => (arg.endsWith('.yaml') ? join(folder, arg) : arg)), '--out', out, '--json']);
  expect(result.status, result.stderr).toBe(2);
  return documentOf(result);
}

test.each(verbs)('%s ends at once where its output folder cannot be made', (_, args) => {
  expect(run(args, temporaryFolder('out'), '/proc/x/y')).toMatchObject({ error: { code: 'USAGE_OUT', received: '/proc/x/y' } });
});

test.each(verbs)('%s writes over no file that is not its own', (verb, args, name) => {
  const folder = temporaryFolder('out');
  const file = join(folder, name);
  writeFileSync(file, 'mine\n');
  const document = run(args, folder, verb === 'convert' ? file : folder);
  expect(document).toMatchObject({ error: { code: 'USAGE_OUT', message: expect.stringContaining(file), remedy: expect.stringContaining('move the file away') } });
  expect(readFileSync(file, 'utf8')).toBe('mine\n');
});

test('report writes over no page that somebody changed', () => {
  const folder = temporaryFolder('out');
  const page = join(folder, 'report.html');
  expect(evospice(['extract', 'examples/diode', '--budget', '3', '--out', folder]).status).toBe(0);
  expect(evospice(['report', folder]).status).toBe(0);
  writeFileSync(page, 'mine\n');
  expect(evospice(['report', folder])).toMatchObject({ status: 2, stderr: expect.stringContaining(`${page} was changed after Evospice wrote it`) });
});
