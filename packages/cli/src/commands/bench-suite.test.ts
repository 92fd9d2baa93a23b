import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchJsonSchema, benchSuiteSchema, entryName, seedList } from '@evospice/bench';
import { ConfigurationError, readConfiguration, validateConfiguration } from '@evospice/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliKernel } from '../compose/kernel.ts';

const shipped = fileURLToPath(new URL('../../../../suites/', import.meta.url));
const kernel = await cliKernel();

async function suiteFrom(file: string) {
  return validateConfiguration(await readConfiguration(file), benchSuiteSchema(kernel.registry));
}

/** What is said against a suite, as `line: path: message`. */
async function refusalOf(text: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-suite-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'suite.yaml');
  await writeFile(file, text);
  const error: unknown = await suiteFrom(file).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigurationError)) throw new Error('the suite was not refused');
  return error.problems.map(({ line, path, message, suggestion }) => `${line}: ${path}: ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`);
}

describe('the suites that come with the product', () => {
  const names = readdirSync(shipped);

  it('are six', () => {
    expect(names.toSorted()).toEqual(['analytic.yaml', 'fewest.yaml', 'generated.yaml', 'public.yaml', 'quick.yaml', 'real.yaml']);
  });

  it.each(names)('%s is valid', async (name) => {
    const suite = await suiteFrom(join(shipped, name));
    const entries = suite.optimizers.map(entryName);
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries).toContain('random');
  });

  it('compares at least ten optimizers on the measured devices, with ten seeds and a budget of 400', async () => {
    const suite = await suiteFrom(join(shipped, 'real.yaml'));
    expect(suite.optimizers.length).toBeGreaterThanOrEqual(10);
    expect(seedList(suite.seeds)).toHaveLength(10);
    expect(suite.budgets).toEqual([400]);
    expect(suite.tasks).toHaveLength(14);
  });
});

describe('a suite file', () => {
  it('has everything wrong in it named at once, with line and nearest spelling', async () => {
    expect(await refusalOf(`
optimizers:
  - lmm
  - { optimizer: de, program: x.ts }
  - name: nothing
  - optimizer: { name: lm, options: { restart: true } }
tasks:
  - generate: { family: bsim5, seed: 1 }
  - analytic: { function: rosenbrok, dimension: 3 }
  - analytic: { function: branin, dimension: 3 }
budgets: [0]
contol: lm
`)).toEqual([
      '3: optimizers[0]: there is no optimizer called "lmm" (lm)',
      '4: optimizers[1]: says optimizer and program',
      '5: optimizers[2]: does not say what runs',
      '6: optimizers[3].optimizer.options.restart: unknown key "restart" (restarts)',
      '8: tasks[0].generate.family: "bsim5" is not allowed (bsim4)',
      '9: tasks[1].analytic.function: there is no test function "rosenbrok" (rosenbrock)',
      '10: tasks[2].analytic: the test function branin has 2 variables',
      '11: budgets[0]: Too small: expected number to be >0',
      '12: contol: unknown key "contol" (control)',
    ]);
  });

  it('names entries, seeds and budgets once each, and a control that exists', async () => {
    expect(await refusalOf(`
optimizers: [de, lm, { optimizer: de }, { program: a/lm.ts }]
tasks: [p10]
seeds: [3, 3]
budgets: [10, 20, 10]
control: rendom
`)).toEqual([
      '2: optimizers[2]: "de" is the name of an earlier entry',
      '2: optimizers[3]: "lm" is the name of an earlier entry',
      '4: seeds[1]: 3 was given before',
      '5: budgets[2]: 10 was given before',
      '6: control: there is no entry "rendom"',
    ]);
  });

  it('has a schema for editors that lists optimizers and their options', () => {
    const text = JSON.stringify(benchJsonSchema(kernel.registry));
    for (const word of ['optimizers', 'champion', 'budgets', 'analytic', 'generate', 'psade', 'timeLimit']) expect(text).toContain(`"${word}"`);
  });
});
