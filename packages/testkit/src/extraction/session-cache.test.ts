import { analyticDiodeSimulator, analyticDiodeTask } from '../index.ts';
import { describe, expect, it } from 'vitest';
import { SessionCache } from '@evospice/extraction';

const { signal } = new AbortController();
const [one, two] = [analyticDiodeTask(1, { points: 3 }), analyticDiodeTask(2, { points: 3 })];

describe('session cache', () => {
  it('opens a testbench once for uses that follow one another, and once more for one beside', async () => {
    const simulator = analyticDiodeSimulator();
    const cache = new SessionCache();
    const first = await cache.use({ task: one, simulator }, signal, async (session) => session);
    expect(await cache.use({ task: one, simulator }, signal, async (session) => session)).toBe(first);
    await cache.use({ task: one, simulator }, signal, (session) => cache.use({ task: one, simulator }, signal, async (other) => expect(other).not.toBe(session)));
    await cache.use({ task: two, simulator }, signal, async (session) => expect(session).not.toBe(first));
    expect(simulator.counts).toMatchObject({ opened: 3, closed: 0 });
    await cache.close();
    expect(simulator.counts.closed).toBe(3);
  });

  it('closes a session in which something went wrong', async () => {
    const simulator = analyticDiodeSimulator();
    const cache = new SessionCache();
    await expect(cache.use({ task: one, simulator }, signal, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(simulator.counts).toMatchObject({ opened: 1, closed: 1 });
    await cache.close();
  });

  it('keeps no more than eight idle', async () => {
    const simulator = analyticDiodeSimulator();
    const cache = new SessionCache();
    for (let seed = 1; seed <= 12; seed += 1) await cache.use({ task: analyticDiodeTask(seed, { points: 3 }), simulator }, signal, async () => undefined);
    expect(simulator.counts).toMatchObject({ opened: 12, closed: 4 });
    await cache.close();
    expect(simulator.counts.closed).toBe(12);
  });

  it('keeps as many idle as it is told, and sessions of different simulators apart', async () => {
    const [simulator, other] = [analyticDiodeSimulator(), analyticDiodeSimulator()];
    const cache = new SessionCache({ mostIdle: 1 });
    await cache.use({ task: one, simulator }, signal, async () => undefined);
    await cache.use({ task: one, simulator: other }, signal, async () => undefined);
    expect([simulator.counts, other.counts]).toMatchObject([{ opened: 1, closed: 1 }, { opened: 1, closed: 0 }]);
    await cache.close();
  });
});
