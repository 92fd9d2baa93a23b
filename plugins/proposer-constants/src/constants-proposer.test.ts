import { EvospiceError, type ChildVerdict, type EvaluatedProgram, type Proposal, type ProposalRequest } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';
import { evaluatedProgram, testBrief, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import plugin, { ConstantsProposer, constantsOptions } from './index.ts';

const source = (inner: string): string => `// EVOLVE-BLOCK-START\n${inner}\n// EVOLVE-BLOCK-END\nexport default () => 7;\n`;
const three = (a: number, b: number, c: number): string => source(`const a = ${a} /* range 0.01..1 */;\nconst b = ${b} /* range 1e-6..1e-1 */;\nconst c = ${c} /* range 1..30 */;\nconst d = 5.5;`);
testProposer('constants', () => new ConstantsProposer(constantsOptions.parse({})), { programs: [three(0.1, 1e-3, 4), three(0.5, 1e-2, 12)], successes: 1, choosesParent: true });

const numbersOf = (program: Proposal): number[] => [...mainSource(program).matchAll(/const . = (\S+?);? /g)].map(([, text]) => Number(text));
/** Greatest, 0, at a = 0.3, b = 1e-4 and c = 20. */
const scoreOf = (program: Proposal): number => {
  const [a = 0, b = 1, c = 0] = numbersOf(program);
  return -((a - 0.3) ** 2) - (Math.log10(b / 1e-4) / 5) ** 2 - ((c - 20) / 30) ** 2;
};
const fresh = (options: object = {}): ConstantsProposer => new ConstantsProposer(constantsOptions.parse(options));
const root = (id: string, score: number, text = three(0.1, 1e-2, 4)): EvaluatedProgram => evaluatedProgram(text, id, score);
const request = (parents: readonly EvaluatedProgram[], seed: number): ProposalRequest => ({ parents, rejections: [], problem: testBrief, brief: '', random: createRandom(seed) });
const verdictOn = ({ entry, files, operator, parents, details }: Proposal, id: string, score: number | null): ChildVerdict => {
  const program = { id, entry, files, operator, parents, proposer: 'constants', hash: id, generation: 1 };
  if (score === null) return { program, details, rejection: { stage: 'trial', code: 'PROGRAM_ERROR', reason: 'threw' } };
  return { program, details, judged: { score: { value: score, parts: {} }, status: 1, gain: null } };
};

/** Asks and tells one after another. */
async function run(proposer: ConstantsProposer, parents: readonly EvaluatedProgram[], count: number, score: (proposal: Proposal) => number | null = scoreOf): Promise<readonly ChildVerdict[]> {
  const verdicts: ChildVerdict[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    const proposal = await proposer.propose(request(parents, seed));
    const verdict = verdictOn(proposal, `c${seed}`, score(proposal));
    proposer.outcome(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}
const scoresOf = (verdicts: readonly ChildVerdict[]): number[] => verdicts.flatMap(({ judged }) => judged?.score.value ?? []);

describe('tuning the numbers of a program', () => {
  const start = scoreOf({ ...singleFile(three(0.1, 1e-2, 4)), operator: '', parents: [], details: {} });

  test('finds good ones, inside their ranges, and leaves the others alone', async () => {
    const verdicts = await run(fresh({ children: 120, patience: 60 }), [root('p1', start)], 100);
    expect(start).toBeLessThan(-0.4);
    expect(Math.max(...scoresOf(verdicts))).toBeGreaterThan(-0.01);
    for (const { program } of verdicts) {
      const [a, b, c, d] = numbersOf(program as never);
      expect(d ?? mainSource(program).includes('const d = 5.5;')).toBeTruthy();
      expect([a! >= 0.01, a! <= 1, b! >= 1e-6, b! <= 0.1, Number.isInteger(c), c! >= 1, c! <= 30]).not.toContain(false);
    }
  });

  test('goes on in a new process as it would have gone on, from what it hears again', async () => {
    const parents = [root('p1', start), root('p2', start - 1, three(0.9, 1e-1, 30))];
    const before = fresh({ patience: 12 });
    const verdicts = await run(before, parents, 40);
    expect(new Set(verdicts.map(({ details }) => details['root'])).size).toBe(2);
    for (const cut of [1, 8, 23, 40]) {
      const [one, other] = [fresh({ patience: 12 }), fresh({ patience: 12 })];
      await run(one, parents, cut);
      for (const verdict of verdicts.slice(0, cut)) other.outcome(JSON.parse(JSON.stringify(verdict)) as ChildVerdict);
      expect(await other.propose(request(parents, 99))).toEqual(await one.propose(request(parents, 99)));
    }
  });

  test('has several children of one search on their way at once, told in any order', async () => {
    const proposer = fresh();
    const children = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => proposer.propose(request([root('p1', start), root('p2', start - 1)], seed))));
    expect(new Set(children.map(({ parents }) => parents.join()))).toEqual(new Set(['p1']));
    expect(new Set(children.map((child) => mainSource(child))).size).toBe(8);
    for (const [index, child] of children.toReversed().entries()) proposer.outcome(verdictOn(child, `c${index}`, scoreOf(child)));
    expect((await proposer.propose(request([root('p2', 5)], 9))).parents).toEqual(['p1']);
  });

  test('takes the best program first, leaves it when it does not pay, and goes on from the best child of a search that paid', async () => {
    const proposer = fresh({ patience: 4 });
    const never = await run(proposer, [root('p1', 1), root('p2', 2), root('p3', 3)], 9, () => null);
    expect(never.map(({ program }) => program.parents[0])).toEqual(['p3', 'p3', 'p3', 'p3', 'p2', 'p2', 'p2', 'p2', 'p1']);
    const paying = fresh({ children: 6 });
    const verdicts = await run(paying, [root('p1', start)], 6);
    const best = verdicts.toSorted((a, b) => b.judged!.score.value - a.judged!.score.value)[0]!;
    const elites = verdicts.map(({ program, judged }) => ({ program, score: judged!.score, measures: {} }));
    expect((await paying.propose(request([root('p1', start), ...elites], 50))).parents).toEqual([best.program.id]);
  });

  test('without ranges it tunes any number but 0, 1 and 2, and of many numbers some, in other languages too', async () => {
    const plain = { ...root('p1', 1), program: { ...root('p1', 1).program, ...singleFile('# EVOLVE-BLOCK-START\nx = 40\ny = 2\nz = 0.5\n# EVOLVE-BLOCK-END\n', 'main.py') } };
    const child = await fresh().propose(request([plain], 1));
    expect(mainSource(child)).toMatch(/x = \d+\ny = 2\nz = [\d.]+\n/);
    expect(child.details).toMatchObject({ root: 'p1', rootScore: 1, tuned: '0 2', from: '40 0.5' });
    expect(child.details['constants']).toMatch(/^line 2: 40 -> \d+; line 4: 0\.5 -> [\d.]+$/);
    const many = source(Array.from({ length: 12 }, (_, index) => `const x${index} = 0.5 /* range 0.1..0.9 */;`).join('\n'));
    expect(String((await fresh({ constants: 3 }).propose(request([root('p1', 1, many)], 1))).details['tuned']).split(' ')).toHaveLength(3);
  });

  test('moves a whole number with two values, and says when nothing is left to tune', async () => {
    const two = [root('p1', 1, source('const n = 1 /* range 1..2 */;'))];
    const proposer = fresh({ patience: 2 });
    const [child] = await run(proposer, two, 2, () => 0);
    expect(mainSource(child!.program)).toContain('const n = 2 /*');
    const error = await proposer.propose(request(two, 9)).catch((thrown: unknown) => thrown);
    expect(EvospiceError.is(error, 'PROPOSAL_FAILED') && error.message).toContain('not tuned yet');
    await expect(fresh().propose(request([root('p1', 1, source('const n = m;'))], 1))).rejects.toMatchObject({ code: 'PROPOSAL_FAILED' });
  });

  test('hears nothing in the children of other proposers', () => {
    const proposer = fresh();
    proposer.outcome({ ...verdictOn({ ...singleFile(three(1, 1, 1)), operator: 'swap', parents: ['p1'], details: { root: 'p1' } }, 'c1', 1) });
    expect(plugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['Proposer constants']);
  });
});
