import type { CaseAnswer, CaseJob, Proposer } from '@evospice/contracts';
import { CellArchive, MemoryLog, plainExecutor, toyProblem, toyProgram } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import type { EvolutionRequest } from '../loop/request.ts';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { readRun } from '../view/run-fold.ts';

const cases = ['a', 'b', 'c', 'd'].map((id) => ({ id, seed: 1 }));

/** A program that says what it is worth on each case. All lie in one cell. */
const worth = (values: readonly number[]) => toyProgram(0.5, 0.5, `// worth ${values.join(' ')}\nexport const all = [${values.join(', ')}];\n`);

function answer({ subject, stage, case: { id, seed } }: CaseJob): CaseAnswer {
  const source = subject.kind === 'program' ? (subject.program.files['program.ts'] ?? '') : '';
  const values = (/worth ([\d. ]+)/u.exec(source)?.[1] ?? '').split(' ').map(Number);
  const nearness = stage === 'trial' ? 0 : values[cases.findIndex((one) => one.id === id)] ?? 0;
  return { outcome: { case: id, seed, cost: 1, data: { x: 0.5, y: 0.5, nearness } } };
}

/** Proposes children of the first program, one after another. */
function proposing(children: readonly (readonly number[])[]): Proposer {
  let next = 0;
  return {
    name: 'list',
    propose: () => Promise.resolve({ ...worth(children[next++ % children.length] as readonly number[]), operator: 'list', parents: ['p0001'], details: {} }),
  };
}

/** By ordinal, so that a resumed run goes on with the right one. */
function request(log: MemoryLog, children: readonly (readonly number[])[], changes: { readonly race?: { readonly margin?: number }; readonly [key: string]: unknown } = { race: {} }): EvolutionRequest {
  const { race, ...more } = changes;
  const proposed = log.stored.filter(({ type }) => type === 'program-proposed').length;
  return testRequest(log, {
    problem: toyProblem({ cases, answer, seeds: [worth([0.5, 0.5, 0.5, 0.5])] }), archive: new CellArchive(testAxes),
    proposers: [{ proposer: proposing(children.slice(Math.max(0, proposed - 1))), weight: 1 }],
    settings: testSettings({ programs: 1 + children.length, ...(race === undefined ? {} : { race }) }), ...more,
  });
}

describe('racing', () => {
  it('stops a child once no luck helps it any more, and counts what that saved', async () => {
    const counts = { jobs: 0 };
    // The second is ahead until the last case; the third can only be as good as the first; the fourth is better in the end.
    const { view } = await evolve(request(new MemoryLog(), [[0.6, 0.6, 0.6, 0.1], [0.5, 0.4, 0.5, 0.5], [0.4, 0.4, 0.9, 0.9]], { race: {}, executor: plainExecutor(counts) }));
    expect([...view.programs.values()].map(({ state, rejection }) => [state, rejection?.stage, rejection?.code, rejection?.saved])).toEqual([
      ['judged', undefined, undefined, undefined],
      // 0.6 + 0.6 + 0.6 + the 0.1 that it has in the end: it was not stopped, because with the 0.5 of the first it was ahead.
      ['judged', undefined, undefined, undefined],
      // Bests are now 0.6, 0.6, 0.6, 0.5: after two cases it may reach 0.5, which is what the first has.
      ['rejected', 'evaluation', 'RACE_LOST', 2],
      // 0.4 + 0.4 + 0.6 + 0.5 is less than 2: what it would have got was more than anybody had.
      ['rejected', 'evaluation', 'RACE_LOST', 2],
    ]);
    expect(view.raced).toEqual({ programs: 2, saved: 4 });
    expect(view.programs.get('p0003')?.rejection?.reason).toBe('after 2 of 4 cases it can reach 0.50000 at best, and p0001 of its cell has 0.50000');
    expect(view.tried).toBe(4);
    // A trial and four cases each, less those saved, and the picture of the champion is of another case.
    expect(counts.jobs).toBe(4 * 5 - 4);
  });

  it('lets a child go on with the margin, in an empty cell, and when it is not wanted', async () => {
    const late = [[0.4, 0.4, 0.9, 0.9]] as const;
    expect((await evolve(request(new MemoryLog(), late))).view.raced.programs).toBe(1);
    expect((await evolve(request(new MemoryLog(), late, { race: { margin: 0.2 } }))).view.champion?.program.id).toBe('p0002');
    expect((await evolve(request(new MemoryLog(), late, {}))).view.champion?.program.id).toBe('p0002');
    const elsewhere = (job: CaseJob): CaseAnswer => {
      const { outcome } = answer(job);
      return { outcome: { ...(outcome as NonNullable<typeof outcome>), data: { ...(outcome?.data as object), x: job.subject.kind === 'program' && job.subject.id === 'p0002' ? 0.9 : 0.5 } } };
    };
    const { view } = await evolve(request(new MemoryLog(), late, { race: {}, problem: toyProblem({ cases, answer: elsewhere, seeds: [worth([0.5, 0.5, 0.5, 0.5])] }) }));
    expect([view.raced.programs, view.elites.length]).toEqual([0, 2]);
  });

  it('decides the same after every interruption, from what is stored', async () => {
    const children = [[0.6, 0.6, 0.6, 0.1], [0.5, 0.4, 0.5, 0.5], [0.7, 0.6, 0.9, 0.9], [0.2, 0.2, 0.2, 0.2]];
    const whole = new MemoryLog();
    await evolve(request(whole, children));
    const story = ({ stored }: MemoryLog): unknown[] => stored.filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));
    for (let cut = 1; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      await evolve(request(log, children));
      expect(story(log)).toEqual(story(whole));
    }
    expect((await readRun(whole)).raced).toEqual({ programs: 2, saved: 5 });
  });
});
