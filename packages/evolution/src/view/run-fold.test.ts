import type { Program } from '@evospice/contracts';
import { MemoryLog } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { ordinalOf, programId } from './program-id.ts';
import { foldRun, readRun } from './run-fold.ts';

const program = (id: string, parents: readonly string[] = [], hash = id): Program => ({
  id, entry: 'a.ts', files: { 'a.ts': `// ${id}` }, parents, proposer: 'test', operator: 'test', hash, generation: parents.length,
});
const score = (value: number): object => ({ value, parts: { quality: value } });
const statistics = { elites: 1, cells: 4, coverage: 0.25, qdScore: 1, best: 1, mean: 1 };
const judged = (id: string, value: number, archive: object): object => ({ program: id, score: score(value), measures: { x: value }, archive: { value, removed: [], ...archive }, statistics });
const finished = (subject: string, id: string): object => ({ subject, stage: 'evaluation', outcome: { case: id, seed: 1, data: 0 } });
const started = { format: 2, problem: 'toy', seed: 1, programs: 9, archive: { axes: [], shape: { kind: 'grid' } }, stages: [{ name: 'trial', cases: 1 }, { name: 'evaluation', cases: 2 }], versions: {}, facts: {} };

function story(): MemoryLog {
  const log = new MemoryLog();
  const append = (type: string, payload: object): void => void log.append(type, payload as never);
  append('run-started', started);
  append('program-proposed', { program: program('p0001'), details: { note: 'seed' } });
  append('case-finished', finished('p0001', 'one'));
  append('program-judged', judged('p0001', 0.5, { status: 2, cell: [1, 0] }));
  append('champion-changed', { program: 'p0001', score: 0.5, previous: null });
  append('program-rejected', { program: null, proposer: 'test', stage: 'proposal', code: 'PROPOSAL_FAILED', reason: 'no', ordinal: 2 });
  append('program-proposed', { program: program('p0003', ['p0001']), details: {} });
  append('case-finished', finished('p0003', 'one'));
  append('program-rejected', { program: 'p0003', proposer: 'test', stage: 'trial', code: 'PROGRAM_ERROR', reason: 'threw', ordinal: 3 });
  append('program-proposed', { program: program('p0004', ['p0001']), details: {} });
  append('case-finished', finished('p0004', 'one'));
  append('program-proposed', { program: program('p0005', ['p0004', 'p0001']), details: {} });
  append('something-of-a-later-version', { new: true });
  append('case-finished', finished('p0005', 'one'));
  append('program-judged', judged('p0005', 0.75, { status: 1, cell: [1, 0], removed: ['p0001'] }));
  append('champion-changed', { program: 'p0005', score: 0.75, previous: 'p0001' });
  append('program-proposed', { program: program('p0006'), details: {} });
  append('case-finished', finished('p0006', 'one'));
  append('program-judged', judged('p0006', 0.25, { status: 2, cell: [0, 1] }));
  append('artefacts-added', { program: 'p0005', stage: 'evaluation', case: 'one', seed: 1, artefacts: { picture: 'a' } });
  return log;
}

describe('the view of a run', () => {
  it('is empty for no events', async () => {
    expect(await readRun(new MemoryLog())).toMatchObject({ started: null, finished: null, champion: null, tried: 0, proposals: 0, elites: [], statistics: null });
  });

  it('tells what became of every proposal', async () => {
    const view = await readRun(story());
    expect([...view.programs.values()].map(({ program: { id }, state, ordinal }) => [id, state, ordinal])).toEqual([
      ['p0001', 'judged', 1], ['p0003', 'rejected', 3], ['p0004', 'pending', 4], ['p0005', 'judged', 5], ['p0006', 'judged', 6],
    ]);
    expect(view.proposals).toBe(6);
    // Three judged and one that fell in the trial; the proposal that failed was never run.
    expect(view.tried).toBe(4);
    expect(view.settled).toEqual(['p0001', 'p0003', 'p0005', 'p0006']);
    expect(view.pending.map(({ program: { id } }) => id)).toEqual(['p0004']);
    expect(view.rejectionsByStage).toEqual({ proposal: 1, syntax: 0, static: 0, duplicate: 0, novelty: 0, trial: 1, evaluation: 0 });
    expect(view.rejections.map(({ ordinal }) => ordinal)).toEqual([2, 3]);
    expect(view.programs.get('p0003')?.rejection?.reason).toBe('threw');
  });

  it('knows the champion, the elites and the lineage', async () => {
    const view = await readRun(story());
    expect(view.champion?.program.id).toBe('p0005');
    expect(view.leader).toBe(view.champion);
    expect(view.champions.map(({ program: id, tried }) => [id, tried])).toEqual([['p0001', 1], ['p0005', 3]]);
    expect(view.elites).toEqual([
      { cell: [0, 1], id: 'p0006', objective: 0.25, measures: { x: 0.25 }, parents: [] },
      { cell: [1, 0], id: 'p0005', objective: 0.75, measures: { x: 0.75 }, parents: ['p0004', 'p0001'] },
    ]);
    expect(view.lineage('p0005').map(({ id }) => id)).toEqual(['p0005', 'p0004', 'p0001']);
    expect(view.lineage('p9999')).toEqual([]);
    expect([view.children('p0001'), view.children('p0004'), view.children('p0006')]).toEqual([3, 1, 0]);
    expect(view.statistics).toEqual(statistics);
  });

  it('keeps outcomes of programs in flight and of champions, with artefacts that came later', async () => {
    const view = await readRun(story());
    expect(view.subjects).toEqual(['p0001', 'p0004', 'p0005']);
    expect(view.cases).toEqual({ finished: 5, failed: 0, cost: 0, reused: 0 });
    expect(view.casesOf('p0005', 'evaluation')).toMatchObject([{ outcome: { artefacts: { picture: 'a' } } }]);
    expect(view.casesOf('p0005', 'trial')).toEqual([]);
  });

  it('finds the first program with a hash, unless that one was excused', async () => {
    const log = new MemoryLog();
    void log.append('run-started', started as never);
    for (const id of ['p0001', 'p0002', 'p0003']) void log.append('program-proposed', { program: program(id, [], id === 'p0003' ? 'other' : 'same'), details: {} } as never);
    const [one, two, three] = ['p0001', 'p0002', 'p0003'].map((id) => program(id, [], id === 'p0003' ? 'other' : 'same')) as [Program, Program, Program];
    const before = await readRun(log);
    expect([before.twin(one), before.twin(two)?.program.id, before.twin(three)]).toEqual([undefined, 'p0001', undefined]);
    void log.append('program-rejected', { program: 'p0001', proposer: 'test', stage: 'trial', code: 'NO_LICENCE', reason: 'none', ordinal: 1, excused: true });
    expect((await readRun(log)).twin(two)).toBeUndefined();
  });

  it('takes a resumed run for an unfinished one', async () => {
    const log = story();
    await log.append('run-finished', { programs: 4, champion: 'p0005', statistics });
    expect((await readRun(log)).finished?.champion).toBe('p0005');
    await log.append('run-resumed', { programs: 4 });
    expect(await readRun(log)).toMatchObject({ finished: null, resumptions: [{ programs: 4 }] });
  });

  it('refuses events that begin in the middle, and those of a later version', () => {
    expect(() => foldRun(story().stored.slice(2))).toThrow(expect.objectContaining({ code: 'EVOLUTION_EVENTS' }));
    expect(() => foldRun([{ sequence: 1, at: 0, type: 'run-started', payload: { ...started, format: 99 } as never }])).toThrow(expect.objectContaining({ code: 'RUN_FORMAT' }));
    expect(() => ordinalOf('42')).toThrow(expect.objectContaining({ code: 'EVOLUTION_EVENTS' }));
    for (const ordinal of [1, 42, 9999, 123456]) expect(ordinalOf(programId(ordinal))).toBe(ordinal);
  });
});
