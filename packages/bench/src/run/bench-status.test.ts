import { describe, expect, it } from 'vitest';
import { siblingModule } from '@evospice/contracts';
import { MemoryLog, plainExecutor } from '@evospice/testkit';
import { benchStatus } from './bench-status.ts';
import { runBench } from './run-bench.ts';

const plan = { entries: ['random', 'broken', 'choosy'], tasks: ['t1', 't2'], seeds: [1, 2], budgets: [10] };

async function run(log: MemoryLog, asked = plan): Promise<void> {
  await runBench({
    plan: asked, log, conditions: {}, versions: {}, workers: 1, signal: new AbortController().signal,
    executor: plainExecutor(), work: { module: siblingModule('../testing/worker', import.meta.url), setup: null },
  });
}

/** As the memory log counts time: a millisecond an event. */
const at = (sequence: number): string => new Date(sequence).toISOString();

describe('how far a benchmark is', () => {
  it('counts runs, failures and refusals by entry, and says when it began and last stored', async () => {
    const log = new MemoryLog();
    await run(log);
    const none = { failed: 0, failures: {}, notApplicable: 0 };
    expect(await benchStatus(log)).toEqual({
      state: 'finished', runs: 12, planned: 12, others: 0, began: at(1), lastStored: at(13),
      entries: [
        { entry: 'random', runs: 4, planned: 4, ...none },
        { entry: 'broken', runs: 4, planned: 4, ...none, failed: 4, failures: { OPTIMIZER_ERROR: 4 } },
        { entry: 'choosy', runs: 4, planned: 4, ...none, notApplicable: 4 },
      ],
    });
  });

  it('is unfinished where runs are missing, wherever it was cut off', async () => {
    const whole = new MemoryLog();
    await run(whole);
    for (const [cut, state] of [[0, 'not begun'], [1, 'not begun'], [2, 'unfinished'], [12, 'unfinished'], [13, 'finished']] as const) {
      expect(await benchStatus(whole.cutAfter(cut))).toMatchObject({ state, runs: Math.max(0, cut - 1), planned: 12 });
    }
    expect(await benchStatus(new MemoryLog())).toEqual({ state: 'not begun', runs: 0, planned: null, entries: [], others: 0, began: null, lastStored: null });
  });

  it('goes by what was asked for last', async () => {
    const log = new MemoryLog();
    await run(log);
    await run(log, { ...plan, entries: ['random'], seeds: [1] });
    expect(await benchStatus(log)).toMatchObject({ state: 'finished', runs: 2, planned: 2, others: 10, entries: [{ entry: 'random' }] });
  });
});
