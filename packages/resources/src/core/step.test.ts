import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoreDriver } from '../testing/core-driver.ts';
import { defaultCoreSettings, type CoreSettings } from './settings.ts';
import { step } from './step.ts';
import type { SchedulerState } from './state.ts';

const capacity = { cores: 4, memoryMb: 8, 'licence:hspice': 2, 'licence:spectre': 1 };
const settings: CoreSettings = { ...defaultCoreSettings, leaseMs: 500, ageing: { afterMs: 200, share: 0.2 }, backOff: { firstMs: 50, longestMs: 400, probeMs: 100, mostDenials: 4 } };

const demands = fc.record({ cores: fc.integer({ min: 1, max: 4 }), memoryMb: fc.integer({ min: 0, max: 8 }), 'licence:hspice': fc.integer({ min: 0, max: 2 }), 'licence:spectre': fc.integer({ min: 0, max: 1 }) })
  .map((demand) => Object.fromEntries(Object.entries(demand).filter(([, amount]) => amount > 0)));

type Move =
  | { readonly type: 'request'; readonly account: string; readonly priority: number; readonly weight: number; readonly owner: string; readonly demand: Record<string, number> }
  | { readonly type: 'release' | 'cancelHeld' | 'cancelWaiting' | 'renew' | 'deny'; readonly pick: number }
  | { readonly type: 'ownerGone'; readonly owner: string }
  | { readonly type: 'pass'; readonly ms: number }
  | { readonly type: 'shrink'; readonly licences: number };

const owners = fc.constantFrom('p', 'q');
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('request' as const), account: fc.constantFrom('a', 'b', 'c'), priority: fc.constantFrom(0, 1), weight: fc.constantFrom(1, 2, 3), owner: owners, demand: demands }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('release' as const, 'release' as const, 'cancelHeld' as const, 'cancelWaiting' as const, 'renew' as const, 'deny' as const), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('ownerGone' as const), owner: owners }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('shrink' as const), licences: fc.integer({ min: 0, max: 2 }) }) },
);

function play(core: CoreDriver, move: Move): void {
  const pick = (ids: readonly string[], index: number): string | undefined => (ids.length === 0 ? undefined : ids[index % ids.length]);
  switch (move.type) {
    case 'request': core.request(move.account, move.demand, move); return;
    case 'ownerGone': core.send({ type: 'owner-gone', owner: move.owner }); return;
    case 'pass': core.advance(move.ms); return;
    case 'shrink': core.send({ type: 'capacity', capacity: new Map(Object.entries({ ...capacity, 'licence:hspice': move.licences })) }); return;
    case 'cancelWaiting': {
      const id = pick(core.waitingIds, move.pick);
      if (id !== undefined) core.send({ type: 'cancel', id });
      return;
    }
    default: {
      const id = pick(core.heldIds, move.pick);
      if (id === undefined) return;
      if (move.type === 'deny') {
        const resources = core.state.held.get(id)!.request.demand.map(({ resource }) => resource).filter((resource) => resource.startsWith('licence:'));
        if (resources.length > 0) core.send({ type: 'deny', id, resources, reason: 'no' });
      } else core.send({ type: move.type === 'cancelHeld' ? 'cancel' : move.type, id });
    }
  }
}

/** Held amounts counted afresh from the leases, not from the core's own sums. */
function heldOf(state: SchedulerState): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { request } of state.held.values()) for (const { resource, amount } of request.demand) sums.set(resource, (sums.get(resource) ?? 0) + amount);
  return sums;
}

function check(core: CoreDriver): void {
  const { state } = core;
  const sums = heldOf(state);
  expect([...state.inUse].toSorted()).toEqual([...sums].toSorted());
  for (const [account, record] of state.accounts) {
    expect(record.held).toBe([...state.held.values()].filter(({ request }) => request.account === account).length);
    expect(record.waiting).toBe([...state.lanes.values()].filter((lane) => lane.account === account).reduce((sum, { requests }) => sum + requests.length, 0));
  }
  for (const lane of state.lanes.values()) {
    expect(lane.requests.length).toBeGreaterThan(0);
    expect(lane.requests.map(({ sequence }) => sequence)).toEqual(lane.requests.map(({ sequence }) => sequence).toSorted((a, b) => a - b));
  }
  for (const { probe } of state.backOffs.values()) if (probe !== null) expect(state.held.has(probe)).toBe(true);
}

describe('step', () => {
  it('never has more in flight than the limit, in any interleaving, and every request ends exactly once', () => {
    fc.assert(fc.property(fc.array(moves, { maxLength: 80 }), (sequence) => {
      const core = new CoreDriver(capacity, settings);
      for (const move of sequence) {
        const grants = core.granted.length;
        play(core, move);
        check(core);
        const sums = heldOf(core.state);
        // What was granted just now fits under the capacity; what was granted before the capacity shrank may still be above it.
        for (const { request } of core.granted.slice(grants)) {
          for (const { resource } of request.demand) {
            if (core.state.held.has(request.id)) expect(sums.get(resource)!).toBeLessThanOrEqual(core.state.capacity.get(resource)!);
          }
        }
        if (!sequence.some(({ type }) => type === 'shrink')) for (const [resource, amount] of sums) expect(amount).toBeLessThanOrEqual(capacity[resource as keyof typeof capacity]);
      }
      const ids = core.ended.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const { totals } = core.state;
      expect(totals.granted).toBe(core.granted.length);
      const turnedAway = core.ended.filter(({ cause }) => cause === 'denied').length;
      expect(totals.released + totals.cancelled + totals.expired + turnedAway).toBe(ids.length);
    }), { numRuns: 400 });
  });

  it('loses no wake-up: once the holders release, every request is granted and nothing stays behind', () => {
    fc.assert(fc.property(fc.array(moves, { maxLength: 60 }), (sequence) => {
      const core = new CoreDriver(capacity, settings);
      for (const move of sequence) play(core, move);
      core.send({ type: 'capacity', capacity: new Map(Object.entries(capacity)) });
      for (let turn = 0; turn < 600 && core.waitingIds.length + core.heldIds.length > 0; turn += 1) {
        const [first] = core.heldIds;
        if (first === undefined) core.advance(10);
        else core.send({ type: 'release', id: first });
      }
      expect(core.waitingIds).toEqual([]);
      expect(core.heldIds).toEqual([]);
      expect([...core.state.inUse]).toEqual([]);
    }), { numRuns: 300 });
  });

  it('leaves the state it started from as it was', () => {
    fc.assert(fc.property(fc.array(moves, { minLength: 1, maxLength: 40 }), (sequence) => {
      const core = new CoreDriver(capacity, settings);
      for (const move of sequence) {
        const before = core.state;
        const copy = structuredClone(before);
        play(core, move);
        expect(before).toEqual(copy);
      }
    }), { numRuns: 60 });
  });

  it('is never idle: whatever waits does not fit, or something that goes first wants what it needs', () => {
    fc.assert(fc.property(fc.array(moves.filter(({ type }) => type !== 'deny' && type !== 'shrink'), { maxLength: 60 }), (sequence) => {
      const core = new CoreDriver(capacity, settings);
      for (const move of sequence) play(core, move);
      const sums = heldOf(core.state);
      const fits = (id: string): boolean => [...core.state.lanes.values()].flatMap(({ requests }) => requests).find((request) => request.id === id)!
        .demand.every(({ resource, amount }) => (sums.get(resource) ?? 0) + amount <= capacity[resource as keyof typeof capacity]);
      const waiting = core.waitingIds;
      if (waiting.length > 0) expect(waiting.some((id) => !fits(id))).toBe(true);
    }), { numRuns: 200 });
  });

  it('refuses at once what is larger than the capacity, and names it', () => {
    const core = new CoreDriver(capacity, settings);
    const id = core.request('a', { cores: 1, 'licence:hspice': 3 });
    expect(core.refused).toEqual([{ id, resource: 'licence:hspice', asked: 3, capacity: 2 }]);
    core.request('a', { cores: 1, 'licence:eldo': 1 });
    expect(core.refused[1]).toMatchObject({ resource: 'licence:eldo', capacity: 0 });
    expect(core.waitingIds).toEqual([]);
  });

  it('gives a cancelled place to the next at once, queued or held', () => {
    const core = new CoreDriver(capacity, settings);
    const [first, second, third] = ['a', 'b', 'c'].map((account) => core.request(account, { 'licence:spectre': 1 }));
    core.send({ type: 'cancel', id: second! });
    core.send({ type: 'cancel', id: first! });
    expect(core.heldIds).toEqual([third]);
    expect(core.ended.map(({ cause }) => cause)).toEqual(['cancelled', 'cancelled']);
  });

  it('takes back the lease of a holder that shows no sign of life, and keeps one that does', () => {
    const core = new CoreDriver(capacity, settings);
    const dead = core.request('a', { 'licence:spectre': 1 });
    const alive = core.request('a', { 'licence:hspice': 1 });
    const next = core.request('b', { 'licence:spectre': 1 });
    core.advance(300);
    core.send({ type: 'renew', id: alive });
    core.advance(199);
    expect(core.isHeld(dead)).toBe(true);
    core.advance(1);
    expect(core.heldIds).toEqual([alive, next]);
    expect(core.ended).toEqual([{ id: dead, cause: 'expired', denials: 0 }]);
  });

  it('returns everything of a dead process, and drops what it waited for', () => {
    const core = new CoreDriver(capacity, settings);
    core.request('a', { 'licence:spectre': 1 }, { owner: 'dead' });
    core.request('a', { 'licence:spectre': 1 }, { owner: 'dead' });
    const next = core.request('b', { 'licence:spectre': 1 }, { owner: 'alive' });
    core.send({ type: 'owner-gone', owner: 'dead' });
    expect(core.heldIds).toEqual([next]);
    expect(core.ended.map(({ cause }) => cause)).toEqual(['owner-gone', 'owner-gone']);
  });

  it('does not let time run backwards', () => {
    const core = new CoreDriver(capacity, settings);
    core.now = 1000;
    core.request('a', { cores: 1 });
    const outcome = step(core.state, { type: 'tick', now: 10 }, settings);
    expect(outcome.state.now).toBe(1000);
  });
});
