import { createServer, type AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandRunner, type ConfinedCommand, type ConfinedEnd } from './confined-command.ts';

const runner = new CommandRunner();
const walls = await runner.describe();
const limits = { wallSeconds: 20, memoryMb: 512 };

describe(`a confined command (${walls})`, () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'evospice-command-')); });
  afterAll(() => rm(folder, { recursive: true }));
  const shell = (script: string, change: Partial<ConfinedCommand> = {}): Promise<ConfinedEnd> => runner.run({ command: ['sh', '-c', script], folder, limits, ...change });

  it('reads its input and its folder, writes there, and says how it ended', async () => {
    await writeFile(join(folder, 'given'), 'from a file');
    expect(await shell('cat; cat given; echo bad >&2; echo written > made; exit 3', { stdin: 'in, ' })).toMatchObject({ code: 3, stdout: 'in, from a file', stderr: 'bad\n', isolation: walls });
    expect(existsSync(join(folder, 'made'))).toBe(true);
  });

  it('is killed at its deadline with all that it started', async () => {
    const end = await shell('(sleep 300; echo late > late) & sleep 300', { limits: { ...limits, wallSeconds: 0.5 } });
    expect(end).toMatchObject({ killed: 'deadline', code: null });
  });

  it('does not leave behind what it started', async () => {
    const end = await shell('sleep 300 & echo done');
    expect(end).toMatchObject({ code: 0, stdout: 'done\n' });
  });

  it('is killed when it says too much, and when the signal fires', async () => {
    expect(await shell('yes', { limits: { ...limits, outputCharacters: 1000 } })).toMatchObject({ killed: 'output' });
    expect(await shell('sleep 300', { signal: AbortSignal.timeout(200) })).toMatchObject({ killed: 'cancelled' });
  });

  it('is killed when it has too many processes', async () => {
    const end = await shell('for i in 1 2 3 4 5 6 7 8 9 10 11 12; do setsid sleep 300 & done; sleep 300', { limits: { ...limits, processes: 8 } });
    expect(end).toMatchObject({ killed: 'processes', code: null });
  });

  it('gets the variables that it is given', async () => {
    expect((await shell('echo $KEY $HOME', { environment: { KEY: 'value', HOME: '/tmp' } })).stdout).toBe('value /tmp\n');
  });

  it('sees nothing of the environment of its host', async () => {
    process.env['EVOSPICE_TEST_SECRET'] = 'secret';
    const { stdout } = await shell('env');
    delete process.env['EVOSPICE_TEST_SECRET'];
    expect(stdout).not.toContain('secret');
    expect(stdout).toContain('PATH=');
  });

  it.skipIf(!walls.includes('prlimit'))('gets no more memory than allowed', async () => {
    const { code, stdout } = await shell('head -c 300000000 /dev/zero | tail | wc -c', { limits: { ...limits, memoryMb: 64 } });
    expect([code === 0, stdout.trim()]).not.toEqual([true, '300000000']);
  });

  describe.skipIf(!walls.includes('bubblewrap'))('in bubblewrap', () => {
    it('reads no file that was not named, and writes nowhere else', async () => {
      const secret = join(tmpdir(), `evospice-secret-${process.pid}`);
      await writeFile(secret, 'secret');
      const { stdout } = await shell(`cat ${secret} /etc/passwd /root/* 2>&1; echo x > /usr/made; echo x > /made; ls -a /; ls /etc`);
      await rm(secret);
      expect(stdout).not.toMatch(/secret\n?$|root:x:/m);
      expect(stdout).not.toMatch(/^(home|root|var|made)$/m);
      expect(existsSync('/usr/made')).toBe(false);
    });

    it.each([[false, 0], [true, 1]])('with a network: %s, reaches %i sockets of its host, and sees no other process', async (network, reached) => {
      let connections = 0;
      const server = createServer(() => { connections += 1; }).listen(0, '127.0.0.1');
      await new Promise((resolve) => { server.once('listening', resolve); });
      const { port } = server.address() as AddressInfo;
      const script = `(echo x > /dev/tcp/127.0.0.1/${port}) 2>/dev/null && echo connected; kill -0 ${process.pid} 2>/dev/null && echo signalled; ls /proc | grep -c '^[0-9]'`;
      const { stdout } = await shell('', { command: ['bash', '-c', script], network });
      server.close();
      expect(connections).toBe(reached);
      expect(stdout.includes('connected')).toBe(network);
      expect(Number(stdout.trim().split('\n').at(-1))).toBeLessThan(10);
    });
  });
});
