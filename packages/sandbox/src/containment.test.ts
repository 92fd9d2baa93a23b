import { mkdtempSync, rmSync, writeFileSync, chmodSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noCompactModels, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildStarter } from './host/start-child.ts';
import { IsolateProgramRunner } from './isolate-program-runner.ts';
import { findChildFiles } from './isolation/child-files.ts';
import { candidateLayers, type IsolationChoice } from './isolation/layers.ts';

const works = async (choice: IsolationChoice): Promise<boolean> => {
  try {
    await new ChildStarter(choice).describe();
    return true;
  } catch {
    return false; // The titles below say what is then not tested.
  }
};
const withBubblewrap = candidateLayers('bubblewrap').length > 0 && await works('bubblewrap');

describe('what holds the child outside its isolate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-sandbox-'));
  const secret = join(folder, 'secret');
  const socket = join(folder, 'socket');
  let connections = 0;
  const servers: Server[] = [];
  let port = 0;

  beforeAll(async () => {
    chmodSync(folder, 0o777);
    writeFileSync(secret, 'the secret', { mode: 0o644 });
    for (const place of [{ port: 0, host: '127.0.0.1' }, { path: socket }]) {
      const server = createServer((_, response) => { response.end(); }).on('connection', () => { connections += 1; });
      servers.push(server);
      await new Promise<void>((resolve) => { server.listen(place, resolve); });
      const address = server.address();
      if (typeof address === 'object' && address !== null) ({ port } = address);
    }
    chmodSync(socket, 0o777);
  });
  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  /** What each attempt came to, by its name; `GOT …` for what worked. */
  async function probe(isolation: IsolationChoice, permissions: boolean): Promise<Record<string, string>> {
    const files = findChildFiles(fileURLToPath(new URL('./fixtures/probing-child.ts', import.meta.url)));
    const nodeOptions = permissions ? files.nodeOptions : ['--no-warnings'];
    const runner = new IsolateProgramRunner({ warm: 0 }, new ChildStarter(isolation, { ...files, nodeOptions }));
    const context = { budget: { allowed: 1, spent: 0, remaining: 1 }, signal: new AbortController().signal, log: () => undefined, models: noCompactModels } as unknown as OptimizerContext;
    const problem = { secret, folder, port, socket, host: process.pid, start: { ok: false, failure: { code: 'NOT_SIMULATED', message: 'not simulated' } } } as unknown as ExtractionProblem;
    const outcome = await runner.run({ program: singleFile('export default async function f() {}'), problem, context, seed: 1, limits: { wallSeconds: 20, memoryMb: 64 } });
    expect(outcome).toMatchObject({ status: 'completed' });
    await runner.close();
    return Object.fromEntries(outcome.log.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  }
  const successes = (results: Record<string, string>): string[] => Object.keys(results).filter((name) => results[name]!.startsWith('GOT'));

  it('the attempts are real: they succeed where nothing but another user holds the child', async () => {
    connections = 0;
    const results = await probe('process', false);
    expect(successes(results)).toEqual(expect.arrayContaining([
      'read a file', 'read the password file', 'list the root', 'list the folder', 'start a shell', 'connect to a port', 'connect to a socket', 'fetch', 'start a worker',
    ]));
    expect(connections).toBe(3);
    // Made, but empty: the limit on file sizes still holds.
    expect(readdirSync(folder).toSorted()).toEqual(['secret', 'socket', 'written']);
    rmSync(join(folder, 'written'));
  });

  const title = withBubblewrap ? '' : ' (skipped: bubblewrap is missing or may not create namespaces here)';
  it.skipIf(!withBubblewrap)(`bubblewrap alone lets out neither files, sockets, processes nor signals${title}`, async () => {
    connections = 0;
    const results = await probe('bubblewrap', false);
    expect(Object.keys(results)).toHaveLength(16);
    // Harmless inside: a thread of the same process, and the names of the folders that lead to its own files.
    expect(successes(results).toSorted()).toEqual(['list the root', 'start a worker']);
    const visible = results['list the root']!.slice(4).split(',');
    expect(visible).not.toContain('etc');
    expect(visible).not.toContain('proc');
    expect(results['signal the host']).toBe('ESRCH');
    expect(results['write beside itself']).toBe('EROFS');
    expect(results['make a folder']).toBe('EROFS');
    expect(connections).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['secret', 'socket']);
  });

  it.skipIf(!withBubblewrap)(`bubblewrap and Node permissions together let out nothing${title}`, async () => {
    connections = 0;
    const results = await probe('bubblewrap', true);
    expect(Object.keys(results)).toHaveLength(16);
    expect(successes(results)).toEqual([]);
    expect(connections).toBe(0);
  });

  it('without bubblewrap, Node permissions still close files, network, processes and threads', async () => {
    connections = 0;
    const results = await probe('process', true);
    expect(Object.keys(results)).toHaveLength(16);
    // Signals are what is lost: another user's process cannot be signalled, one's own can.
    const otherUser = (await new ChildStarter('process').describe()).includes('user nobody');
    expect(successes(results)).toEqual(otherUser ? [] : ['signal the host', ...(process.getuid?.() === 0 ? ['be root'] : [])]);
    expect(connections).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['secret', 'socket']);
  });

  it('says in the outcome what held it', async () => {
    const plain = await new ChildStarter('process').describe();
    expect(plain).toMatch(/^child process \+ isolated-vm \+ Node permissions/);
    expect(plain).toContain('without bubblewrap: left out by configuration');
    if (withBubblewrap) expect(await new ChildStarter('auto').describe()).toMatch(/\+ bubblewrap/);
  });
});
