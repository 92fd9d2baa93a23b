import type { Reporter, RunReporter, RunProgress, StoredEvent } from '@evospice/contracts';
import { MemoryLog } from '../memory-log.ts';
import { describe, expect, it } from 'vitest';
import { RunReporters } from '@evospice/runs';

const counter = () => {
  let done = 0;
  return { apply: () => { done += 1; }, get progress(): RunProgress { return { done, total: null, unit: 'events', figures: [], finished: false }; } };
};
const reporterOf = (session: Partial<RunReporter>, seen: unknown[] = []): Reporter => ({
  name: 'test',
  open: async (run) => {
    seen.push(run.progress.done);
    return { event: () => undefined, close: async () => [], ...session };
  },
});
const event = (sequence: number): StoredEvent => ({ sequence, at: 0, type: 'tick', payload: null });

async function open(reporters: readonly Reporter[], log = new MemoryLog()) {
  const warnings: string[] = [];
  const logger = { debug: () => undefined, info: () => undefined, warn: (message: string) => { warnings.push(message); } };
  return { warnings, run: await RunReporters.open({ reporters, run: { kind: 'test', title: 't', location: '/', log }, tracker: counter(), logger }) };
}

describe('the reporters of a run', () => {
  it('begin with what was stored before, and see each event with how far the run is then', async () => {
    const log = new MemoryLog();
    await log.append('tick', null);
    const seen: unknown[] = [];
    const { run } = await open([reporterOf({ event: ({ sequence }, { done }) => { seen.push([sequence, done]); } }, seen)], log);
    run.event(event(2));
    run.event(event(3));
    expect(seen).toEqual([1, [2, 2], [3, 3]]);
    expect(run.progress.done).toBe(3);
  });

  it('cannot end the run: one that throws is named once, the others go on', async () => {
    const seen: number[] = [];
    const { run, warnings } = await open([reporterOf({ event: () => { throw new Error('no screen'); } }), reporterOf({ event: ({ sequence }) => { seen.push(sequence); } })]);
    for (const sequence of [1, 2, 3]) run.event(event(sequence));
    expect(seen).toEqual([1, 2, 3]);
    expect(warnings).toEqual([expect.stringContaining('no screen')]);
  });

  it('are all closed, once, also when one of them fails', async () => {
    let closed = 0;
    const fine = reporterOf({ close: async () => { closed += 1; return ['/a']; } });
    const { run } = await open([fine, fine]);
    expect([await run.close(), await run.close()]).toEqual([['/a', '/a'], ['/a', '/a']]);
    expect(closed).toBe(2);
    const bad = await open([reporterOf({ close: () => Promise.reject(new Error('disk full')) }), fine]);
    await expect(bad.run.close()).rejects.toThrow('disk full');
    expect(closed).toBe(3);
    await expect(open([fine, { name: 'broken', open: () => Promise.reject(new Error('cannot')) }])).rejects.toThrow('cannot');
    expect(closed).toBe(4);
  });
});
