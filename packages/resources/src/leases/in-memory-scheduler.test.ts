import { EvospiceError, type ResourceLease, type ResourceRequest } from '@evospice/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCoreSettings } from '../core/settings.ts';
import { settled, VirtualTime } from '../testing/virtual-time.ts';
import { InMemoryScheduler } from './in-memory-scheduler.ts';

const settings = { ...defaultCoreSettings, leaseMs: 1000, backOff: { firstMs: 100, longestMs: 400, probeMs: 200, mostDenials: 3 } };
const capacity = { cores: 2, memoryMb: 1000, licences: { hspice: 1 } };

function make(): { time: VirtualTime; scheduler: InMemoryScheduler } {
  const time = new VirtualTime();
  return { time, scheduler: new InMemoryScheduler({ capacity, clock: time, timers: time, settings }) };
}

const licensed: ResourceRequest = { account: 'a', priority: 'exploration', cores: 1, memoryMb: 0, licences: { hspice: 1 } };

/** What a promise has come to so far. */
function watch<T>(promise: Promise<T>): { value?: T; error?: unknown } {
  const seen: { value?: T; error?: unknown } = {};
  promise.then((value) => { seen.value = value; }, (error: unknown) => { seen.error = error; });
  return seen;
}

describe('InMemoryScheduler', () => {
  it('grants in turn and takes back by disposal', async () => {
    const { scheduler } = make();
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      const lease = await scheduler.acquire({ ...licensed, account: name });
      order.push(lease.request.account);
      await lease[Symbol.asyncDispose]();
    };
    await Promise.all([work('a'), work('b'), work('c')]);
    expect(order).toEqual(['a', 'b', 'c']);
    expect((await scheduler.status()).resources.map(({ inUse }) => inUse)).toEqual([0, 0, 0]);
  });

  it('refuses more than the capacity at once, with a typed error that names it', async () => {
    const { scheduler } = make();
    await expect(scheduler.acquire({ ...licensed, licences: { hspice: 2 } })).rejects.toMatchObject({ code: 'SCHEDULER_TOO_LARGE', received: 2, expected: 'at most 1 licence of hspice' });
    await expect(scheduler.acquire({ ...licensed, cores: 3 })).rejects.toMatchObject({ code: 'SCHEDULER_TOO_LARGE', expected: 'at most 2 cores' });
    await expect(scheduler.acquire({ ...licensed, licences: { eldo: 1 } })).rejects.toMatchObject({ code: 'SCHEDULER_TOO_LARGE', expected: 'at most 0 licences of eldo' });
  });

  it.each([
    [{ cores: -1 }], [{ cores: 1.5 }], [{ cores: Number.NaN }], [{ memoryMb: Infinity }], [{ licences: { hspice: 0.5 } }], [{ cores: 0, licences: {} }], [{ weight: 0 }], [{ account: '' }], [{ priority: 'urgent' as 'validation' }],
  ])('refuses %o as no request', async (wrong) => {
    const { scheduler } = make();
    await expect(scheduler.acquire({ ...licensed, ...wrong })).rejects.toMatchObject({ code: 'SCHEDULER_REQUEST' });
    expect((await scheduler.status()).accounts).toEqual([]);
  });

  it('refuses a capacity that is not a number', () => {
    const time = new VirtualTime();
    expect(() => new InMemoryScheduler({ capacity: { cores: Number.NaN, memoryMb: 1 }, clock: time, timers: time })).toThrow(expect.objectContaining({ code: 'SCHEDULER_CAPACITY' }));
  });

  it('a signal ends the wait at once, or takes the lease back at once', async () => {
    const { scheduler } = make();
    const [queued, held] = [new AbortController(), new AbortController()];
    const lease = await scheduler.acquire(licensed, { signal: held.signal });
    const second = watch(scheduler.acquire(licensed, { signal: queued.signal }));
    const third = watch(scheduler.acquire(licensed));
    queued.abort(new Error('no more'));
    await settled();
    expect(second.error).toMatchObject({ code: 'SCHEDULER_CANCELLED', cause: expect.objectContaining({ message: 'no more' }) });
    held.abort();
    expect(lease.signal.aborted).toBe(true);
    await settled();
    expect(third.value).toBeDefined();
    await lease.release();
    expect((await scheduler.status()).totals).toMatchObject({ granted: 2, released: 0, cancelled: 2 });
  });

  it('a signal that had fired before asks for nothing', async () => {
    const { scheduler } = make();
    await expect(scheduler.acquire(licensed, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'SCHEDULER_CANCELLED' });
    expect((await scheduler.status()).totals.cancelled).toBe(0);
  });

  it('a signal between the grant and its arrival leaves nobody with a dead lease', async () => {
    const { scheduler } = make();
    const lease = await scheduler.acquire(licensed);
    const controller = new AbortController();
    const second = watch(scheduler.acquire(licensed, { signal: controller.signal }));
    void lease.release();
    controller.abort();
    await settled();
    expect(second.error).toMatchObject({ code: 'SCHEDULER_CANCELLED' });
    expect((await scheduler.status()).resources.every(({ inUse }) => inUse === 0)).toBe(true);
  });

  it('a lease that nobody renews is lost, its holder told, and its licence returns', async () => {
    const { time, scheduler } = make();
    const lease = await scheduler.acquire(licensed);
    const next = watch(scheduler.acquire(licensed));
    await time.advance(900);
    await lease.renew();
    await time.advance(999);
    expect(next.value).toBeUndefined();
    await time.advance(1);
    expect(next.value).toBeDefined();
    expect(lease.signal.reason).toMatchObject({ code: 'SCHEDULER_LEASE_LOST' });
    await expect(lease.renew()).rejects.toMatchObject({ code: 'SCHEDULER_LEASE_LOST' });
    await lease.release();
    expect((await scheduler.status()).totals).toMatchObject({ expired: 1, released: 0 });
  });

  it('after a denial it waits, tries again at its old place, backs off for longer each time, and gives up after the bound', async () => {
    const { time, scheduler } = make();
    const lease = await scheduler.acquire(licensed);
    const later = watch(scheduler.acquire({ ...licensed, account: 'b' }));
    const back = watch(lease.deny('no licence for hspice'));
    expect((await scheduler.status()).resources[2]).toEqual({ resource: 'licence:hspice', capacity: 1, limit: 0, inUse: 0, backOffUntil: 100 });
    await time.advance(99);
    expect('value' in back).toBe(false);
    await time.advance(1);
    expect('value' in back).toBe(true);
    const again = watch(lease.deny('still none'));
    await time.advance(199);
    expect('value' in again).toBe(false);
    await time.advance(1);
    expect('value' in again).toBe(true);
    await expect(lease.deny('none at all')).rejects.toMatchObject({ code: 'SCHEDULER_NO_LICENCE', received: 3, message: expect.stringContaining('none at all') });
    expect(lease.signal.aborted).toBe(true);
    expect(later.value).toBeUndefined();
    await time.advance(400);
    expect(later.value).toBeDefined();
    const { denials, totals, accounts } = await scheduler.status();
    expect(denials.map(({ at, licence, account, backOffMs }) => [at, licence, account, backOffMs])).toEqual([[0, 'hspice', 'a', 100], [100, 'hspice', 'a', 200], [300, 'hspice', 'a', 400]]);
    expect(totals.denied).toBe(3);
    expect(accounts.find(({ account }) => account === 'a')?.used ?? 0).toBe(0);
  });

  it('denying what the request does not have is an error, and the lease stays', async () => {
    const { scheduler } = make();
    const lease = await scheduler.acquire({ ...licensed, licences: {} });
    await expect(lease.deny('no')).rejects.toMatchObject({ code: 'SCHEDULER_REQUEST' });
    await lease.renew();
  });

  it('closing turns everybody away', async () => {
    const { time, scheduler } = make();
    const lease = await scheduler.acquire(licensed);
    const next = watch(scheduler.acquire(licensed));
    await scheduler.close();
    await settled();
    expect(next.error).toMatchObject({ code: 'SCHEDULER_CLOSED' });
    expect(lease.signal.reason).toMatchObject({ code: 'SCHEDULER_CLOSED' });
    await expect(scheduler.acquire(licensed)).rejects.toMatchObject({ code: 'SCHEDULER_CLOSED' });
    await scheduler.close();
    expect(time.pending).toBe(0);
  });

  it('the live view tells who waits, by account and priority, and for how long', async () => {
    const { time, scheduler } = make();
    const lease = await scheduler.acquire(licensed);
    for (const priority of ['validation', 'exploration', 'exploration'] as const) watch(scheduler.acquire({ ...licensed, account: 'b', priority, weight: 2 }));
    await time.advance(300);
    const status = await scheduler.status();
    expect(status.accounts).toEqual([
      { account: 'a', weight: 1, held: 1, waiting: { validation: 0, exploration: 0 }, longestWaitMs: 0, used: 300 },
      { account: 'b', weight: 2, held: 0, waiting: { validation: 1, exploration: 2 }, longestWaitMs: 300, used: 0 },
    ]);
    await lease.release();
    expect((await scheduler.status()).totals).toMatchObject({ granted: 2, meanWaitMs: 150, longestWaitMs: 300 });
  });

  it('never has more at work than there is, and finishes all work, in any interleaving of work, failures and cancellation', async () => {
    const job = fc.record({ account: fc.constantFrom('a', 'b'), priority: fc.constantFrom('validation' as const, 'exploration' as const), cores: fc.integer({ min: 1, max: 2 }), memoryMb: fc.integer({ min: 0, max: 600 }), hspice: fc.integer({ min: 0, max: 1 }), at: fc.nat(500), workMs: fc.nat(300), fate: fc.constantFrom('done', 'done', 'done', 'dies', 'denied', 'cancelled') });
    await fc.assert(fc.asyncProperty(fc.array(job, { maxLength: 25 }), async (jobs) => {
      const { time, scheduler } = make();
      const working = new Map<ResourceLease, ResourceRequest>();
      const sum = (amount: (request: ResourceRequest) => number): number => [...working.values()].reduce((total, request) => total + amount(request), 0);
      const pause = (ms: number): Promise<void> => new Promise((resolve) => { time.after(ms, resolve); });
      let ended = 0;
      const run = async ({ hspice, at, workMs, fate, ...rest }: (typeof jobs)[number]): Promise<void> => {
        await pause(at);
        const controller = new AbortController();
        if (fate === 'cancelled') time.after(workMs, () => controller.abort());
        try {
          const lease = await scheduler.acquire({ ...rest, licences: { hspice } }, { signal: controller.signal });
          const begin = (): void => {
            working.set(lease, lease.request);
            expect(sum(({ cores }) => cores)).toBeLessThanOrEqual(2);
            expect(sum(({ memoryMb }) => memoryMb)).toBeLessThanOrEqual(1000);
            expect(sum(({ licences }) => licences!['hspice']!)).toBeLessThanOrEqual(1);
          };
          lease.signal.addEventListener('abort', () => working.delete(lease));
          begin();
          await pause(workMs);
          if (lease.signal.aborted) throw lease.signal.reason;
          if (fate === 'denied' && hspice > 0) {
            working.delete(lease);
            await lease.deny('no');
            begin();
          }
          if (fate === 'dies') return;
          working.delete(lease);
          await lease.release();
        } catch (error) {
          if (fate !== 'cancelled' || !EvospiceError.is(error, 'SCHEDULER_CANCELLED')) throw error;
        } finally {
          ended += 1;
        }
      };
      const all = Promise.all(jobs.map(run));
      all.catch(() => undefined);
      await time.advance(60_000);
      await Promise.race([all, settled()]);
      expect(ended).toBe(jobs.length);
      await all;
      const status = await scheduler.status();
      expect(status.resources.map(({ inUse }) => inUse)).toEqual([0, 0, 0]);
      expect(status.accounts).toEqual([]);
    }), { numRuns: 60 });
  });
});
