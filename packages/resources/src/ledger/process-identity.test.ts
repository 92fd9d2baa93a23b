import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAlive, ownIdentity } from './process-identity.ts';

describe('process identity', () => {
  const own = ownIdentity();

  it('knows itself as alive', () => {
    expect(isAlive(own, own.place)).toBe(true);
    expect(own.start).not.toBe('');
  });

  it('takes a process of the same number that started at another time for another one', () => {
    expect(isAlive({ ...own, start: `${own.start}0` }, own.place)).toBe(false);
  });

  it('cannot tell about processes of another place', () => {
    expect(isAlive(own, 'elsewhere')).toBeUndefined();
  });

  it('sees that a process has died', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(child, 'spawn');
    const identity = { pid: child.pid!, start: '', place: own.place };
    expect(isAlive(identity, own.place)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity, own.place)).toBe(false);
  });

  it.skipIf(!existsSync('/proc/self/stat'))('counts a zombie as dead (needs /proc)', async () => {
    // The shell never waits for its child, which ends at once and stays as a zombie.
    const shell = spawn('sh', ['-c', 'true & echo $!; exec sleep 10'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [chunk] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(chunk.toString());
    await expect.poll(() => isAlive({ pid, start: '', place: own.place }, own.place)).toBe(false);
    shell.kill('SIGKILL');
  });
});
