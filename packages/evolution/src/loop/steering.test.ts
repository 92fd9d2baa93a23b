import { EvospiceError, type Proposer } from '@evospice/contracts';
import { CellArchive, MemoryLog, toyProblem, toyProposer } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import type { CaseRecord, Steering } from '../events.ts';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { replay } from '../view/replay.ts';
import { readRun } from '../view/run-fold.ts';
import { evolve } from './evolve.ts';

/** Writes as the toy does, notes what it was asked, and says something to the run before the given proposals. */
function speaking(words: ReadonlyMap<number, readonly Steering[]>, said: { steer?: (steering: Steering) => Promise<void> }, asked: { readonly brief: string; readonly parent: string }[]): Proposer {
  const toy = toyProposer();
  return {
    name: 'toy',
    async propose(request, options) {
      asked.push({ brief: request.brief, parent: request.parents[0]?.program.id ?? '' });
      for (const steering of words.get(asked.length) ?? []) await said.steer?.(steering);
      return toy.propose(request, options);
    },
  };
}

async function steered(words: ReadonlyMap<number, readonly Steering[]>, programs = 12) {
  const log = new MemoryLog();
  const said: { steer?: (steering: Steering) => Promise<void> } = {};
  const asked: { readonly brief: string; readonly parent: string }[] = [];
  const { view } = await evolve(testRequest(log, {
    settings: testSettings({ programs }), proposers: [{ proposer: speaking(words, said, asked), weight: 1 }],
    steering: (steer) => { said.steer = steer; return () => { delete said.steer; }; },
  }));
  return { log, view, asked, said };
}

describe('steering', () => {
  it('notes reach every later prompt, and a focus makes a program the parent of so many proposals', async () => {
    const { asked, view, said } = await steered(new Map([[2, [{ action: 'note', text: 'be brave' }, { action: 'from', program: 'p0001', proposals: 3 }]]]));
    expect(asked.map(({ brief }) => brief.includes('be brave'))).toEqual(asked.map((_, index) => index >= 2));
    // The second proposal itself counts as one of the three.
    expect(asked.slice(2, 4).map(({ parent }) => parent)).toEqual(['p0001', 'p0001']);
    expect(view.steerings).toHaveLength(2);
    expect(said.steer, 'the connection ends with the run').toBeUndefined();
  });

  it('a banned program is neither elite nor champion nor parent, in the run and in what is read of it', async () => {
    const before = await steered(new Map());
    const best = before.view.champion?.program.id as string;
    const at = before.view.programs.get(best)?.ordinal as number;
    // One proposal after it was judged; seeds are not asked for.
    const { view, log } = await steered(new Map([[at - toyProblem().seeds.length + 2, [{ action: 'ban', program: best, text: 'a cheat' }]]]), 16);
    expect(view.elites.map(({ id }) => id)).not.toContain(best);
    expect(view.champion?.program.id).not.toBe(best);
    expect(view.champion).not.toBeNull();
    const read = await readRun(log);
    expect(read.elites).toEqual(view.elites);
    expect(replay(read, new CellArchive(testAxes))).toEqual([]);
    const resumed = await evolve(testRequest(log, { settings: testSettings({ programs: 18 }) }));
    expect(resumed.view.elites.map(({ id }) => id)).not.toContain(best);
  });

  it('refuses a program that was never judged', async () => {
    await expect(steered(new Map([[1, [{ action: 'ban', program: 'p0099' }]]]))).resolves.toMatchObject({ view: { rejections: [expect.objectContaining({ code: 'USAGE_PROGRAM' })] } });
  });

  it('begins nothing while it is paused, and goes on when it is told to', async () => {
    const log = new MemoryLog();
    let steer: ((steering: Steering) => Promise<void>) | undefined;
    const ended = evolve(testRequest(log, { steering: (told) => { steer = told; void told({ action: 'pause' }); return () => undefined; } }));
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    const waiting = (await readRun(log)).tried;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect((await readRun(log)).tried).toBe(waiting);
    expect(waiting).toBeLessThan(12);
    await steer?.({ action: 'continue' });
    expect((await ended).view.tried).toBe(12);
  });

  it('a failure ends the run though other work takes its time', async () => {
    let calls = 0;
    const failing: Proposer = {
      name: 'failing',
      async propose() {
        calls += 1;
        if (calls === 1) throw new Error('not one of ours');
        await new Promise((resolve) => { setTimeout(resolve, 30); });
        throw new EvospiceError('PROPOSAL_FAILED', 'no');
      },
    };
    const ended = evolve(testRequest(new MemoryLog(), { settings: testSettings({ workers: 2, proposals: 40 }), proposers: [{ proposer: failing, weight: 1 }], steering: () => () => undefined }));
    await expect(ended).rejects.toMatchObject({ code: 'EVOLUTION_PROPOSERS' });
  });

  it('can be interrupted while it is paused', async () => {
    const controller = new AbortController();
    const ended = evolve(testRequest(new MemoryLog(), { signal: controller.signal, steering: (steer) => { void steer({ action: 'pause' }); return () => undefined; } }));
    setTimeout(() => controller.abort(), 20);
    expect(await ended).toMatchObject({ ended: 'cancelled', view: { paused: true } });
  });
});

describe('stop rules', () => {
  const run = async (stop: Readonly<Record<string, number>>, changes: Parameters<typeof testRequest>[1] = {}) => {
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, { settings: testSettings({ programs: 200, stop }), ...changes }));
    return { view, log };
  };

  it('end a run at a score, and a resumption with a higher one goes on', async () => {
    const { view, log } = await run({ score: 0.3 });
    expect(view.champion?.verdict.score.value).toBeGreaterThanOrEqual(0.3);
    expect(view.finished?.because).toMatchObject({ rule: 'score', limit: 0.3 });
    expect(view.tried).toBeLessThan(200);
    const again = await evolve(testRequest(log, { settings: testSettings({ programs: 200, stop: { score: 0.3 } }) }));
    expect(again.view.tried).toBe(view.tried);
    const further = await evolve(testRequest(log, { settings: testSettings({ programs: view.tried + 5, stop: {} }) }));
    expect(further.view.tried).toBe(view.tried + 5);
  });

  it('end a run after so many case runs of the scored stage: known results and other stages do not count', async () => {
    const { view, log } = await run({ evaluations: 31 }, { problem: toyProblem({ validation: [{ id: 'unseen', seed: 9 }] }) });
    const runs = log.stored.flatMap(({ type, payload }) => (type === 'case-finished' ? [payload as unknown as CaseRecord] : [])).filter(({ stage, from }) => stage === view.started?.stages.at(-1)?.name && from === undefined);
    expect(view.evaluations).toBe(runs.length);
    // The program that was in flight when the limit was passed is finished.
    expect([31, 32]).toContain(view.evaluations);
    expect(view.cases.finished).toBeGreaterThan(view.evaluations);
    expect(view.finished?.because).toMatchObject({ rule: 'evaluations', limit: 31 });
  });

  it('end a run that gets no better, or has cost so many tokens or so much money', async () => {
    const { view } = await run({ stagnation: 7 });
    expect(view.finished?.because).toMatchObject({ rule: 'stagnation', limit: 7, reached: 7 });
    expect(view.tried - (view.champions.at(-1)?.tried ?? 0)).toBe(7);
    const toy = toyProposer();
    const dear: Proposer = { name: 'dear', propose: async (request, options) => ({ ...(await toy.propose(request, options)), details: { inputTokens: 90, outputTokens: 10, cost: 0.5 } }) };
    const warnings: string[] = [];
    const logger = { debug: () => undefined, info: () => undefined, warn: (line: string) => { warnings.push(line); } };
    expect((await run({ tokens: 1000 }, { proposers: [{ proposer: dear, weight: 1 }], logger })).view.finished?.because).toMatchObject({ rule: 'tokens', reached: 1000 });
    expect(warnings).toEqual(['50 % of the run\'s tokens are used: 500 of 1000', '80 % of the run\'s tokens are used: 800 of 1000']);
    expect((await run({ money: 1.4 }, { proposers: [{ proposer: dear, weight: 1 }] })).view.finished?.because).toMatchObject({ rule: 'money', reached: 1.5 });
  });

  it('end a run by the clock', async () => {
    let now = 0;
    const { view } = await run({ seconds: 1 }, { now: () => { now += 20; return now; } });
    expect(view.finished?.because).toMatchObject({ rule: 'seconds', limit: 1 });
    expect(view.tried).toBeLessThan(200);
  });
});

it('a replay tells where a run does not follow from its events', async () => {
  const log = new MemoryLog();
  await evolve(testRequest(log));
  const view = await readRun(log);
  expect(replay(view, new CellArchive(testAxes))).toEqual([]);
  const other = replay(view, new CellArchive(testAxes.map((axis) => ({ ...axis, bins: 1 }))));
  expect(new Set(other.map(({ what }) => what))).toEqual(new Set(['archive', 'elites', 'statistics']));
  expect(replay({ ...view, archived: view.archived, judged: view.judged.slice(0, 1), elites: view.elites, statistics: view.statistics, finished: view.finished, banned: view.banned }, new CellArchive(testAxes)).map(({ what }) => what)).toEqual(view.judged[0]?.program.id === view.champion?.program.id ? [] : ['champion']);
});
