import type { ResourceRequest } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { defaultCoreSettings } from '../core/settings.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { InMemoryScheduler } from './in-memory-scheduler.ts';
import { withLease } from './with-lease.ts';

const request: ResourceRequest = { account: 'a', priority: 'exploration', cores: 1, memoryMb: 0, licences: { hspice: 1 } };

function make(): { time: VirtualTime; scheduler: InMemoryScheduler; pause: (ms: number) => Promise<void> } {
  const time = new VirtualTime();
  const settings = { ...defaultCoreSettings, leaseMs: 1000 };
  const scheduler = new InMemoryScheduler({ capacity: { cores: 1, memoryMb: 1, licences: { hspice: 1 } }, clock: time, timers: time, settings });
  return { time, scheduler, pause: (ms) => new Promise((resolve) => { time.after(ms, resolve); }) };
}

describe('withLease', () => {
  it('keeps a long lease alive and gives it back', async () => {
    const { time, scheduler, pause } = make();
    const result = withLease(scheduler, request, async () => { await pause(5000); return 7; }, { renewMs: 400, timers: time });
    await time.advance(5000);
    expect(await result).toBe(7);
    expect((await scheduler.status()).totals).toMatchObject({ released: 1, expired: 0 });
    expect(time.pending).toBe(0);
  });

  it('does refused work again when there is a licence', async () => {
    const { time, scheduler } = make();
    const attempts: number[] = [];
    const result = withLease(scheduler, request, async ({ attempt }) => { attempts.push(attempt); return attempt < 3 ? 'NO_LICENCE' : 'done'; }, { timers: time, denial: (value) => (value === 'NO_LICENCE' ? 'server full' : null) });
    await time.advance(10_000);
    expect(await result).toBe('done');
    expect(attempts).toEqual([1, 2, 3]);
    expect((await scheduler.status()).denials.map(({ reason }) => reason)).toEqual(['server full', 'server full']);
  });

  it('gives back what failing work held, and passes its error on', async () => {
    const { time, scheduler } = make();
    await expect(withLease(scheduler, request, async () => { throw new Error('boom'); }, { timers: time })).rejects.toThrow('boom');
    expect((await scheduler.status()).resources.every(({ inUse }) => inUse === 0)).toBe(true);
    expect(time.pending).toBe(0);
  });

  it('does not use the result of work that outlived its lease', async () => {
    const { time, scheduler, pause } = make();
    const result = withLease(scheduler, request, async () => { await pause(3000); return 7; }, { renewMs: 1e6, timers: time });
    result.catch(() => undefined);
    await time.advance(3000);
    await expect(result).rejects.toMatchObject({ code: 'SCHEDULER_LEASE_LOST' });
  });
});
