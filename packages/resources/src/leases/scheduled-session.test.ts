import type { ResourceRequest, SimulationOutcome, SimulatorSession } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import { expect, test } from 'vitest';
import { defaultCoreSettings } from '../core/settings.ts';
import { InMemoryScheduler } from './in-memory-scheduler.ts';
import { scheduledSession } from './scheduled-session.ts';

const request: ResourceRequest = { account: 'run/p1', priority: 'exploration', cores: 1, memoryMb: 0, licences: { hspice: 1 } };
const quick = { ...defaultCoreSettings, backOff: { ...defaultCoreSettings.backOff, firstMs: 5, longestMs: 5, mostDenials: 3 } };
const schedulerOf = (hspice: number) => new InMemoryScheduler({ capacity: { cores: 4, memoryMb: 0, licences: { hspice } }, settings: quick, clock: { now: () => performance.now() } });
const done = (value: number): SimulationOutcome => ({ ok: true, curves: [{ curve: String(value), vectors: [] }] });
const refused: SimulationOutcome = { ok: false, failure: { code: 'NO_LICENCE', message: 'all licences in use' } };

/** Refuses the candidates that `refuses` names by value and attempt; counts how many calls run side by side. */
function session(refuses: (value: number, attempt: number) => boolean) {
  const seen: number[][] = [];
  let running = 0;
  let most = 0;
  const made: SimulatorSession = {
    simulate: async ({ candidates }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => { setTimeout(resolve, 2); });
      running -= 1;
      const values = candidates.map((candidate) => candidate[0] as number);
      seen.push(values);
      return values.map((value) => (refuses(value, seen.length) ? refused : done(value)));
    },
    close: async () => undefined,
  };
  return { made, seen, most: () => most };
}

test('candidates refused a licence are simulated again, the others are not, and the order stays', async () => {
  const { made, seen } = session((value, attempt) => value === 2 && attempt < 3);
  const outcomes = await scheduledSession(made, schedulerOf(1), request).simulate({ candidates: [[1], [2], [3]] });
  expect(outcomes).toEqual([done(1), done(2), done(3)]);
  expect(seen).toEqual([[1, 2, 3], [2], [2]]);
});

test('a licence server that never gives in ends the wait with a typed error', async () => {
  const { made } = session(() => true);
  await expect(scheduledSession(made, schedulerOf(1), request).simulate({ candidates: [[1]] })).rejects.toSatisfy((error) => EvospiceError.is(error, 'SCHEDULER_NO_LICENCE'));
});

test('no more calls run side by side than there are licences', async () => {
  const { made, most } = session(() => false);
  const scheduled = scheduledSession(made, schedulerOf(2), request);
  await Promise.all(Array.from({ length: 12 }, (_, index) => scheduled.simulate({ candidates: [[index]] })));
  expect(most()).toBe(2);
});

test('without a licence in the request the refusal is an outcome like another', async () => {
  const { made } = session(() => true);
  const { licences: _, ...plain } = request;
  expect(await scheduledSession(made, schedulerOf(1), plain).simulate({ candidates: [[1]] })).toEqual([refused]);
});

test('cancelling ends the wait at once', async () => {
  const { made } = session(() => false);
  const scheduler = schedulerOf(1);
  const lease = await scheduler.acquire(request);
  const stop = new AbortController();
  const waiting = scheduledSession(made, scheduler, request).simulate({ candidates: [[1]] }, { signal: stop.signal });
  stop.abort();
  await expect(waiting).rejects.toSatisfy((error) => EvospiceError.is(error, 'SCHEDULER_CANCELLED'));
  await lease.release();
});
