import { analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { SessionPool } from './session-pool.ts';

const { signal } = new AbortController();
const [one, two] = [analyticDiodeTask(1, { points: 3 }), analyticDiodeTask(2, { points: 3 })];

describe('session pool', () => {
  it('opens a testbench once for uses that follow one another, and once more for one beside', async () => {
    const simulator = analyticDiodeSimulator();
    const pool = new SessionPool(simulator);
    const first = await pool.use(one, signal, async (session) => session);
    expect(await pool.use(one, signal, async (session) => session)).toBe(first);
    await pool.use(one, signal, (session) => pool.use(one, signal, async (other) => expect(other).not.toBe(session)));
    await pool.use(two, signal, async (session) => expect(session).not.toBe(first));
    expect(simulator.counts).toMatchObject({ opened: 3, closed: 0 });
    await pool.close();
    expect(simulator.counts.closed).toBe(3);
  });

  it('closes a session in which something went wrong', async () => {
    const simulator = analyticDiodeSimulator();
    const pool = new SessionPool(simulator);
    await expect(pool.use(one, signal, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(simulator.counts).toMatchObject({ opened: 1, closed: 1 });
    await pool.close();
  });

  it('keeps no more than eight idle', async () => {
    const simulator = analyticDiodeSimulator();
    const pool = new SessionPool(simulator);
    for (let seed = 1; seed <= 12; seed += 1) await pool.use(analyticDiodeTask(seed, { points: 3 }), signal, async () => undefined);
    expect(simulator.counts).toMatchObject({ opened: 12, closed: 4 });
    await pool.close();
    expect(simulator.counts.closed).toBe(12);
  });
});
