import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluatedProgram, testBrief } from '@evospice/testkit';
import { mainSource } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../reading/parse-program.ts';
import { programBlocks } from '../reading/program-blocks.ts';
import { undeclaredTypes, undeclaredValues } from '../reading/undeclared-names.ts';
import { AstProposer, astProposerOptions, chooseBlocks, composeProgram, namedPrograms, seedPrograms, strategyBlocks, strategyFunctions, strategyLibrary, strategyKinds, type StrategyKind } from '../index.ts';
import { analyticProblem, analyticRun } from '../testing/analytic-problem.ts';
import { runTrusted } from '../testing/run-trusted.ts';

const parsed = (source: string) => {
  const outcome = parseProgram(source);
  if (!outcome.ok) throw new Error(`${outcome.reason}\n${source}`);
  return outcome.program;
};
const runs = async (source: string, budget: number, failEvery = 0) =>
  Promise.all([1, 2, 3].map(async (seed) => {
    const run = analyticRun(budget, seed, failEvery);
    return { fault: await runTrusted(source, analyticProblem, run.context), best: run.best(), area: run.area() };
  }));
/** Error of the starting card, from a run that simulates nothing else. */
const startError = async (): Promise<number> => {
  const run = analyticRun(1, 1);
  await run.context.simulate([analyticProblem.parameters.map(({ start }) => start)]);
  return run.best();
};

/** One block of every kind, so that any other block finds what it calls. */
const standard: Readonly<Record<StrategyKind, string>> = {
  sampling: 'around-best', 'stage-order': 'all-at-once', residuals: 'metric', differences: 'forward', 'trust-scale': 'column-norms', initialisation: 'start-card', 'global-search': 'sampled-batches',
  'local-search': 'levenberg-marquardt', polish: 'pattern-search', restart: 'jump-from-best', schedule: 'local-global-polish',
};
/** A schedule that calls the kind of block under test. */
const scheduleFor = (kind: StrategyKind): string => (kind === 'stage-order' ? 'stages-then-restarts' : kind === 'global-search' || kind === 'sampling' ? 'global-then-local' : standard.schedule);

describe('strategy blocks', () => {
  test('there are several of every kind, each one function with its kind\'s name under its own comment', () => {
    for (const kind of strategyKinds) {
      const blocks = strategyBlocks.filter((block) => block.kind === kind);
      expect(blocks.length, kind).toBeGreaterThanOrEqual(2);
      expect(new Set(blocks.map(({ source }) => source)).size).toBe(blocks.length);
      for (const { name, source } of blocks) {
        expect(source.startsWith(`// STRATEGY: ${kind} ${name}\n`)).toBe(true);
        const program = parsed(`// EVOLVE-BLOCK-START\n${source}// EVOLVE-BLOCK-END\nexport default async function optimizeSpiceParameters(): Promise<void> {}\n`);
        expect(programBlocks(program)).toMatchObject([{ kind, name, source, declares: [strategyFunctions[kind]] }]);
      }
    }
  });

  test.each(strategyBlocks.map(({ kind, name }) => [kind, name] as const))('%s %s runs in a standard program and lowers the error, candidates failing or not', async (kind, name) => {
    const source = composeProgram(chooseBlocks({ ...standard, schedule: scheduleFor(kind), [kind]: name }));
    expect(undeclaredValues(parsed(source))).toEqual([]);
    const start = await startError();
    for (const failEvery of [0, 7]) {
      for (const { fault, best } of await runs(source, 60, failEvery)) {
        expect(fault).toBeUndefined();
        expect(best).toBeLessThan(start);
      }
    }
  });

  test.each([1, 2, 5])('every block bears a budget of %i', async (budget) => {
    for (const { kind, name } of strategyBlocks) {
      const [run] = await runs(composeProgram(chooseBlocks({ ...standard, schedule: scheduleFor(kind), [kind]: name })), budget);
      expect(run?.fault, `${kind} ${name}`).toBeUndefined();
    }
  });
});

test('the library is told in words', () => {
  expect(strategyLibrary.map(({ name }) => name)).toEqual(strategyBlocks.filter(({ kind }) => kind !== 'polish').map(({ kind, name }) => `${kind} ${name}`));
  for (const { name, summary } of strategyLibrary) expect(summary, name).toMatch(/^[A-Z][\s\S]{15,300}\.$/u);
});

describe('seed programs', () => {
  test.each(namedPrograms.map(({ name, source }) => [name, source] as const))('%s is whole, short and lowers the error at the budget of a first probe', async (_, source) => {
    const program = parsed(source);
    expect(undeclaredValues(program)).toEqual([]);
    expect(undeclaredTypes(program)).toEqual([]);
    expect(source.split('\n').length).toBeLessThan(300);
    const start = await startError();
    // Two gradients and as many steps, the least that lets a method look before it steps.
    for (const { fault, best } of await runs(source, 2 * (analyticProblem.parameters.length + 1) + 2)) {
      expect(fault).toBeUndefined();
      expect(best).toBeLessThan(start);
    }
  });

  test('names and sources are unique, and all share one frame', () => {
    expect(new Set(seedPrograms.map(({ name }) => name)).size).toBe(seedPrograms.length);
    expect(new Set(seedPrograms.map(({ source }) => source)).size).toBe(seedPrograms.length);
    expect(new Set(seedPrograms.map(({ source }) => source.split('// EVOLVE-BLOCK-START')[0])).size).toBe(1);
  });

  test('Levenberg-Marquardt reaches the known solution, and with Broyden updates it does so in far fewer simulations', async () => {
    const source = (name: string): string => seedPrograms.find((program) => program.name === name)?.source ?? '';
    const [plain] = await runs(source('levenberg-marquardt'), 200);
    expect(plain?.best).toBeLessThan(1e-6);
    const [slow, fast] = [(await runs(source('levenberg-marquardt'), 60))[0], (await runs(source('broyden-levenberg-marquardt'), 60))[0]];
    expect(fast?.best).toBeLessThan(1e-6);
    expect(fast?.area).toBeLessThan(0.7 * (slow?.area ?? 0));
  });
});

const compiler = fileURLToPath(new URL('../../../../node_modules/.bin/tsc', import.meta.url));

test.skipIf(!existsSync(compiler))('seed programs and 40 of their children pass the type checker (skipped where TypeScript is not installed)', { timeout: 120_000 }, async () => {
  const proposer = new AstProposer(astProposerOptions.parse({}));
  const parents = namedPrograms.map(({ name, source }) => evaluatedProgram(source, name));
  const children = await Promise.all(
    Array.from({ length: 40 }, (_, seed) => proposer.propose({ parents: [...parents.slice(seed % parents.length), ...parents.slice(0, seed % parents.length)], rejections: [], problem: testBrief, brief: '', random: createRandom(seed) })),
  );
  const home = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, '.type-check-'));
  try {
    for (const { name, source } of namedPrograms) writeFileSync(join(folder, `seed-${name}.ts`), source);
    for (const [index, child] of children.entries()) writeFileSync(join(folder, `child-${index}.ts`), mainSource(child));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../../tsconfig.base.json', compilerOptions: { composite: false, noEmit: true, allowImportingTsExtensions: true, rewriteRelativeImportExtensions: false, incremental: false }, include: ['*.ts'], exclude: [] }),
    );
    let report = '';
    try {
      execFileSync(compiler, ['-p', folder], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      report = String((error as { stdout?: unknown }).stdout);
    }
    const faulty = new Set([...report.matchAll(/((?:seed|child)-[\w-]+\.ts)\(/g)].map((match) => match[1]));
    expect([...faulty].filter((file) => file?.startsWith('seed')), report).toEqual([]);
    expect(report === '' || faulty.size > 0, report).toBe(true);
    // Types may rightly refuse a flipped condition; running is what counts for children, and that is tested apart.
    expect(faulty.size, report).toBeLessThanOrEqual(4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
