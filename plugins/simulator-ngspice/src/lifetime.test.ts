import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasLibrary, hasNgspice } from './reference/test-circuits.ts';

const program = join(import.meta.dirname, 'reference/hold-session.ts');
const start = (...words: readonly string[]): ReturnType<typeof spawn> =>
  spawn(process.execPath, ['--conditions=@evospice/source', program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Processes whose parent line leads to `pid`, with their working folders. Linux only. */
function descendants(pid: number): readonly { readonly pid: number; readonly folder: string }[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
      parents.set(Number(name), Number(parent));
    } catch {
      // Ended while we looked.
    }
  }
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [{ pid: child, folder: existsSync(`/proc/${child}`) ? readlinkSync(`/proc/${child}/cwd`) : '' }, ...descendants(child)]);
}

async function until(done: () => boolean, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (done()) return true;
    await sleep(50);
  }
  return done();
}

describe('lifetime of engines', () => {
  const names = [...(hasLibrary ? ['library'] : []), ...(hasNgspice ? ['process'] : []), 'wasm'];

  it(`closed sessions let the process end (${names.join(', ')})`, async () => {
    const child = start('close', ...names);
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    const code = await new Promise((resolve) => { child.on('close', resolve); });
    expect(text.trim().split('\n')).toEqual([...names.map(() => 'simulated'), 'closed']);
    expect(code).toBe(0);
  }, 30_000);

  it.for(['library', 'process'])('a killed parent leaves no ngspice and no folder behind (%s)', { timeout: 30_000 }, async (name, { skip }) => {
    skip(!names.includes(name), 'it is not installed');
    skip(process.platform !== 'linux', 'processes are looked up in /proc');
    const child = start('hold', name);
    await new Promise<void>((resolve) => { child.stdout?.on('data', (chunk: Buffer) => { if (chunk.toString().includes('holding')) resolve(); }); });
    const running = descendants(child.pid as number);
    const folders = new Set(running.map((one) => one.folder).filter((folder) => folder.includes('evospice-ngspice-')));
    // The shell and ngspice, or the process with its library, under it: both in the scratch folder.
    expect(running).toHaveLength(2);
    expect(folders.size).toBe(1);
    child.kill('SIGKILL');
    expect(await until(() => running.every((one) => !existsSync(`/proc/${one.pid}`)), 5000)).toBe(true);
    expect(await until(() => [...folders].every((folder) => !existsSync(folder)), 5000)).toBe(true);
  });
});
