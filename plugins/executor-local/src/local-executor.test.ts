import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from '@evospice/contracts';
import { optionsOf, testExecutor } from '@evospice/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin, { LocalExecutor } from './index.ts';

const execArgv = ['--conditions=@evospice/source'];
testExecutor('local', () => new LocalExecutor({ workers: 3 }));
testExecutor('local, in processes', () => new LocalExecutor({ workers: 2, processes: true, execArgv }), { processes: true });

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-jobs-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A worker module with one handler, as text. */
function moduleOf(handle: string): string {
  const file = join(folder, 'jobs.mjs');
  writeFileSync(file, `export default async (setup, services) => ({ close: async () => {}, handle: ${handle} });`);
  return pathToFileURL(file).href;
}

describe('local executor', () => {
  it('takes the number of cores when no number is given', async () => {
    const session = await new LocalExecutor().open({ module: moduleOf('async () => null'), setup: null });
    expect(session.concurrency).toBe(availableParallelism());
    await session.close();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d workers', async (workers) => {
    expect(() => new LocalExecutor({ workers })).toThrow(expect.objectContaining({ code: 'EXECUTOR_OPTIONS' }));
    await expect(new LocalExecutor().open({ module: moduleOf('async () => null'), setup: null }, { concurrency: workers })).rejects.toMatchObject({ code: 'EXECUTOR_OPTIONS' });
  });

  it.each([{ processes: false }, { processes: true }])('starts jobs in order of arrival, %o', async ({ processes }) => {
    const note = join(folder, 'order');
    const module = moduleOf('async (job) => { (await import("node:fs")).appendFileSync(setup, String(job.payload)); return null; }');
    const session = await new LocalExecutor({ workers: 1, processes }).open({ module, setup: note });
    await Promise.all([1, 2, 3, 4].map((payload) => session.execute({ kind: 'note', payload })));
    await session.close();
    expect(readFileSync(note, 'utf8')).toBe('1234');
  });

  it('brings numbers back bit for bit from a process, and log lines to this process', async () => {
    const lines: unknown[] = [];
    const log: Logger = { debug: () => undefined, info: () => undefined, warn: (message, fields) => { lines.push([message, fields]); } };
    const module = moduleOf('async (job) => { services.log.warn("seen", { kind: job.kind }); return job.payload; }');
    const session = await new LocalExecutor({ workers: 1, processes: true }, log).open({ module, setup: null });
    const numbers = [-0, 5e-324, 0.1 + 0.2, 1.7976931348623157e308];
    expect(Object.is((await session.execute({ kind: 'echo', payload: numbers }) as number[])[0], -0)).toBe(true);
    expect(await session.execute({ kind: 'echo', payload: numbers })).toEqual(numbers);
    await session.close();
    expect(lines).toEqual([['seen', { kind: 'echo' }], ['seen', { kind: 'echo' }]]);
  });

  it('ends a job in a process that ignores its cancellation, by force', async () => {
    const module = moduleOf('() => new Promise(() => setInterval(() => {}, 1000))');
    const session = await new LocalExecutor({ workers: 1, processes: true }).open({ module, setup: null });
    const controller = new AbortController();
    const job = session.execute({ kind: 'deaf', payload: null }, { signal: controller.signal });
    const rejected = expect(job).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
    setTimeout(() => controller.abort(), 50);
    await rejected;
    await session.close();
  });

  it('is contributed under its name, with strict options', () => {
    const contribution = plugin.contributions[0];
    expect(contribution).toMatchObject({ point: 'Executor', name: 'local' });
    expect(optionsOf(contribution).safeParse({ processes: true }).success).toBe(true);
    expect(optionsOf(contribution).safeParse({ workers: 0 }).success).toBe(false);
    expect(optionsOf(contribution).safeParse({ worker: 2 }).success).toBe(false);
  });
});
