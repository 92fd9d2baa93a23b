import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvospiceError, siblingModule, type Executor, type JobQueue, type Json } from '@evospice/contracts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = siblingModule('./executor-jobs', import.meta.url);

export interface TestExecutorOptions {
  /** Whether workers are processes that a job may bring down or keep busy for ever. */
  readonly processes?: boolean;
}

/**
 * Holds an executor to its contract, with a worker module of the kit. Jobs and tests see each other through files, so the
 * workers may be anywhere that shares this host's temporary folder.
 *
 * @param name title of the suite
 * @param makeExecutor makes an executor that runs at least two jobs at once
 */
export function testExecutor(name: string, makeExecutor: () => Executor, { processes = false }: TestExecutorOptions = {}): void {
  describe(`executor ${name}`, () => {
    let folder = '';
    let opened: JobQueue[] = [];
    beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-executor-')); });
    afterEach(async () => {
      writeFileSync(join(folder, 'door'), '');
      await Promise.all(opened.map((session) => session.close()));
      opened = [];
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (setup: Json = null, options?: { readonly concurrency?: number }): Promise<JobQueue> => {
      const session = await makeExecutor().open({ module, setup }, options);
      opened.push(session);
      return session;
    };
    const wait = (session: JobQueue, id: string, options?: { readonly signal?: AbortSignal }) => session.execute({ kind: 'wait', payload: { folder, name: id } }, options);
    const there = (file: string): Promise<void> => until(() => existsSync(join(folder, file)));
    const count = (prefix: string): number => readdirSync(folder).filter((file) => file.startsWith(prefix)).length;
    const openDoor = (): void => writeFileSync(join(folder, 'door'), '');

    it('has a name that configuration can use', () => {
      expect(makeExecutor().name).toMatch(/^[a-z][a-z0-9-]*$/u);
    });

    it('gives back what the host returned, for any JSON', async () => {
      const session = await open();
      await fc.assert(fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const payload = JSON.parse(JSON.stringify(value)) as Json;
        expect(await session.execute({ kind: 'echo', payload })).toEqual(payload);
      }), { numRuns: 40 });
    });

    it('sets the module up once per worker and hands it what it was opened with', async () => {
      const session = await open({ deep: [1, { two: 2 }] });
      const answers = (await Promise.all(Array.from({ length: 6 }, () => session.execute({ kind: 'setup', payload: null })))) as unknown as { readonly setup: Json; readonly handled: number; readonly pid: number }[];
      for (const { setup } of answers) expect(setup).toEqual({ deep: [1, { two: 2 }] });
      const workers = Map.groupBy(answers, ({ pid }) => pid);
      expect(workers.size).toBeLessThanOrEqual(session.concurrency);
      for (const own of workers.values()) expect(own.map(({ handled }) => handled).toSorted()).toEqual(own.map((_, index) => index + 1));
    });

    it('rejects with the whole error that a job threw, and goes on', async () => {
      const session = await open();
      await expect(session.execute({ kind: 'fail', payload: 'told' })).rejects.toMatchObject({
        code: 'TASK_MISSING', message: 'there is no such task', received: { task: 't9' }, expected: 'one of t1, t2', remedy: 'name one of them', file: 'suite.yaml', line: 3,
        cause: { code: 'CARD_SYNTAX', message: 'deeper', cause: { message: 'deepest' } },
      });
      const unknown = await session.execute({ kind: 'fail', payload: 'range' }).catch((error: unknown) => error as Error);
      expect(unknown).toMatchObject({ name: 'RangeError', message: 'on purpose', cause: { message: 'underneath' } });
      expect((unknown as Error).stack).toContain('executor-jobs');
      const text = await session.execute({ kind: 'fail', payload: 'text' }).catch((error: unknown) => error);
      expect(text instanceof Error ? text.message : text).toBe('only a text');
      expect(await session.execute({ kind: 'echo', payload: 'fine' })).toBe('fine');
    });

    it.each(['unknown', 'toString', '__proto__'])('hands on that the host does not know the job kind %s', async (kind) => {
      const session = await open();
      await expect(session.execute({ kind, payload: null })).rejects.toMatchObject({ code: 'EXECUTOR_JOB' });
    });

    it('opens nothing when the module is not there, is not a worker module, or refuses its set-up', async () => {
      await expect(open('refuse')).rejects.toMatchObject({ code: 'TASK_MISSING', remedy: 'set it up otherwise' });
      const plain = 'data:text/javascript,export default 1';
      await expect(makeExecutor().open({ module: plain, setup: null })).rejects.toMatchObject({ code: 'EXECUTOR_MODULE' });
      await expect(makeExecutor().open({ module: 'file:///nowhere/at-all.js', setup: null })).rejects.toMatchObject({ code: 'EXECUTOR_MODULE' });
    });

    it('runs as many jobs at once as it says, and no more', async () => {
      const session = await open();
      expect(session.concurrency).toBeGreaterThanOrEqual(2);
      const jobs = Array.from({ length: session.concurrency * 3 }, (_, index) => wait(session, String(index)));
      await until(() => count('running-') === session.concurrency);
      openDoor();
      const together = (await Promise.all(jobs)) as number[];
      expect(Math.max(...together)).toBe(session.concurrency);
    });

    it('runs as many as it was asked for', async () => {
      const session = await open(null, { concurrency: 1 });
      expect(session.concurrency).toBe(1);
      const jobs = ['a', 'b'].map((id) => wait(session, id));
      await there('began-a');
      openDoor();
      expect(await Promise.all(jobs)).toEqual([1, 1]);
    });

    it('hands the signal to the job and reports a cancelled job as such', async () => {
      const session = await open();
      const controller = new AbortController();
      const job = wait(session, 'one', { signal: controller.signal });
      const rejected = expect(job).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      await there('began-one');
      controller.abort(new Error('changed my mind'));
      await rejected;
      await there('aborted-one');
      expect(await session.execute({ kind: 'echo', payload: 1 })).toBe(1);
    });

    it('does not start a job whose signal has fired', async () => {
      const session = await open();
      await expect(wait(session, 'never', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      expect(count('began-never')).toBe(0);
    });

    it('takes a cancelled job out of the queue', async () => {
      const session = await open();
      const busy = Array.from({ length: session.concurrency }, (_, index) => wait(session, String(index)));
      await until(() => count('began-') === session.concurrency);
      const controller = new AbortController();
      const rejected = expect(wait(session, 'queued', { signal: controller.signal })).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      controller.abort();
      await rejected;
      openDoor();
      await Promise.all(busy);
      await session.close();
      expect(count('began-queued')).toBe(0);
    });

    it('close waits for running jobs, cancels queued ones, closes each host once, and may be called twice', async () => {
      const session = await open(folder);
      const running = Array.from({ length: session.concurrency }, (_, index) => wait(session, String(index)));
      await until(() => count('began-') === session.concurrency);
      const rejected = expect(wait(session, 'queued')).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
      let closed = false;
      const closing = Promise.all([session.close(), session.close()]).then(() => { closed = true; });
      await rejected;
      expect(closed).toBe(false);
      openDoor();
      await closing;
      await Promise.all(running);
      expect(count('began-queued')).toBe(0);
      expect(count('closed-')).toBeGreaterThanOrEqual(1);
      await expect(session.execute({ kind: 'echo', payload: null })).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
    });

    it('keeps what is handed over apart', async () => {
      const session = await open();
      const payload = [1];
      expect(await session.execute({ kind: 'change', payload })).toEqual([1, 2]);
      expect(payload).toEqual([1]);
    });

    it('gives up a job at its limit and runs the next', async () => {
      const session = await open();
      await expect(session.execute({ kind: 'wait', payload: { folder, name: 'long' } }, { limitSeconds: 0.2 })).rejects.toMatchObject({ code: 'EXECUTOR_DEADLINE' });
      expect(await session.execute({ kind: 'echo', payload: 1 }, { limitSeconds: 20 })).toBe(1);
    });

    if (!processes) return;

    it('replaces a worker that dies, and says which job it died of', async () => {
      const session = await open();
      const ends = await Promise.allSettled(['die', 'echo', 'die', 'echo', 'echo'].map((kind) => session.execute({ kind, payload: 1 })));
      expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as EvospiceError).code))).toEqual(['EXECUTOR_WORKER', 1, 'EXECUTOR_WORKER', 1, 1]);
      await expect(session.execute({ kind: 'die', payload: 1 })).rejects.toMatchObject({ code: 'EXECUTOR_WORKER', received: 'exit code 3' });
    });

    it('kills a worker that does not stop at the limit', async () => {
      const session = await open();
      await expect(session.execute({ kind: 'spin', payload: null }, { limitSeconds: 0.3 })).rejects.toMatchObject({ code: 'EXECUTOR_DEADLINE' });
      expect(await session.execute({ kind: 'echo', payload: 1 })).toBe(1);
    });
  });
}

/** Waits for something that is going to happen; the test's own time limit ends it. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => { setTimeout(resolve, 5); });
}
