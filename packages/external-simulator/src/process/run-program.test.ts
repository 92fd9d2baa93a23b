import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from './run-program.ts';
import { Slots, mapLimited } from './slots.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-run-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const sh = (script: string, deadlineMs = 10_000, signal?: AbortSignal): ReturnType<typeof runProgram> =>
  runProgram({ program: '/bin/sh', arguments: ['-c', script], folder, environment: { PATH: process.env['PATH'], SHOWN: 'shown' }, deadlineMs, disposable: false }, signal);

const pidIn = (name: string): number => Number(readFileSync(join(folder, name), 'utf8'));

/** Ended processes that nobody has asked after do not count. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('running a program', () => {
  it('gives both streams, in the folder, with the environment, and no input', async () => {
    expect(await sh('pwd; echo $SHOWN; echo oops >&2; read line || echo nothing')).toMatchObject({ how: 'exited', code: 0, output: expect.stringMatching(/shown[^]*nothing/) as string });
  });

  it.each([0, 1, 2, 101])('tells exit code %d', async (code) => {
    expect(await sh(`exit ${code}`)).toMatchObject({ how: 'exited', code });
  });

  it('tells a signal', async () => {
    expect(await sh('kill -SEGV $$')).toMatchObject({ how: 'signalled', detail: 'signal 11' });
  });

  it('tells that it did not start', async () => {
    const end = await runProgram({ program: join(folder, 'nothing'), arguments: [], folder, environment: {}, deadlineMs: 5000, disposable: false });
    expect(end).toMatchObject({ how: 'not started' });
  });

  it('ends everything at the deadline', async () => {
    expect(await sh('sleep 100 & echo $! > child; wait', 300)).toMatchObject({ how: 'deadline' });
    await expect.poll(() => isAlive(pidIn('child')), { timeout: 3000 }).toBe(false);
  });

  it('ends everything when the signal fires, and starts nothing after that', async () => {
    const controller = new AbortController();
    const running = sh('sleep 100 & echo $! > child; wait', 10_000, controller.signal);
    await expect.poll(() => existsSync(join(folder, 'child')), { timeout: 3000 }).toBe(true);
    controller.abort();
    expect(await running).toMatchObject({ how: 'cancelled' });
    await expect.poll(() => isAlive(pidIn('child')), { timeout: 3000 }).toBe(false);
    expect(await sh('echo > late', 1000, controller.signal)).toMatchObject({ how: 'cancelled' });
    expect(existsSync(join(folder, 'late'))).toBe(false);
  });

  it('ends what a program leaves running', async () => {
    expect(await sh('sleep 100 & echo $! > child; echo done')).toMatchObject({ how: 'exited', code: 0, output: 'done\n' });
    await expect.poll(() => isAlive(pidIn('child')), { timeout: 3000 }).toBe(false);
  });

  it('ends the program and removes the folder when this process dies', async () => {
    const work = join(folder, 'work');
    const source = `
      const { mkdirSync } = await import('node:fs');
      const { runProgram } = await import(${JSON.stringify(new URL('./run-program.ts', import.meta.url).href)});
      mkdirSync(${JSON.stringify(work)});
      await runProgram({ program: '/bin/sh', arguments: ['-c', 'echo $$ > ../pid; exec sleep 100'], folder: ${JSON.stringify(work)}, environment: process.env, deadlineMs: 60000, disposable: true });`;
    const parent = spawn(process.execPath, ['--conditions=@evospice/source', '--input-type=module', '-e', source], { stdio: 'inherit' });
    await expect.poll(() => existsSync(join(folder, 'pid')) && pidIn('pid') > 0, { timeout: 10_000 }).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pidIn('pid')) || existsSync(work), { timeout: 5000 }).toBe(false);
  });
});

describe('slots', () => {
  it('lets only so many work at once, in order, also when some fail', async () => {
    const slots = new Slots(3);
    let running = 0;
    let most = 0;
    const started: number[] = [];
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => slots.use(async () => {
      started.push(at);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => { setTimeout(resolve, at % 4); });
      running -= 1;
      if (at % 5 === 0) throw new Error('failed');
      return at;
    })));
    expect(most).toBe(3);
    expect(started).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  });

  it('maps in the order of the items', async () => {
    expect(await mapLimited([5, 1, 3, 0], 2, async (ms, index) => {
      await new Promise((resolve) => { setTimeout(resolve, ms); });
      return `${index}:${ms}`;
    })).toEqual(['0:5', '1:1', '2:3', '3:0']);
  });
});
