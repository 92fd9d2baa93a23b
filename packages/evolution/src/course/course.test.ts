import type { ArchiveEntry, MovedElite, Proposer } from '@evospice/contracts';
import { CellArchive, MemoryLog, toyProblem, toyProgram, toyProposer } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import type { EvolutionRequest } from '../loop/request.ts';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { replay } from '../view/replay.ts';
import { readRun } from '../view/run-fold.ts';

/** The best place, a neighbour of each axis, and one far away: hardly a child is better. */
const seeds = [toyProgram(0.305, 0.705), toyProgram(0.1, 0.705), toyProgram(0.9, 0.1)];
const story = (log: MemoryLog): unknown[] => log.stored.filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));

/** Opens islands in name only: what it is told is noted. */
class Noting extends CellArchive {
  readonly opened: (readonly string[])[] = [];

  spawn(entries: readonly ArchiveEntry[]): readonly MovedElite[] {
    this.opened.push(entries.map(({ id }) => id));
    return [];
  }
}

const actions = [{ use: { toy: 0 } }, { text: 'Think of springs.' }, { spawn: 'seeds' }, { restart: 1 }, { spawn: 'best' }, { use: {} }];
function request(log: MemoryLog, briefs: string[] = [], changes: Partial<EvolutionRequest> = {}): EvolutionRequest {
  const other = toyProposer('other');
  const asked: Proposer = { ...other, propose: (one, options) => { briefs.push(one.brief); return other.propose(one, options); } };
  return testRequest(log, {
    problem: toyProblem({ seeds }), archive: new Noting(testAxes), proposers: [{ proposer: toyProposer(), weight: 9 }, { proposer: asked, weight: 1 }],
    settings: testSettings({ programs: 28, seed: 3, stagnation: { after: 4, do: actions } }), ...changes,
  });
}

describe('a champion that stays the same', () => {
  it('brings one action after the other about, each after so many programs, and all of it follows from the events', async () => {
    const [log, briefs, archive] = [new MemoryLog(), [] as string[], new Noting(testAxes)];
    const { view } = await evolve(request(log, briefs, { archive }));
    expect(view.champions.map(({ program }) => program)).toEqual(['p0001']);
    expect(view.courses.map(({ action, tried, since }) => [action, tried, since])).toEqual(actions.map((action, index) => [action, 1 + 4 * (index + 1), 4]));
    const by = [...view.programs.values()].filter(({ ordinal }) => ordinal > 5 && ordinal <= 25).map(({ program }) => program.proposer);
    expect(new Set(by)).toEqual(new Set(['other']));
    expect(briefs.filter((brief) => brief.includes('Think of springs.'))).toHaveLength(briefs.length - 4);
    expect(archive.opened).toEqual([['p0001', 'p0002', 'p0003'], ['p0001']]);
    const [restart] = view.courses.filter(({ removed }) => removed !== undefined);
    expect(restart?.removed?.length).toBeGreaterThan(1);
    expect(restart?.removed).not.toContain('p0001');
    const read = await readRun(log);
    expect(read.elites).toEqual(archive.elites());
    const again = new Noting(testAxes);
    expect(replay(read, again)).toEqual([]);
    expect(again.opened).toEqual(archive.opened);
    expect(replay(read, new CellArchive(testAxes))).toEqual([]);
  });

  it('is dealt with the same way wherever the run is cut off', async () => {
    const whole = new MemoryLog();
    await evolve(request(whole));
    // Every cut around an action, and some between.
    const cuts = whole.stored.flatMap(({ type }, index) => (type === 'course-changed' || index % 23 === 0 ? [index, index + 1] : []));
    for (const cut of cuts.filter((at) => at > 0 && at < whole.stored.length)) {
      const log = whole.cutAfter(cut);
      await evolve(request(log));
      expect(story(log)).toEqual(story(whole));
    }
  });

  it('is not dealt with while better ones are found', async () => {
    const { view } = await evolve(testRequest(new MemoryLog(), { settings: testSettings({ stagnation: { after: 12, do: [{ text: 'no' }] } }) }));
    expect(view.courses).toEqual([]);
  });

  it.each<[string, object]>([
    ['an unknown proposer', { use: { nobody: 1 } }], ['no proposer left', { use: { toy: 0, other: 0 } }],
  ])('is not planned with %s', async (_what, action) => {
    const planned = testSettings({ stagnation: { after: 4, do: [action] } as never });
    await expect(evolve(request(new MemoryLog(), [], { settings: planned }))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
  });

  it('opens islands only where there are some', async () => {
    await expect(evolve(request(new MemoryLog(), [], { archive: new CellArchive(testAxes) }))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST', message: expect.stringContaining('island') });
  });
});
