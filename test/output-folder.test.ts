import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

describe('an output folder that cannot be made', () => {
  const evolve = 'tasks: {train: [{generate: {family: diode, seed: 1, points: tiny}}]}\nseeds: 1\nbudget: 5\nevaluations: 1\n';
  const suite = 'optimizers: [random]\ntasks: [{analytic: {function: sphere, dimension: 2}}]\nseeds: [1]\nbudgets: [5]\n';
  test.each([
    ['extract', ['extract', 'examples/diode', '--budget', '5']],
    ['cost-profile', ['cost-profile', 'examples/diode']],
    ['parameter-space', ['parameter-space', 'examples/diode', '--points', 'is=3']],
    ['convert', ['convert', 'examples/diode/card/start.mod', '--to', 'hspice']],
    ['evolve', ['evolve', 'config.yaml']],
    ['bench', ['bench', 'suite.yaml']],
  ])('ends %s at once', (_, args) => {
    const folder = temporaryFolder('out');
    writeFileSync(join(folder, 'config.yaml'), evolve);
    writeFileSync(join(folder, 'suite.yaml'), suite);
    const given = args.map((arg) => (arg.endsWith('.yaml') ? join(folder, arg) : arg));
    const result = evospice([...given, '--out', '/proc/x/y', '--json']);
    expect(result.status, result.stderr).toBe(2);
    expect(documentOf(result)).toMatchObject({ error: { code: 'USAGE_OUT', received: '/proc/x/y' } });
  });
});
