import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EvospiceError, type OptimizerContext } from '@evospice/contracts';
import { createAnalyticContext, linearProblem, programOf } from '@evospice/testkit';
import { singleFile } from '@evospice/program-text';
import { describe, expect, it } from 'vitest';
import { ChildPool } from './host/child-pool.ts';
import { ChildStarter, type ReadyChild } from './host/start-child.ts';
import { IsolateProgramRunner } from './isolate-program-runner.ts';
import { candidateLayers, type IsolationChoice } from './isolation/layers.ts';

const hasProc = existsSync('/proc/self/stat');
const unseen = hasProc ? '' : ' (skipped: this system has no /proc to look for processes in)';
const choices: readonly IsolationChoice[] = candidateLayers('bubblewrap').length > 0 ? ['auto', 'process'] : ['process'];
const limits = { wallSeconds: 10, memoryMb: 64 };
/** MB with which an isolate can be made while the one before is still going away, which happens on another thread. */
const roomy = 512;
const { problem } = linearProblem();
const fresh = (): OptimizerContext => createAnalyticContext(linearProblem(), { budget: 5, seed: 1 }).context;

/** Processes below one, at any depth, by the kernel's table. */
function descendants(root: number): number[] {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): [number, number][] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' ? [] : [[Number(name), Number(parent)]];
    } catch {
      return []; // It ended while the table was read.
    }
  });
  const below = (pid: number): number[] => parents.filter(([, parent]) => parent === pid).flatMap(([child]) => [child, ...below(child)]);
  return below(root);
}

/** True while the process runs; a zombie that nobody has waited for is dead. */
function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, seconds: number): Promise<boolean> {
  for (let tenths = 0; tenths < seconds * 10; tenths++) {
    if (condition()) return true;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return condition();
}

function startParent(way: 'loop' | 'leave', isolation: IsolationChoice): ChildProcess & { readonly simulated: Promise<void> } {
  const script = fileURLToPath(new URL('./fixtures/parent.ts', import.meta.url));
  const parent = spawn(process.execPath, ['--conditions=@evospice/source', '--no-warnings', script, way, isolation], { stdio: ['ignore', 'pipe', 'inherit'] });
  const simulated = new Promise<void>((resolve) => { parent.stdout.once('data', () => resolve()); });
  return Object.assign(parent, { simulated });
}

describe('life and death of children', () => {
  it.skipIf(!hasProc).each(choices.map((choice) => [choice] as const))(`no child outlives a host killed at once (%s)${unseen}`, async (choice) => {
    const parent = startParent('loop', choice);
    await parent.simulated;
    const children = descendants(parent.pid!);
    expect(children.length).toBeGreaterThanOrEqual(3); // One at work, two warm.
    parent.kill('SIGKILL');
    expect(await until(() => !children.some(runs), 5)).toBe(true);
  });

  it('warm children do not keep a host from ending', async () => {
    const parent = startParent('leave', 'auto');
    const code = await new Promise((resolve) => { parent.on('exit', resolve); });
    expect(code).toBe(0);
  });

  it.skipIf(!hasProc)(`close ends the warm ones, and every child has left by the time its outcome is known${unseen}`, async () => {
    const before = new Set(descendants(process.pid));
    const runner = new IsolateProgramRunner({ warm: 2 });
    for (const body of ['', 'const other = 1;']) await runner.run({ program: singleFile(programOf(body)), problem, context: fresh(), seed: 1, limits });
    await runner.close();
    const esbuild = /esbuild/; // The bundler's service belongs to the process, not to the runner.
    const left = descendants(process.pid).filter((pid) => !before.has(pid) && runs(pid) && !esbuild.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')));
    expect(left).toEqual([]);
    await expect(runner.run({ program: singleFile(programOf('')), problem, context: fresh(), seed: 1, limits })).rejects.toMatchObject({ code: 'SANDBOX_CLOSED' });
  });

  it('a deadline also ends what has been started, within a second', async () => {
    const runner = new IsolateProgramRunner({ warm: 0 });
    const begin = performance.now();
    const { failure } = await runner.run({ program: singleFile(programOf('for (;;);')), problem, context: fresh(), seed: 1, limits: { wallSeconds: 0.3, memoryMb: 64 } });
    expect(failure?.code).toBe('PROGRAM_DEADLINE');
    expect(performance.now() - begin).toBeLessThan(5000);
    await runner.close();
  });

  it.each([
    ['PROGRAM_DEADLINE', 'for (;;);', 0.5],
    ['PROGRAM_MEMORY', 'const kept: any[] = []; for (;;) kept.push(new Array(1000).fill(1.5));', 20],
    ['PROGRAM_ABUSE', 'for (;;) context.simulate([problem.parameters.map((p: any) => p.start)]);', 20],
  ])('without bubblewrap, too: %s', async (code, body, wallSeconds) => {
    const runner = new IsolateProgramRunner({ warm: 0, isolation: 'process' });
    const { failure } = await runner.run({ program: singleFile(programOf(body)), problem, context: fresh(), seed: 1, limits: { wallSeconds, memoryMb: 64 } });
    expect(failure?.code).toBe(code);
    await runner.close();
  });

  it('a failure of the host is not blamed on the program', async () => {
    const runner = new IsolateProgramRunner({ warm: 0 });
    const broken = new EvospiceError('SIMULATOR_MISSING', 'ngspice has gone');
    const context = Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(fresh()), simulate: { value: async () => { throw broken; } } }) as OptimizerContext;
    const run = runner.run({ program: singleFile(programOf('try { await context.simulate([[1, 1, 1, 1]]); } catch {}')), problem, context, seed: 1, limits });
    await expect(run).rejects.toBe(broken);
    await runner.close();
  });

  it.each([
    ['seed', { seed: 0.5, limits }],
    ['wallSeconds', { seed: 1, limits: { wallSeconds: 0, memoryMb: 64 } }],
    ['memoryMb', { seed: 1, limits: { wallSeconds: 1, memoryMb: 0 } }],
  ])('refuses a %s that cannot be used', async (_, request) => {
    const runner = new IsolateProgramRunner();
    await expect(runner.run({ program: singleFile(programOf('')), problem, context: fresh(), ...request })).rejects.toMatchObject({ code: 'RUNNER_REQUEST' });
  });
});

describe('pool of warm children', () => {
  it('replaces those that died waiting or have another memory limit, and hands each out once', async () => {
    const starter = new ChildStarter('process');
    const started: ReadyChild[] = [];
    const pool = new ChildPool(async (memoryMb) => {
      const ready = await starter.start(memoryMb);
      started.push(ready);
      return ready;
    }, 1);
    const [program, another] = [{}, {}];
    const first = await pool.take(64, program);
    const other = await pool.take(64, another);
    expect(await until(() => started.length === 3, 10)).toBe(true);
    await started[2]!.child.kill();
    const second = await pool.take(64, program);
    expect(second.child.alive).toBe(true);
    expect(second.child).not.toBe(first.child);
    expect(second.child).not.toBe(started[2]!.child);
    const wider = await pool.take(96, program);
    expect(wider.memoryMb).toBe(96);
    await Promise.all([first, other, second, wider].map(({ child }) => child.kill()));
    await pool.close();
    await pool.close();
    await until(() => started.every(({ child }) => !child.alive), 5);
    expect(started.filter(({ child }) => child.alive)).toEqual([]);
  });

  it('starts none before it is wanted where one program runs alone', async () => {
    const starter = new ChildStarter('process');
    let started = 0;
    const pool = new ChildPool((memoryMb) => {
      started += 1;
      return starter.start(memoryMb);
    }, 2, 30);
    const [only, another] = [{}, {}];
    const first = await pool.take(roomy, only);
    pool.giveBack(first, only);
    const again = await pool.take(roomy, only);
    expect(started).toBe(1);
    const stranger = await pool.take(roomy, another);
    expect(started).toBe(4); // Its own, and two that wait.
    await Promise.all([again, stranger].map(({ child }) => child.kill()));
    await pool.close();
  });

  it('hands a child out again for the same program only, with an isolate made afresh', async () => {
    const starter = new ChildStarter('process');
    const pool = new ChildPool((memoryMb) => starter.start(memoryMb), 1, 30);
    const [one, other] = [{}, {}];
    const first = await pool.take(roomy, one);
    pool.giveBack(first, one);
    const stranger = await pool.take(roomy, other);
    expect(stranger.child).not.toBe(first.child);
    const again = await pool.take(roomy, one);
    expect(again.child).toBe(first.child);
    expect(again.child.alive).toBe(true);
    await Promise.all([again, stranger].map(({ child }) => child.kill()));
    pool.giveBack(await pool.take(roomy, one), one);
    await pool.close();
  });

  it('leaves nothing of one run to the next of the same program', async () => {
    const runner = new IsolateProgramRunner({ warm: 1 });
    const body = 'const all = globalThis as any; all.mark = (all.mark ?? 0) + 1; (Array.prototype as any).mark = (Array.prototype as any).mark ?? all.mark; context.log(`${all.mark} ${([] as any).mark} ${Math.random()}`);';
    const logs = [];
    for (let turn = 0; turn < 4; turn++) logs.push((await runner.run({ program: singleFile(programOf(body)), problem, context: fresh(), seed: 7, limits })).log);
    expect(logs[0]![0]).toMatch(/^1 1 0\./);
    expect(new Set(logs.map(String)).size).toBe(1);
    await runner.close();
  });

  it('survives a start that fails and reports the next one', async () => {
    let fail = true;
    const starter = new ChildStarter('process');
    const pool = new ChildPool(async (memoryMb) => {
      if (fail) throw new EvospiceError('SANDBOX_START', 'on purpose');
      return starter.start(memoryMb);
    }, 1);
    await expect(pool.take(64, {})).rejects.toMatchObject({ code: 'SANDBOX_START' });
    fail = false;
    const { child } = await pool.take(64, {});
    expect(child.alive).toBe(true);
    await child.kill();
    await pool.close();
  });
});
