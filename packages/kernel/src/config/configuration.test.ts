import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CONTRACT_VERSION, contribute, definePlugin, EvospiceError } from '@evospice/contracts';
import { createKernel } from '../container/kernel.ts';
import { readConfiguration } from './document.ts';
import { choicesWithin, selectionEditorSchema, selectionSchema } from './selection.ts';
import { ConfigurationError, validateConfiguration } from './validate.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-config-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const lm = contribute({
  point: 'Optimizer', name: 'lm', summary: 'Levenberg-Marquardt',
  options: z.strictObject({ factor: z.number().positive().default(10) }),
  create: ({ factor }) => ({ name: `lm ${factor}`, optimize: async () => undefined }),
});
const chain = contribute({
  point: 'Optimizer', name: 'chain', summary: 'one after another',
  options: (select) => z.strictObject({
    stages: z.array(select('Optimizer', { iterations: z.number().default(5) }, 'optimizer')).prefault(['lm']),
    repeat: z.boolean().default(true),
  }),
  create: () => ({ name: 'chain', optimize: async () => undefined }),
});
const kernel = createKernel({
  clock: { now: () => 0 }, logger: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  plugins: [{ plugin: definePlugin({ name: 'p', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [lm, chain] }), location: 'built in' }],
});
const schema = z.strictObject({
  seed: z.number().int(),
  tasks: z.strictObject({ train: z.array(z.string()).min(1) }),
  optimizer: selectionSchema(kernel.registry)('Optimizer'),
});

async function problemsIn(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  try {
    validateConfiguration(await readConfiguration(file), schema);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a right configuration comes back with selections resolved, from YAML, JSON and TypeScript alike', async () => {
  const value = { seed: 1, tasks: { train: ['p10'] }, optimizer: { name: 'lm', options: { factor: 2 } } };
  writeFileSync(join(folder, 'a.json'), JSON.stringify(value));
  writeFileSync(join(folder, 'a.yaml'), 'seed: 1\ntasks: {train: [p10]}\noptimizer: {name: lm, options: {factor: 2}}\n');
  writeFileSync(join(folder, 'a.ts'), `const seed: number = 1;\nexport default { ...${JSON.stringify(value)}, seed };\n`);
  for (const name of ['a.json', 'a.yaml', 'a.ts']) {
    expect(validateConfiguration(await readConfiguration(join(folder, name)), schema)).toEqual(value);
  }
});

test('all problems are named at once, each with line, path, found, expected and the nearest spelling', async () => {
  const error = await problemsIn('bad.yaml', 'sed: 1\nseed: one\ntasks:\n  trian: [p10]\noptimizer:\n  name: lmm\n');
  const text = error.describe();
  expect(error.code).toBe('CONFIG_INVALID');
  expect(text).toContain('bad.yaml:1: sed: unknown key "sed"');
  expect(text).toContain('did you mean "seed"?');
  expect(text).toContain('bad.yaml:2: seed: is "one"\n  found "one", expected number');
  // What is misspelt is not missing too.
  expect(text).not.toContain('is missing');
  expect(text).toContain('bad.yaml:4: tasks.trian: unknown key "trian"');
});

test('the schema that helps is the one of the file in hand', async () => {
  const document = { file: 'suite.yaml', value: { seed: 'one' }, lineOf: () => 1 };
  const thrown = (name?: string) => {
    try {
      validateConfiguration(document, schema, name);
    } catch (error) {
      if (error instanceof ConfigurationError) return error;
    }
    throw new Error('nothing was refused');
  };
  expect(thrown('bench').remedy).toContain('npx evospice schema bench');
  expect(thrown('bench').describe()).toContain('npx evospice schema bench');
  expect(thrown().describe()).not.toContain('schema');
});

test('an unknown plugin and a wrong option of a known one are caught before anything starts', async () => {
  const unknown = await problemsIn('plugin.yaml', 'seed: 1\ntasks: {train: [a]}\noptimizer: ml\n');
  expect(unknown.describe()).toContain('plugin.yaml:3: optimizer: there is no optimizer called "ml"\n  found "ml", expected one of lm, chain; did you mean "lm"?');
  const option = await problemsIn('option.yaml', 'seed: 1\ntasks: {train: [a]}\noptimizer:\n  name: lm\n  options: {facter: 3}\n');
  expect(option.describe()).toContain('option.yaml:5: optimizer.options.facter: unknown key "facter"');
  expect(option.describe()).toContain('did you mean "factor"?');
  const key = await problemsIn('key.yaml', 'seed: 1\ntasks: {train: [a]}\noptimizer: {nme: lm}\n');
  expect(key.describe()).toContain('unknown key "nme"\n  found "lm", expected one of name, options; did you mean "name"?');
});

test('of several forms, the one that was meant is spoken of', () => {
  const forms = z.strictObject({
    task: z.union([z.string(), z.strictObject({ generate: z.strictObject({ seed: z.int() }) }), z.strictObject({ analytic: z.strictObject({ function: z.string() }) })]),
  });
  const said = (task: unknown) => {
    try {
      validateConfiguration({ file: 'a.yaml', value: { task }, lineOf: () => undefined }, forms);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems.map(({ path, message, expected, suggestion }) => [path, message, expected, suggestion]);
    }
    throw new Error('nothing was refused');
  };
  expect(said({ analytic: 'branin' })).toEqual([['task.analytic', 'is "branin"', 'object', undefined]]);
  expect(said({ generate: { seed: 'x' } })).toEqual([['task.generate.seed', 'is "x"', 'number', undefined]]);
  expect(said({ analytic: { function: 'f', dim: 3 } })).toEqual([['task.analytic.dim', 'unknown key "dim"', 'one of function', undefined]]);
  expect(said(3)).toEqual([['task', 'is 3', 'string or object', undefined]]);
  expect(said(undefined)).toEqual([['task', 'is missing', 'string or object', undefined]]);
});

test('broken syntax and a missing file say where', async () => {
  writeFileSync(join(folder, 'broken.yaml'), 'seed: 1\ntasks: [a\nb: 2\n');
  await expect(readConfiguration(join(folder, 'broken.yaml'))).rejects.toSatisfy((error) => EvospiceError.is(error, 'CONFIG_SYNTAX') && (error.line ?? 0) >= 2);
  writeFileSync(join(folder, 'aliases.yaml'), `a: &a [x]\nb: [${'*a, '.repeat(20_000)}x]\n`);
  await expect(readConfiguration(join(folder, 'aliases.yaml'))).rejects.toMatchObject({ code: 'CONFIG_SYNTAX', file: join(folder, 'aliases.yaml') });
  await expect(readConfiguration(join(folder, 'none.yaml'))).rejects.toSatisfy((error) => EvospiceError.is(error, 'CONFIG_MISSING'));
  writeFileSync(join(folder, 'empty.ts'), 'export const other = 1;\n');
  await expect(readConfiguration(join(folder, 'empty.ts'))).rejects.toSatisfy((error) => EvospiceError.is(error, 'CONFIG_SYNTAX'));
});

test('the editors\' schema lists the names and the options of each', () => {
  const json = JSON.stringify(z.toJSONSchema(selectionEditorSchema(kernel.registry)('Optimizer'), { io: 'input' }));
  expect(json).toContain('"lm"');
  expect(json).toContain('"factor"');
  expect(json).toContain('"stages"');
});

test('choices inside options come back with every default, and again the same when they are read back', async () => {
  const resolved = kernel.registry.resolve('Optimizer', 'chain');
  expect(resolved).toEqual({ name: 'chain', options: { stages: [{ optimizer: 'lm', options: { factor: 10 }, iterations: 5 }], repeat: true } });
  expect(kernel.registry.resolve('Optimizer', JSON.parse(JSON.stringify(resolved)))).toEqual(resolved);
  writeFileSync(join(folder, 'chain.yaml'), 'seed: 1\ntasks: {train: [a]}\noptimizer: {name: chain, options: {stages: [{optimizer: chain}]}}\n');
  const { optimizer } = validateConfiguration(await readConfiguration(join(folder, 'chain.yaml')), schema);
  expect(optimizer.options).toEqual({ stages: [{ optimizer: 'chain', options: resolved.options, iterations: 5 }], repeat: true });
});

test('a mistake in a choice inside options is named with its line and the nearest spelling, at any depth', async () => {
  const text = 'seed: 1\ntasks: {train: [a]}\noptimizer:\n  name: chain\n  options:\n    stages:\n      - optimizer: chain\n        options:\n          stages:\n';
  const name = await problemsIn('name.yaml', `${text}            - optimizer: lmm\n`);
  expect(name.describe()).toContain('name.yaml:10: optimizer.options.stages[0].options.stages[0].optimizer: there is no optimizer called "lmm"');
  expect(name.describe()).toContain('did you mean "lm"?');
  const option = await problemsIn('inner.yaml', `${text}            - {optimizer: lm, options: {facter: 3}}\n`);
  expect(option.describe()).toContain('inner.yaml:10: optimizer.options.stages[0].options.stages[0].options.facter: unknown key "facter"');
  expect(option.describe()).toContain('expected one of factor; did you mean "factor"?');
  expect(() => kernel.registry.create('Optimizer', { name: 'chain', options: { stages: ['lmm'] } }))
    .toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS', remedy: 'did you mean "lm"?' }));
});

test('choices inside options are found with the options they were resolved to, each once', () => {
  const within = (name: string, options: unknown) => choicesWithin(kernel.registry, 'Optimizer', kernel.registry.resolve('Optimizer', { name, options }));
  expect(within('lm', {})).toEqual([]);
  expect(within('chain', {})).toEqual([{ point: 'Optimizer', name: 'lm', options: { factor: 10 } }]);
  const stages = ['lm', { optimizer: 'lm', options: { factor: 2 } }, { optimizer: 'lm', iterations: 3 }, { optimizer: 'chain' }];
  expect(within('chain', { stages })).toEqual([
    { point: 'Optimizer', name: 'lm', options: { factor: 10 } },
    { point: 'Optimizer', name: 'lm', options: { factor: 2 } },
    { point: 'Optimizer', name: 'chain', options: { stages: [{ optimizer: 'lm', options: { factor: 10 }, iterations: 5 }], repeat: true } },
  ]);
});
