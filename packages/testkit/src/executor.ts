import type { Executor, Json } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';

/** A promise and the means to settle it from outside. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

/** Lets everything that can run now run. */
async function settle(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * Holds an executor to its contract. The handlers are closures of this process: an executor that runs jobs elsewhere
 * needs a suite of its own.
 *
 * @param name title of the suite
 * @param makeExecutor makes an executor that runs at least two jobs at once
 */
export function testExecutor(name: string, makeExecutor: () => Executor): void {
  describe(`executor ${name}`, () => {
    it('gives back what the handler returned', async () => {
      const session = await makeExecutor().open({ double: async (payload) => ({ twice: Number(payload) * 2 }) });
      expect(await Promise.all([1, 2, 3].map((payload) => session.execute({ kind: 'double', payload })))).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }]);
      await session.close();
    });

    it('rejects with what the handler threw, and goes on', async () => {
      const session = await makeExecutor().open({
        fail: async () => { throw new RangeError('on purpose'); },
        fine: async () => 'fine',
      });
      await expect(session.execute({ kind: 'fail', payload: null })).rejects.toThrow('on purpose');
      expect(await session.execute({ kind: 'fine', payload: null })).toBe('fine');
      await session.close();
    });

    it.each(['unknown', 'toString', '__proto__'])('refuses the job kind %s', async (kind) => {
      const session = await makeExecutor().open({ known: async () => null });
      await expect(session.execute({ kind, payload: null })).rejects.toMatchObject({ code: 'EXECUTOR_JOB' });
      await session.close();
    });

    it('runs as many at once as it says, and no more', async () => {
      let running = 0;
      let most = 0;
      const door = gate();
      const session = await makeExecutor().open({
        wait: async () => {
          running += 1;
          most = Math.max(most, running);
          await door.opened;
          running -= 1;
          return null;
        },
      });
      expect(session.concurrency).toBeGreaterThanOrEqual(2);
      const jobs = Array.from({ length: session.concurrency * 3 }, () => session.execute({ kind: 'wait', payload: null }));
      await settle();
      expect(running).toBe(session.concurrency);
      door.open();
      await Promise.all(jobs);
      expect(most).toBe(session.concurrency);
      await session.close();
    });

    it('hands the signal to the handler and reports a cancelled job as such', async () => {
      const controller = new AbortController();
      const started = gate();
      let seen: AbortSignal | undefined;
      const session = await makeExecutor().open({
        listen: (_payload, { signal }) => new Promise<Json>((resolve) => {
          seen = signal;
          signal.addEventListener('abort', () => resolve(null));
          started.open();
        }),
      });
      const job = session.execute({ kind: 'listen', payload: null }, { signal: controller.signal });
      const rejected = expect(job).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      await started.opened;
      controller.abort();
      await rejected;
      expect(seen?.aborted).toBe(true);
      await session.close();
    });

    it('does not start a job whose signal has fired', async () => {
      let started = false;
      const session = await makeExecutor().open({ job: async () => { started = true; return null; } });
      await expect(session.execute({ kind: 'job', payload: null }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      expect(started).toBe(false);
      await session.close();
    });

    it('takes a cancelled job out of the queue', async () => {
      const door = gate();
      const started: string[] = [];
      const session = await makeExecutor().open({ job: async (payload) => { started.push(String(payload)); await door.opened; return null; } });
      const busy = Array.from({ length: session.concurrency }, () => session.execute({ kind: 'job', payload: 'busy' }));
      await settle();
      const controller = new AbortController();
      const queued = session.execute({ kind: 'job', payload: 'queued' }, { signal: controller.signal });
      const rejected = expect(queued).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      controller.abort();
      await rejected;
      door.open();
      await Promise.all(busy);
      await session.close();
      expect(started).not.toContain('queued');
    });

    it('close waits for running jobs, cancels queued ones, and may be called twice', async () => {
      const door = gate();
      let finished = 0;
      const session = await makeExecutor().open({ job: async () => { await door.opened; finished += 1; return null; } });
      const running = Array.from({ length: session.concurrency }, () => session.execute({ kind: 'job', payload: null }));
      await settle();
      const queued = session.execute({ kind: 'job', payload: null });
      const rejected = expect(queued).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      let closed = false;
      const closing = Promise.all([session.close(), session.close()]).then(() => { closed = true; });
      await rejected;
      await settle();
      expect(closed).toBe(false);
      door.open();
      await closing;
      await Promise.all(running);
      expect(finished).toBe(session.concurrency);
      await expect(session.execute({ kind: 'job', payload: null })).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
    });

    it('keeps what is handed over apart: only JSON goes in and out', async () => {
      const payload = { list: [1] };
      const session = await makeExecutor().open({ echo: async (received) => {
        (received as { list: number[] }).list.push(2);
        return received;
      } });
      expect(await session.execute({ kind: 'echo', payload })).toEqual({ list: [1, 2] });
      expect(payload).toEqual({ list: [1] });
      await session.close();
    });
  });
}
