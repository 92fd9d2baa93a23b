import { EvospiceError, type EvaluatedProgram, type ProposalRequest } from '@evospice/contracts';
import { evaluatedProgram, testBrief, testProposer } from '@evospice/testkit';
import { mainSource } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProgram } from './reading/parse-program.ts';
import { undeclaredTypes, undeclaredValues } from './reading/undeclared-names.ts';
import plugin, { AstProposer, astProposerOptions, seedPrograms } from './index.ts';
import { operatorNames } from './operators/operators.ts';
import { analyticProblem, analyticRun } from './testing/analytic-problem.ts';
import { runTrusted } from './testing/run-trusted.ts';

/** More chains where there is time for them: `EVOSPICE_LONG_TESTS=1`. */
const long = process.env['EVOSPICE_LONG_TESTS'] === '1';
const chains = long ? 200 : 30;
const runChains = long ? 50 : 25;
const proposer = new AstProposer(astProposerOptions.parse({}));
const seeds: readonly EvaluatedProgram[] = seedPrograms.map(({ name, source }) => evaluatedProgram(source, name));
const request = (parents: readonly EvaluatedProgram[], seed: number): ProposalRequest => ({ parents, rejections: [], problem: testBrief, brief: '', random: createRandom(seed) });

testProposer('ast', () => new AstProposer(astProposerOptions.parse({})), { programs: seedPrograms.map(({ source }) => source), successes: 1 });

/** Children of children, each step with the seeds and the two before as donors. */
async function chain(seed: number, depth: number): Promise<readonly EvaluatedProgram[]> {
  const random = createRandom(seed);
  const line = [seeds[random.integer(0, seeds.length - 1)] as EvaluatedProgram];
  for (let step = 0; step < depth; step += 1) {
    const child = await proposer.propose({ parents: [line.at(-1) as EvaluatedProgram, ...seeds, ...line.slice(-3, -1)], rejections: [], problem: testBrief, brief: '', random });
    line.push(evaluatedProgram(mainSource(child), `c${seed}-${step}`));
  }
  return line.slice(1);
}

describe('chains of operators', () => {
  test(`every child of ${chains} chains of depth 10 parses, keeps its frame and declares its names`, { timeout: 600_000 }, async () => {
    const frame = (source: string): readonly (string | undefined)[] => [source.split('// EVOLVE-BLOCK-START')[0], source.split('// EVOLVE-BLOCK-END')[1]];
    const expected = frame(seedPrograms[0]?.source ?? '');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        for (const { program } of await chain(seed, 10)) {
          const outcome = parseProgram(mainSource(program));
          if (!outcome.ok) throw new Error(`${outcome.reason}\n${mainSource(program)}`);
          expect(undeclaredValues(outcome.program), mainSource(program)).toEqual([]);
          expect(undeclaredTypes(outcome.program), mainSource(program)).toEqual([]);
          expect(frame(mainSource(program))).toEqual(expected);
        }
      }),
      { numRuns: chains, seed: 20_240_611 },
    );
  });

  test(`at least 90 % of ${6 * runChains} children run to their end or their budget, some candidates failing`, { timeout: 600_000 }, async () => {
    const outcomes: unknown[] = [];
    for (let seed = 0; seed < runChains; seed += 1) {
      for (const { program } of await chain(seed, 6)) outcomes.push(await runTrusted(mainSource(program), analyticProblem, analyticRun(40, seed, 9).context));
    }
    const thrown = outcomes.filter((outcome) => outcome !== undefined).map(String);
    expect(outcomes).toHaveLength(6 * runChains);
    expect(thrown.length, thrown.join('\n')).toBeLessThanOrEqual(0.1 * outcomes.length);
  });
});

describe('what the proposer does', () => {
  test.each(operatorNames)('%s alone makes children of the seeds', async (name) => {
    const weights = Object.fromEntries(operatorNames.map((other) => [other, other === name ? 1 : 0]));
    const only = new AstProposer(astProposerOptions.parse({ weights, moreEdits: 0 }));
    const children = await Promise.all(seeds.map((parent, index) => only.propose(request([parent, ...seeds.filter((other) => other !== parent)], index)).catch((error: unknown) => error)));
    const made = children.filter((child) => !EvospiceError.is(child, 'PROPOSAL_FAILED')) as { operator: string; parents: readonly string[] }[];
    // Programs with a single phase or without a mate offer no place to some operators.
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const child of made) expect(child.operator).toBe(name);
    if (name === 'splice-strategy' || name === 'crossover') for (const child of made) expect(child.parents).toHaveLength(2);
  });

  test('a program without strategy blocks still gets children: its numbers change', async () => {
    const plain = `// EVOLVE-BLOCK-START\nconst step = 0.25;\n// EVOLVE-BLOCK-END\nexport default async function optimizeSpiceParameters(problem: { readonly size: number }): Promise<void> {\n  await Promise.resolve(step * problem.size);\n}\n`;
    const child = await proposer.propose(request([evaluatedProgram(plain, 'plain')], 3));
    expect(child.operator).toBe('perturb-constant');
    expect(mainSource(child)).not.toContain('= 0.25;');
    expect(child.details['constants']).toMatch(/^line 2: 0\.25 -> /);
  });

  test('a rejected program is not proposed again', async () => {
    const parent = seeds[0] as EvaluatedProgram;
    const first = await proposer.propose(request([parent], 11));
    const again = await proposer.propose({ ...request([parent], 11), rejections: [{ program: first, code: 'DUPLICATE', reason: 'known' }] });
    expect(mainSource(again)).not.toBe(mainSource(first));
  });

  test('a parent that does not parse, and one that offers nothing, give PROPOSAL_FAILED with the reason', async () => {
    const broken = await proposer.propose(request([evaluatedProgram('export default {', 'broken')], 1)).catch((error: unknown) => error);
    expect(broken).toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringContaining('line 1') });
    const bare = '// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\nexport default async function optimizeSpiceParameters(): Promise<void> {}\n';
    const nothing = await proposer.propose(request([evaluatedProgram(bare, 'bare')], 1)).catch((error: unknown) => error);
    expect(nothing).toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringContaining('no place') });
  });

  test('the plugin offers Proposer ast and refuses a mistyped or idle set of weights', () => {
    expect(plugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['Proposer ast', 'Proposer numbers']);
    expect(astProposerOptions.safeParse({ weights: { 'swap-strategie': 1 } }).success).toBe(false);
    expect(astProposerOptions.safeParse({ weights: Object.fromEntries(operatorNames.map((name) => [name, 0])) }).success).toBe(false);
  });
});
