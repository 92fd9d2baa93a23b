import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, evospice, root } from './support/cli.ts';

/**
 * A plugin from outside the repository with an implementation of every point. Each hands its calls to a built-in one and
 * notes that it was called, so that a choice that is accepted and then forgotten is found.
 */
const plugin = `
import { appendFileSync } from 'node:fs';
import { contractPoints, contribute, definePlugin, CONTRACT_VERSION, ExtensionRegistry } from '@evospice/contracts';
import { z } from 'zod';

const note = (point) => appendFileSync(process.env.TRACE_FILE, point + '\\n');
const traced = (point, target) => new Proxy(target, {
  get(object, key) {
    const value = object[key];
    return typeof value !== 'function' ? value : (...args) => { note(point); return value.apply(object, args); };
  },
});
const stands = {
  Simulator: 'ngspice', CardDialect: 'ngspice', DatasetReader: 'csv', Optimizer: 'random', Proposer: 'ast', Archive: 'map-elites',
  ParentSelector: 'uniform', Descriptor: 'exploration', Scorer: 'evospice', ProgramRunner: 'isolate', Executor: 'local', RunStore: 'sqlite',
  Reporter: 'jsonl', Problem: 'module',
};
let angle = 0;
const own = {
  PhysicsRule: { name: 'traced', check: () => [{ rule: 'traced', severity: 'warning', message: 'seen' }] },
  EmbeddingModel: { name: 'traced', embed: async (texts) => ({ model: 'traced', vectors: texts.map((text) => [text.length, (angle += 1)]) }) },
  LanguageModel: { name: 'traced', complete: async () => ({ text: 'nothing of use', model: 'traced' }) },
  Command: {
    name: 'greet', description: 'greets',
    register: (line) => line.argument('<name>', 'whom to greet').option('--loud', 'in capitals'),
    run: async ({ arguments: [name], options }) => {
      const text = 'Good day, ' + name;
      return { document: { greeted: name }, text: options.loud ? text.toUpperCase() : text };
    },
  },
};
const delegating = Object.entries(stands).map(([point, name]) => contribute({
  point, name: 'traced', summary: 'goes before ' + name, options: z.looseObject({}), inject: [ExtensionRegistry],
  create: (options, registry) => traced(point, registry.create(point, { name, options })),
}));
const owned = Object.entries(own).map(([point, target]) => contribute({
  point, name: 'traced', summary: 'is itself', options: z.strictObject({}), create: () => traced(point, target),
}));
export default definePlugin({ name: 'traced', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [...delegating, ...owned] });
`;

interface Point {
  readonly name: string;
  readonly drivers?: Readonly<Record<string, { readonly by?: string; readonly not?: string }>>;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-reach-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@evospice'), { recursive: true });
  symlinkSync(join(root, 'packages', 'contracts'), join(modules, '@evospice', 'contracts'));
  symlinkSync(join(root, 'packages', 'contracts', 'node_modules', 'zod'), join(modules, 'zod'));
  writeFileSync(join(folder, 'traced.mjs'), plugin);
  cpSync(join(root, 'examples', 'diode'), join(folder, 'diode'), { recursive: true });
  const task = join(folder, 'diode', 'task.yaml');
  writeFileSync(task, readFileSync(task, 'utf8').replaceAll('format: csv', 'format: traced').replace('dialect: ngspice', 'dialect: traced'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command with the plugin and returns the points that were called. */
function calledBy(args: readonly string[]): ReadonlySet<string> {
  const trace = join(folder, `${args[0]}.trace`);
  rmSync(trace, { force: true });
  const result = evospice([...args, '--plugin', './traced.mjs', '--json'], { cwd: folder, env: { TRACE_FILE: trace } });
  expect(result.status, result.stderr).toBe(0);
  return new Set(existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : []);
}

let listed: readonly Point[] | undefined;
function points(): readonly Point[] {
  return (listed ??= documentOf<{ points: readonly Point[] }>(evospice(['plugins', 'list', '--json'])).points);
}

/** Every point that the table says a driver takes must have been called in it, and it says why for every other. */
function expectReach(driver: string, called: ReadonlySet<string>): void {
  for (const { name, drivers } of points()) {
    if (drivers === undefined) continue;
    const place = drivers[driver];
    expect(place, `${name} in ${driver}`).toBeDefined();
    if (place?.not === undefined) expect([...called], `${name} in ${driver}: ${place?.by}`).toContain(name);
    else expect(place.not.length, `${name} in ${driver}`).toBeGreaterThan(5);
  }
}

describe('an implementation from outside is called at every point', () => {
  test('that simulate takes', () => {
    expectReach('simulate', calledBy(['simulate', 'diode', '--simulator', 'traced', '--rule', 'traced']));
  });

  test.each([['cost-profile', ['--resolution', '2']], ['parameter-space', ['--points', 'is=2']]])('that %s takes', (verb, options) => {
    expectReach(verb, calledBy([verb, 'diode', '--simulator', 'traced', ...options, '--out', verb]));
  });

  test('that extract takes', () => {
    const common = ['extract', 'diode', '--simulator', 'traced', '--rule', 'traced', '--store', 'traced', '--reporter', 'traced', '--budget', '5'];
    const named = calledBy([...common, '--optimizer', 'traced', '--out', 'extract-1']);
    writeFileSync(join(folder, 'program.ts'), 'export default async function optimizeSpiceParameters(problem, context) { await context.simulate([problem.parameters.map((p) => p.start)]); }\n');
    const program = calledBy([...common, '--optimizer', 'program.ts', '--runner', 'traced:{"warm": 0}', '--out', 'extract-2']);
    expectReach('extract', new Set([...named, ...program]));
    const configuration = JSON.parse(readFileSync(join(folder, 'extract-2', 'configuration.json'), 'utf8')) as unknown;
    expect(configuration).toMatchObject({ runner: { name: 'traced', options: { warm: 0 } }, rules: [{ name: 'traced' }] });
  });

  test('that bench takes, from the suite and from the command line', () => {
    writeFileSync(join(folder, 'program.ts'), 'export default async function optimizeSpiceParameters(problem, context) { await context.simulate([problem.parameters.map((p) => p.start)]); }\n');
    const suite = (choices: string) => `optimizers: [traced, {name: p, program: ./program.ts}]\ntasks: [./diode]\nseeds: [1]\nbudgets: [4]\nworkers: 1\n${choices}`;
    writeFileSync(join(folder, 'all.yaml'), suite('simulator: traced\nrunner: traced\nrules: [traced]\nstore: traced\nreporters: [traced]\nexecutor: traced\n'));
    expectReach('bench', calledBy(['bench', 'all.yaml', '--out', 'bench-1']));
    writeFileSync(join(folder, 'none.yaml'), suite(''));
    const chosen = ['simulator', 'runner', 'rule', 'store', 'reporter', 'executor'].flatMap((name) => [`--${name}`, 'traced']);
    expectReach('bench', calledBy(['bench', 'none.yaml', '--out', 'bench-2', ...chosen]));
  });

  test('that evolve takes, from the configuration and from the command line', () => {
    const axes = 'options: {axes: [{descriptor: exploration, low: 0, high: 1, bins: 3}]}';
    const base = 'tasks: {train: [./diode]}\nseed: 1\nseedPrograms: [nelder-mead]\nprograms: 6\nnovelty: {embedding: {model: traced, limit: 1}}\nbudget: 4\nseeds: 1\nworkers: 1\n';
    writeFileSync(join(folder, 'all-evolve.yaml'), `${base}baselines: [traced]\nsimulator: traced\nrules: [traced]\nrunner: traced\nexecutor: traced\nstore: traced
reporters: [traced]\nproposers: [traced, {name: llm, options: {languageModel: traced, repairs: 0}}]\narchive: {name: traced, ${axes}}\nselector: traced\ndescriptors: [traced]\nscorer: traced\n`);
    const fromFile = calledBy(['evolve', 'all-evolve.yaml', '--out', 'evolve-1']);
    cpSync(join(root, 'examples', 'circle-packing'), join(folder, 'packing'), { recursive: true });
    cpSync(join(root, 'examples', 'shared'), join(folder, 'shared'), { recursive: true });
    const packing = join(folder, 'packing', 'evolve.yaml');
    writeFileSync(packing, readFileSync(join(folder, 'packing', 'evolve.yaml'), 'utf8').replace('name: module', 'name: traced').replace(/^programs: .*$/mu, 'programs: 1'));
    const problem = calledBy(['evolve', packing, '--out', 'evolve-2']);
    expectReach('evolve', new Set([...fromFile, ...problem]));

    writeFileSync(join(folder, 'none-evolve.yaml'), `${base}`);
    const single = ['simulator', 'rule', 'runner', 'executor', 'store', 'reporter', 'selector', 'descriptor', 'scorer', 'baseline'].flatMap((name) => [`--${name}`, 'traced']);
    const chosen = [
      ...single, '--proposer', 'traced', '--proposer', 'llm:{"languageModel": "traced", "repairs": 0}',
      '--archive', 'traced:{"axes": [{"descriptor": "exploration", "low": 0, "high": 1, "bins": 3}]}',
    ];
    expectReach('evolve', new Set([...calledBy(['evolve', 'none-evolve.yaml', '--out', 'evolve-3', ...chosen]), ...problem]));
  });
});

test('a verb that a plugin brings is in the help and does its work', () => {
  const surroundings = { cwd: folder, env: { TRACE_FILE: join(folder, 'greet.trace') } };
  const help = evospice(['--help', '--plugin', './traced.mjs'], surroundings);
  expect(help.stdout).toContain('greet');
  const args = ['greet', 'Ada', '--loud', '--plugin', './traced.mjs'];
  expect(evospice(args, surroundings).stdout).toBe('GOOD DAY, ADA\n');
  const asJson = evospice([...args, '--json'], surroundings);
  expect(documentOf(asJson)).toEqual({ greeted: 'Ada' });
  writeFileSync(join(folder, 'plugins.yaml'), 'plugins: [./traced.mjs]\n');
  expect(evospice(['--help', '--config', 'plugins.yaml'], surroundings).stdout).toContain('greet');
});

test('the table of drivers speaks of every point whose implementations are chosen by name', () => {
  const chosenElsewhere = ['Command', 'RunKind'];
  expect(points().filter(({ drivers }) => drivers === undefined).map(({ name }) => name).toSorted()).toEqual(chosenElsewhere.toSorted());
});
