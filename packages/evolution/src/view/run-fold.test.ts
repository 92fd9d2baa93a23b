import type { Program } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { MemoryLog } from '@evospice/testkit';
import { foldRun, readRun } from './fold-run.ts';
import { ordinalOf, programId } from './program-id.ts';

const program = (id: string, parents: readonly string[] = []): Program => ({ id, source: `// ${id}`, parents, proposer: 'test', operator: 'test', hash: id, generation: parents.length });
const score = (value: number): object => ({ value, parts: { quality: value } });
const statistics = { elites: 1, cells: 4, coverage: 0.25, qdScore: 1, best: 1, mean: 1 };
const evaluated = (id: string, value: number, status: 0 | 1 | 2, cell: readonly number[] | null): object => ({ program: id, score: score(value), measures: { x: value }, archive: { status, value, cell }, statistics });

function story(): MemoryLog {
  const log = new MemoryLog();
  const append = (type: string, payload: object): void => void log.append(type, payload as never);
  append('run-started', { seed: 1 });
  append('program-proposed', { program: program('p0001'), details: { note: 'seed' } });
  append('program-evaluated', evaluated('p0001', 0.5, 2, [1, 0]));
  append('champion-changed', { program: 'p0001', score: 0.5, previous: null });
  append('program-rejected', { program: null, proposer: 'test', stage: 'proposal', code: 'PROPOSAL_FAILED', reason: 'no', source: '', ordinal: 2 });
  append('program-proposed', { program: program('p0003', ['p0001']), details: {} });
  append('program-rejected', { program: 'p0003', proposer: 'test', stage: 'probe', code: 'PROGRAM_ERROR', reason: 'threw', source: '// p0003' });
  append('program-proposed', { program: program('p0004', ['p0001']), details: {} });
  append('program-proposed', { program: program('p0005', ['p0004', 'p0001']), details: {} });
  append('something-of-a-later-version', { new: true });
  append('program-evaluated', evaluated('p0005', 0.75, 1, [1, 0]));
  append('champion-changed', { program: 'p0005', score: 0.75, previous: 'p0001' });
  return log;
}

describe('the view of a run', () => {
  it('is empty for no events', async () => {
    expect(await readRun(new MemoryLog())).toMatchObject({ started: null, finished: null, champion: null, evaluations: 0, proposals: 0, last: 0, elites: [], statistics: null });
  });

  it('tells what became of every proposal', async () => {
    const view = await readRun(story());
    expect([...view.programs.values()].map(({ program: { id }, state, ordinal }) => [id, state, ordinal])).toEqual([
      ['p0001', 'evaluated', 1], ['p0003', 'rejected', 3], ['p0004', 'pending', 4], ['p0005', 'evaluated', 5],
    ]);
    expect(view.proposals).toBe(5);
    // Two judged and one that fell at the probe; the proposal that failed was never simulated.
    expect(view.evaluations).toBe(3);
    expect(view.pending.map(({ program: { id } }) => id)).toEqual(['p0004']);
    expect(view.rejectionsByStage).toEqual({ proposal: 1, syntax: 0, static: 0, duplicate: 0, probe: 1, evaluation: 0 });
    expect(view.rejections.map(({ ordinal }) => ordinal)).toEqual([2, 3]);
    expect(view.programs.get('p0003')?.rejection?.reason).toBe('threw');
  });

  it('knows the champion, the elites and the lineage', async () => {
    const view = await readRun(story());
    expect(view.champion?.program.id).toBe('p0005');
    expect(view.champions.map(({ program: id, evaluations }) => [id, evaluations])).toEqual([['p0001', 1], ['p0005', 3]]);
    expect(view.elites).toEqual([{ cell: [1, 0], program: 'p0005', score: 0.75, measures: { x: 0.75 } }]);
    expect(view.lineage('p0005').map(({ id }) => id)).toEqual(['p0005', 'p0004', 'p0001']);
    expect(view.lineage('p9999')).toEqual([]);
    expect(view.statistics).toEqual(statistics);
    expect(view.last).toBe(12);
  });

  it('takes a resumed run for an unfinished one', async () => {
    const log = story();
    await log.append('run-finished', { evaluations: 3, champion: 'p0005', statistics });
    expect((await readRun(log)).finished?.champion).toBe('p0005');
    await log.append('run-resumed', { evaluations: 3 });
    expect(await readRun(log)).toMatchObject({ finished: null, resumptions: 1 });
  });

  it('refuses events that begin in the middle', () => {
    expect(() => foldRun(story().stored.slice(2))).toThrow(expect.objectContaining({ code: 'EVOLUTION_EVENTS' }));
    expect(() => ordinalOf('42')).toThrow(expect.objectContaining({ code: 'EVOLUTION_EVENTS' }));
    for (const ordinal of [1, 42, 9999, 123456]) expect(ordinalOf(programId(ordinal))).toBe(ordinal);
  });
});
