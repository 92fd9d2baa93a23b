import { CellArchive } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testAxes } from '../testing/request.ts';
import { drive } from './drive.ts';
import type { Journal } from './journal.ts';
import { SteeringGate } from './steering-gate.ts';

describe('drive', () => {
  it('keeps as much in flight as it may, and asks again whenever a piece ends', async () => {
    let left = 10;
    let most = 0;
    const seen: number[] = [];
    await drive({
      workers: 3,
      stop: new AbortController(),
      next(inFlight) {
        seen.push(inFlight);
        most = Math.max(most, inFlight + 1);
        if (left === 0) return undefined;
        left -= 1;
        return () => new Promise((resolve) => { setImmediate(resolve); });
      },
    });
    expect(left).toBe(0);
    expect(most).toBe(3);
    expect(Math.max(...seen)).toBeLessThan(3);
  });

  it('takes work that only comes up while other work runs', async () => {
    const done: string[] = [];
    const waiting = [async () => { done.push('first'); waiting.push(async () => { done.push('second'); }); }];
    await drive({ workers: 2, stop: new AbortController(), next: () => waiting.shift() });
    expect(done).toEqual(['first', 'second']);
  });

  it.each(['work', 'next'])('after a failure of %s it begins nothing, waits for what runs and throws the first failure', async (where) => {
    const stop = new AbortController();
    let begun = 0;
    let slowEnded = false;
    const slow = async (): Promise<void> => {
      await new Promise((resolve) => { stop.signal.addEventListener('abort', resolve); });
      await new Promise((resolve) => { setImmediate(resolve); });
      slowEnded = true;
      throw new Error('second');
    };
    const failing = (): Promise<void> => Promise.reject(new Error('first'));
    await expect(drive({
      workers: 2,
      stop,
      next() {
        begun += 1;
        if (begun === 1) return slow;
        if (where === 'next') throw new Error('first');
        return failing;
      },
    })).rejects.toThrow('first');
    expect(begun).toBe(2);
    expect(slowEnded).toBe(true);
    expect(stop.signal.aborted).toBe(true);
  });

  it('leaves the process to the work in flight once the run was cut off while it listens to somebody outside', async () => {
    const cut = new AbortController();
    const gate = new SteeringGate({ archive: new CellArchive(testAxes), journal: {} as Journal, signal: cut.signal });
    let asked = 0;
    let begun = false;
    await drive({
      workers: 1, stop: new AbortController(), waiting: () => false,
      wake: () => {
        asked += 1;
        if (asked > 100) throw new Error('asks without end');
        return gate.changed();
      },
      next() {
        if (begun) return undefined;
        begun = true;
        return () => new Promise((resolve) => { setImmediate(() => { cut.abort(); setImmediate(resolve); }); });
      },
    });
    expect(asked).toBeLessThan(4);
  });
});
