import { extract } from '@evospice/extraction';
import type { SimulationFailure } from '@evospice/contracts';
import { analyticDiodeSimulator } from '@evospice/testkit';
import { testbenchOf } from '@evospice/device';
import { describe, expect, it } from 'vitest';
import { benchRunOf } from '../bench-run.ts';
import { entries, testParts } from '../testing/bench-parts.ts';
import { CellRunner } from './cell-runner.ts';

const { signal } = new AbortController();
const cell = { entry: 'climber', task: 't1', seed: 3, budget: 20 };
const crash: SimulationFailure = { code: 'CRASHED', message: 'died' };

/** A run with a simulator that crashes at the given calls, counted over all sessions. */
async function runWith(crashes: (call: number) => boolean, failure = crash) {
  let calls = 0;
  const simulator = analyticDiodeSimulator({ fail: () => (crashes(calls++) ? failure : undefined) });
  const runner = new CellRunner(testParts(simulator));
  try {
    return { run: await runner.run(cell, signal), simulator };
  } finally {
    await runner.close();
  }
}

describe('a cell', () => {
  it('is the extraction that `extract` makes, with its time apart', async () => {
    const parts = testParts();
    const { task, simulator } = await parts.taskNamed('t1');
    const session = await simulator.open(testbenchOf(task));
    const result = await extract({ task, session, optimizer: entries['climber']!, simulator: simulator.name, budget: 20, seed: 3, fits: false, positions: false });
    const runner = new CellRunner(parts, { clock: { now: () => performance.now() } });
    const { seconds, ...run } = await runner.run(cell, signal);
    expect(run).toEqual(benchRunOf('climber', result));
    expect(seconds?.wall).toBeGreaterThan(0);
    expect(seconds?.own).toBeLessThanOrEqual(seconds?.wall ?? 0);
    await runner.close();
  });

  it('comes to the same whatever ran before it, in one session a task', async () => {
    const simulator = analyticDiodeSimulator();
    const runner = new CellRunner(testParts(simulator));
    const first = await runner.run(cell, signal);
    await runner.run({ ...cell, entry: 'random', seed: 9 }, signal);
    expect(simulator.counts.opened).toBe(1);
    await runner.run({ ...cell, task: 't2' }, signal);
    expect(await runner.run(cell, signal)).toEqual(first);
    await runner.close();
    expect(simulator.counts.opened).toBe(simulator.counts.closed);
  });

  it('has the compact models hidden that its entry does without', async () => {
    const { taskNamed } = testParts();
    const seen: (readonly string[])[] = [];
    const runner = new CellRunner({ taskNamed, optimizerNamed: () => ({ name: 'any', optimize: async (_, { models }) => { seen.push(models.without); } }) }, { hiddenModels: (entry) => (entry === 'plain' ? ['diode', 'jfet'] : []) });
    for (const entry of ['plain', 'other']) await runner.run({ ...cell, entry }, signal);
    await runner.close();
    expect(seen).toEqual([['diode', 'jfet'], []]);
  });

  it('keeps crashes that candidates cause, and stops at those that come and go', async () => {
    // Three calls outside the budget a run: start and result on training curves (and none of validation).
    const { run } = await runWith(() => false);
    const perRun = run.run.trajectory.length;
    const calls = (await runWith(() => false)).simulator.counts.candidates;
    const kept = await runWith((call) => call % calls === 5);
    expect(kept.run.run.trajectory.filter(({ failure }) => failure === 'CRASHED')).toHaveLength(1);
    expect(kept.run.run.trajectory).toHaveLength(perRun);
    expect(kept.simulator.counts.opened).toBe(2);
    await expect(runWith((call) => call === 5)).rejects.toMatchObject({ code: 'BENCH_SIMULATOR' });
  });

  it('stops where there was no licence, and where the sandbox fails', async () => {
    await expect(runWith((call) => call === 5, { code: 'NO_LICENCE', message: 'none left' })).rejects.toMatchObject({ code: 'BENCH_SIMULATOR', received: cell });
    const runner = new CellRunner(testParts());
    await expect(runner.run({ ...cell, entry: 'sandboxless' }, signal)).rejects.toMatchObject({ code: 'SANDBOX_MISSING' });
    await runner.close();
  });

  it('ends as failed at the time limit, with what was found', async () => {
    const runner = new CellRunner(testParts(), { clock: { now: () => performance.now() }, limitSeconds: 0.1 });
    const run = await runner.run({ ...cell, entry: 'slow', budget: 1000 }, signal);
    expect(run).toMatchObject({ end: 'failed', failure: { code: 'BENCH_TIME_LIMIT' } });
    expect(run.run.trajectory.length).toBeGreaterThan(0);
    await runner.close();
  });
});
