import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoreDriver } from '../testing/core-driver.ts';
import { defaultCoreSettings, type CoreSettings } from './settings.ts';

const settings: CoreSettings = { ...defaultCoreSettings, leaseMs: 1e9, ageing: { afterMs: 2000, share: 0.05 } };

interface Stream {
  readonly account: string;
  readonly weight: number;
  readonly holdMs: () => number;
  readonly demand: Readonly<Record<string, number>>;
  readonly priority?: number;
  /** Requests it keeps in the queue. */
  readonly backlog: number;
}

/** Accounts that always have work waiting, on a virtual clock; returns resource time (ms × dominant share) by account. */
function contend(capacity: Readonly<Record<string, number>>, streams: readonly Stream[], forMs: number, rules = settings): { used: Map<string, number>; core: CoreDriver } {
  const core = new CoreDriver(capacity, rules);
  const ends = new Map<string, number>();
  const used = new Map<string, number>();
  const streamOf = new Map(streams.map((stream) => [stream.account, stream]));
  const ask = ({ account, demand, weight, priority = 0 }: Stream): void => {
    core.request(account, demand, { weight, priority });
  };
  let seen = 0;
  const note = (): void => {
    for (; seen < core.granted.length; seen += 1) {
      const { request, grantedAt } = core.granted[seen]!;
      const stream = streamOf.get(request.account)!;
      const hold = stream.holdMs();
      ends.set(request.id, grantedAt + hold);
      const share = Math.max(...request.demand.map(({ resource, amount }) => amount / capacity[resource]!));
      used.set(request.account, (used.get(request.account) ?? 0) + hold * share);
    }
  };
  for (const stream of streams) for (let n = 0; n < stream.backlog; n += 1) { ask(stream); note(); }
  while (core.now < forMs) {
    const [id, at] = [...ends].reduce((a, b) => (b[1] < a[1] ? b : a));
    core.advance(at - core.now);
    ends.delete(id);
    const { account } = core.state.held.get(id)!.request;
    ask(streamOf.get(account)!);
    note();
    core.send({ type: 'release', id });
    note();
  }
  return { used, core };
}

const cycle = (values: readonly number[]): (() => number) => {
  let index = -1;
  return () => values[(index += 1) % values.length]!;
};

describe('fair shares', () => {
  it('follow the weights in resource time, not in requests: 3 to 1 within 3 %', () => {
    const { used } = contend({ cores: 4 }, [
      { account: 'short', weight: 1, holdMs: cycle([7, 11]), demand: { cores: 1 }, backlog: 20 },
      { account: 'long', weight: 3, holdMs: cycle([90, 110, 130]), demand: { cores: 1 }, backlog: 20 },
    ], 100_000);
    expect(Math.abs(used.get('long')! / used.get('short')! - 3)).toBeLessThan(0.09);
  });

  it('converge for any two weights and lengths: each within 7 % of all resource time, 5 of which may go by age', () => {
    fc.assert(fc.property(
      fc.record({ weights: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), holds: fc.tuple(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 })), cores: fc.integer({ min: 1, max: 6 }) }),
      ({ weights, holds, cores }) => {
        const { used } = contend({ cores }, [0, 1].map((n) => ({ account: `p${n}`, weight: weights[n]!, holdMs: cycle(holds[n]!), demand: { cores: 1 }, backlog: 10 })), 20_000);
        const [a, b] = [used.get('p0')!, used.get('p1')!];
        expect(Math.abs(a / (a + b) - weights[0] / (weights[0] + weights[1]))).toBeLessThan(0.07);
      },
    ), { numRuns: 40 });
  });

  it('charge the dominant resource: two licences of two weigh as much as all cores', () => {
    const { used } = contend({ cores: 8, 'licence:hspice': 2 }, [
      { account: 'licensed', weight: 1, holdMs: () => 20, demand: { cores: 1, 'licence:hspice': 1 }, backlog: 10 },
      { account: 'wide', weight: 1, holdMs: () => 20, demand: { cores: 2, 'licence:hspice': 1 }, backlog: 10 },
    ], 20_000);
    expect(used.get('licensed')! / used.get('wide')!).toBeCloseTo(1, 1);
  });

  it('give a newcomer its share from now on, not what it missed', () => {
    const core = new CoreDriver({ cores: 1 }, settings);
    const run = (turns: number, accounts: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (let turn = 0; turn < turns; turn += 1) {
        for (const account of accounts) while ((core.state.accounts.get(account)?.waiting ?? 0) < 2) core.request(account, { cores: 1 });
        core.advance(10);
        const id = core.heldIds[0]!;
        const { account } = core.state.held.get(id)!.request;
        counts.set(account, (counts.get(account) ?? 0) + 1);
        core.send({ type: 'release', id });
      }
      return counts;
    };
    run(200, ['old']);
    const counts = run(40, ['old', 'new']);
    expect(Math.abs(counts.get('old')! - counts.get('new')!)).toBeLessThanOrEqual(4);
  });

  it('forget accounts that are done: a thousand of them leave nothing behind', () => {
    const core = new CoreDriver({ cores: 2 }, settings);
    core.request('steady', { cores: 1 });
    for (let n = 0; n < 1000; n += 1) {
      core.request('steady', { cores: 1 });
      core.request(`p${n}`, { cores: 1 });
      while (core.waitingIds.length > 0) {
        core.advance(5);
        core.send({ type: 'release', id: core.heldIds[0]! });
      }
    }
    expect(core.state.accounts.size).toBeLessThan(20);
  });
});

describe('a burst of grants', () => {
  const burst = (prepare: (core: CoreDriver) => void): Map<string, number> => {
    const core = new CoreDriver({ cores: 8 }, settings);
    const all = core.request('w', { cores: 8 });
    for (let n = 0; n < 8; n += 1) for (const [account, weight] of [['a', 3], ['b', 1]] as const) core.request(account, { cores: 1 }, { weight });
    prepare(core);
    const before = core.granted.length;
    core.send({ type: 'release', id: all });
    const counts = new Map<string, number>();
    for (const { request } of core.granted.slice(before)) counts.set(request.account, (counts.get(request.account) ?? 0) + 1);
    return counts;
  };

  it('is divided by weight before any of it has been charged', () => {
    expect(burst(() => undefined)).toEqual(new Map([['a', 6], ['b', 2]]));
  });

  it('counts each grant for as long as its account usually holds', () => {
    const counts = burst((core) => {
      const accounts = new Map(core.state.accounts);
      for (const [account, meanHoldMs] of [['a', 300], ['b', 10]] as const) accounts.set(account, { ...accounts.get(account)!, meanHoldMs });
      core.state = { ...core.state, accounts };
    });
    // Per unit of weight, a grant of `a` counts for 100 ms, one of `b` for 10 ms.
    expect(counts).toEqual(new Map([['a', 1], ['b', 7]]));
  });
});

describe('priorities', () => {
  it('serve validation before exploration', () => {
    const core = new CoreDriver({ cores: 1 }, settings);
    const first = core.request('a', { cores: 1 });
    const exploration = core.request('a', { cores: 1 });
    const validation = core.request('b', { cores: 1 }, { priority: 1 });
    core.send({ type: 'release', id: first });
    expect(core.heldIds).toEqual([validation]);
    core.send({ type: 'release', id: validation });
    expect(core.heldIds).toEqual([exploration]);
  });

  it('cannot starve: under endless validation, one twentieth of the resource time goes by age', () => {
    const { core } = contend({ cores: 2 }, [
      { account: 'v', weight: 1, holdMs: () => 10, demand: { cores: 1 }, priority: 1, backlog: 6 },
      { account: 'e', weight: 1, holdMs: () => 10, demand: { cores: 1 }, priority: 0, backlog: 6 },
    ], 30_000);
    const late = core.granted.filter(({ grantedAt }) => grantedAt > 5000);
    const aged = late.filter(({ request }) => request.account === 'e').length / late.length;
    expect(aged).toBeGreaterThan(0.01);
    expect(aged).toBeLessThanOrEqual(0.06);
  });

  it('let nobody starve: every request is granted within the bound that its age at arrival sets', () => {
    const demand = fc.record({ cores: fc.integer({ min: 1, max: 4 }), 'licence:hspice': fc.integer({ min: 0, max: 2 }) }).map((amounts) => Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0)));
    const stream = fc.record({ demand, holdMs: fc.integer({ min: 1, max: 12 }), priority: fc.constantFrom(0, 1), weight: fc.constantFrom(1, 4), backlog: fc.integer({ min: 1, max: 4 }) });
    const ageing = { afterMs: 200, share: 0.25 };
    fc.assert(fc.property(fc.array(stream, { minLength: 2, maxLength: 5 }), (streams) => {
      const { core } = contend({ cores: 4, 'licence:hspice': 2 }, streams.map((one, n) => ({ ...one, account: `p${n}`, holdMs: () => one.holdMs })), 6000, { ...settings, ageing });
      const longestHold = Math.max(...streams.map(({ holdMs }) => holdMs));
      const inQueue = streams.reduce((sum, { backlog }) => sum + backlog, 0);
      const shares = streams.map(({ demand: amounts }) => Math.max(amounts['cores']! / 4, (amounts['licence:hspice'] ?? 0) / 2));
      // Of age; then for each older request, and for itself: the time in which the least demanding pay for the most demanding one served by age, with
      // the charge of a lease due at its end, then at most one hold until what it needs has gathered and one while it runs.
      const payment = (1 / ageing.share - 1) * longestHold * (Math.max(...shares) / Math.min(...shares));
      const bound = ageing.afterMs + (inQueue + 1) * (payment + 3 * longestHold);
      for (const { request, grantedAt } of core.granted) expect(grantedAt - request.arrived).toBeLessThanOrEqual(bound);
      for (const lane of core.state.lanes.values()) for (const { arrived } of lane.requests) expect(core.now - arrived).toBeLessThanOrEqual(bound);
    }), { numRuns: 40 });
  });

  it('a wide request is not overtaken for ever by narrow ones', () => {
    const core = new CoreDriver({ cores: 4 }, settings);
    const narrow = Array.from({ length: 4 }, () => core.request('n', { cores: 1 }));
    const wide = core.request('w', { cores: 4 });
    for (let n = 0; n < 4; n += 1) {
      core.request('n', { cores: 1 });
      core.advance(1);
      core.send({ type: 'release', id: narrow[n]! });
    }
    expect(core.heldIds).toEqual([wide]);
  });

  it('what needs two resources is not starved by those that take turns at one each', () => {
    const core = new CoreDriver({ cores: 1, 'licence:hspice': 1 }, settings);
    let [onCore, onLicence] = [core.request('x', { cores: 1 }), core.request('y', { 'licence:hspice': 1 })];
    const both = core.request('both', { cores: 1, 'licence:hspice': 1 });
    while (!core.isHeld(both) && core.now < 4 * settings.ageing.afterMs) {
      const [nextOnCore, nextOnLicence] = [core.request('x', { cores: 1 }), core.request('y', { 'licence:hspice': 1 })];
      for (const id of [onCore, onLicence]) {
        core.advance(10);
        core.send({ type: 'release', id });
      }
      [onCore, onLicence] = [nextOnCore, nextOnLicence];
    }
    expect(core.isHeld(both)).toBe(true);
    expect(core.now).toBeLessThanOrEqual(settings.ageing.afterMs + 40);
  });

  it('what fits and comes of age is granted then, though nothing else happens', () => {
    const core = new CoreDriver({ cores: 4 }, settings);
    core.request('x', { cores: 3 });
    const last = core.request('x', { cores: 1 });
    const old = core.request('old', { cores: 1 });
    core.request('wide', { cores: 2 }, { priority: 1 });
    core.send({ type: 'release', id: last });
    core.advance(settings.ageing.afterMs - 1);
    expect(core.isHeld(old)).toBe(false);
    core.advance(1);
    expect(core.isHeld(old)).toBe(true);
  });

  it('what does not need the scarce licence goes past a request that waits for it', () => {
    const core = new CoreDriver({ cores: 4, 'licence:hspice': 1 }, settings);
    core.request('a', { cores: 1, 'licence:hspice': 1 });
    core.request('a', { cores: 1, 'licence:hspice': 1 });
    const free = core.request('a', { cores: 1 });
    expect(core.isHeld(free)).toBe(true);
  });
});
