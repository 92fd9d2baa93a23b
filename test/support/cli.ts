import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Top folder of the workspace. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const bin = join(root, 'packages', 'cli', 'bin', 'evospice.mjs');

/** Words that start `evospice` under Node so that it ends, with all of its process group, when the process that started it is gone. */
export const endingWithStarter: readonly string[] = [`--import=${new URL('end-with-starter.mjs', import.meta.url).href}`, bin];

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built `evospice` to its end, from the top folder unless another is given. */
export function evospice(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: options.cwd ?? root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...options.env }, maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

/** The same without blocking, for tests that answer it from this process. */
export async function runEvospice(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliResult> {
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', ...env } });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { status, stdout, stderr };
}

/** Starts it in a process group of its own, which ends with this process, and returns at once. */
export function startEvospice(args: readonly string[], env: NodeJS.ProcessEnv = {}, stderr: number | 'ignore' = 'ignore'): ChildProcess {
  return spawn(process.execPath, [...endingWithStarter, ...args], { cwd: root, stdio: ['ignore', 'ignore', stderr], env: { ...process.env, ...env }, detached: true });
}

/** The one JSON document a command printed; fails on anything beside it. */
export function documentOf<T = Record<string, unknown>>(result: CliResult): T {
  return JSON.parse(result.stdout) as T;
}

/** An empty folder that goes away with the test. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `evospice-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Folder of the measured tasks, if this machine has it. */
export const measuredData: string | undefined = [process.env['EVOSPICE_DATA'], resolve(root, '..', 'shared', 'data', 'devices')].find(
  (folder) => folder !== undefined && existsSync(join(folder, 'index.yaml')),
);
export const withoutData = measuredData === undefined ? ' (skipped: the measured tasks are not on this machine)' : '';
