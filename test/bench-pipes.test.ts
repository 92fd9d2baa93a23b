import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { root, temporaryFolder } from './support/cli.ts';

const bin = join(root, 'packages', 'cli', 'bin', 'evospice.mjs');

/** Runs a command whose standard output or standard error nobody reads any more; resolves to its exit code and the other stream. */
async function withClosed(stream: 'stdout' | 'stderr', args: readonly string[]): Promise<{ readonly code: number | null; readonly rest: string }> {
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child[stream].destroy();
  let rest = '';
  child[stream === 'stdout' ? 'stderr' : 'stdout'].on('data', (data: Buffer) => { rest += data.toString(); });
  const [code] = await once(child, 'close') as [number | null];
  return { code, rest };
}

test('a long document whose reader went away is not a failure', async () => {
  expect(await withClosed('stdout', ['schema', 'bench', '--json'])).toEqual({ code: 0, rest: '' });
});

test('the same holds for what commander prints, and for refusals', async () => {
  expect(await withClosed('stdout', ['--help'])).toEqual({ code: 0, rest: '' });
  const { code, rest } = await withClosed('stderr', ['schema', 'nothing', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(rest)).toMatchObject({ error: { code: 'USAGE_SCHEMA' } });
});

test('a job goes on to its end when nobody reads its progress, and in its workers when nobody reads their words', async () => {
  const folder = temporaryFolder('bench-pipes');
  const suite = join(folder, 'suite.yaml');
  writeFileSync(suite, 'optimizers: [random]\ntasks: [{ analytic: { function: branin } }]\nseeds: { count: 20 }\nbudgets: [5]\nworkers: 1\n');
  const { code, rest } = await withClosed('stderr', ['--verbose', 'bench', suite, '--out', join(folder, 'run'), '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(rest)).toMatchObject({ runs: 20, unfinished: [] });
});

/** A Node that is enough for the set-up and too old for the product, where the machine has one. */
const older = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node')).find((node) => {
  if (!existsSync(node)) return false;
  const major = Number(spawnSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout);
  return major >= 20 && major < 24;
});

test.skipIf(older === undefined)(`started by an older Node, the command runs under the one that the set-up brings${older === undefined ? ' (skipped: no Node 20 to 23 is in the PATH)' : ''}`, () => {
  const { status, stdout, stderr } = spawnSync(older as string, [bin, 'schema', 'nothing', '--json'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'USAGE_SCHEMA' } });
  expect(stderr).toContain('there is no schema');
});
