import { EvospiceError, type ExecutorSession, type Json, type TrajectoryPoint } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import type { ExtractionJob } from './extraction-job.ts';
import { recordOf, runExtraction, type ExtractionAttempt } from './run-extraction.ts';
import type { SimulatorTrouble } from './simulator-trouble.ts';

const job = { task: 't' } as unknown as ExtractionJob;
const point = (failure?: string): TrajectoryPoint => ({ spent: 1, error: null, best: null, ...(failure === undefined ? {} : { failure }) });
const result = (...failures: (string | undefined)[]): Json => ({ trajectory: failures.map(point) }) as unknown as Json;

/** Plays answers one after another; an error is thrown. */
async function attempt(answers: readonly (Json | Error)[], retries = 2): Promise<{ outcome: ExtractionAttempt; seen: SimulatorTrouble[]; left: number }> {
  const waiting = [...answers];
  const seen: SimulatorTrouble[] = [];
  const session = {
    execute: async () => {
      const answer = waiting.shift();
      if (answer instanceof Error) throw answer;
      return answer as Json;
    },
  } as unknown as ExecutorSession;
  const outcome = await runExtraction(job, { session, retries, signal: new AbortController().signal, onRetry: (_attempt, trouble) => { seen.push(trouble); } });
  return { outcome, seen, left: waiting.length };
}

describe('an extraction and its repetitions', () => {
  it('is run once when nothing is wrong with the simulator, whatever the candidates do', async () => {
    const { outcome, seen } = await attempt([result(undefined, 'NOT_CONVERGED', 'NON_FINITE')]);
    expect(outcome).toHaveProperty('result');
    expect(seen).toEqual([]);
  });

  it('is repeated after a crash, and the clean result counts', async () => {
    const { outcome, seen } = await attempt([result('CRASHED'), result(undefined)]);
    expect(outcome).toEqual({ result: { trajectory: [point()] } });
    expect(seen).toMatchObject([{ code: 'CRASHED', struck: [0] }]);
  });

  it('takes the same crash twice for the candidates’ doing', async () => {
    const { outcome, seen, left } = await attempt([result(undefined, 'CRASHED'), result(undefined, 'CRASHED'), result(undefined)], 5);
    expect(outcome).toHaveProperty('result');
    expect(seen).toHaveLength(1);
    expect(left).toBe(1);
  });

  it('gives up after the repetitions allowed', async () => {
    expect((await attempt([result('CRASHED'), result(undefined, 'CRASHED')], 1)).outcome).toHaveProperty('result');
    expect((await attempt([result('NO_LICENCE'), result('NO_LICENCE'), result('NO_LICENCE')])).outcome).toMatchObject({ trouble: { code: 'NO_LICENCE', reason: expect.stringContaining('1 of 1') } });
    expect((await attempt([result('CRASHED', 'NO_LICENCE')], 0)).outcome).toMatchObject({ trouble: { code: 'NO_LICENCE' } });
  });

  it('repeats what a broken session threw, and a start that crashed', async () => {
    const closed = new EvospiceError('SIMULATOR_CLOSED', 'gone');
    const start = new EvospiceError('EXTRACTION_START', 'no start', { received: { code: 'CRASHED', message: 'gone' } });
    expect((await attempt([closed, start, result()])).seen.map(({ code }) => code)).toEqual(['SIMULATOR_CLOSED', 'CRASHED']);
    expect((await attempt([closed, closed, closed])).outcome).toMatchObject({ trouble: { code: 'SIMULATOR_CLOSED', reason: 'gone' } });
  });

  it('repeats a start that took too long: the starting card is no program’s choice', async () => {
    const late = new EvospiceError('EXTRACTION_START', 'not done after 10000 ms', { received: { code: 'DEADLINE', message: 'late' } });
    expect((await attempt([late, result()])).outcome).toHaveProperty('result');
    expect((await attempt([late, late, late])).outcome).toMatchObject({ trouble: { code: 'EXTRACTION_SIMULATOR' } });
  });

  it('stops the run for a sandbox that keeps failing, since no program can be judged without it', async () => {
    const broken = new EvospiceError('SANDBOX_START', 'no child');
    expect((await attempt([broken, result()])).outcome).toHaveProperty('result');
    await expect(attempt([broken, broken, broken])).rejects.toMatchObject({ code: 'SANDBOX_START' });
  });

  it.each([
    new EvospiceError('EXTRACTION_START', 'the card is wrong', { received: { code: 'NOT_CONVERGED' } }),
    new EvospiceError('SIMULATOR_MISSING', 'not installed'),
    new TypeError('a bug'),
  ])('passes on what no repetition cures: $message', async (error) => {
    await expect(attempt([error])).rejects.toBe(error);
  });

  it('stores positions to nine decimals and leaves the rest as it is', () => {
    const trajectory = [{ spent: 1, error: 1 / 3, best: 1 / 3, position: [1 / 3, 0, 1, 1e-12] }, { spent: 2, error: null, best: null }];
    const stored = recordOf({ run: { task: 't', seed: 1, allowed: 2, startError: 1, trajectory }, fits: [] } as never, 'p0001', 'train');
    expect(stored.run.trajectory).toEqual([{ spent: 1, error: 1 / 3, best: 1 / 3, position: [0.333333333, 0, 1, 0] }, { spent: 2, error: null, best: null }]);
    expect(stored).not.toHaveProperty('fits');
  });
});
