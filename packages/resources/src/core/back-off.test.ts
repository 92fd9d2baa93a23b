import { describe, expect, it } from 'vitest';
import { CoreDriver } from '../testing/core-driver.ts';
import { defaultCoreSettings, type CoreSettings } from './settings.ts';

const settings: CoreSettings = { ...defaultCoreSettings, leaseMs: 1e9, backOff: { firstMs: 100, longestMs: 500, probeMs: 50, mostDenials: 100 } };
const licence = { 'licence:hspice': 1 };
const make = (): CoreDriver => new CoreDriver({ 'licence:hspice': 4, cores: 4 }, settings);
const deny = (core: CoreDriver, id: string): void => void core.send({ type: 'deny', id, resources: ['licence:hspice'], reason: 'no' });
const backOff = (core: CoreDriver): { limit: number; until: number; failures: number } | undefined => core.state.backOffs.get('licence:hspice');

describe('back-off', () => {
  it('treats the capacity as what the others hold, and doubles its length up to the longest', () => {
    const core = make();
    core.request('a', licence);
    const probe = core.request('a', licence);
    const lengths: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      deny(core, probe);
      expect(backOff(core)!.limit).toBe(1);
      lengths.push(backOff(core)!.until - core.now);
      core.advance(backOff(core)!.until - core.now - 1);
      expect(core.isHeld(probe)).toBe(false);
      core.advance(1);
      expect(core.isHeld(probe)).toBe(true);
    }
    expect(lengths).toEqual([100, 200, 400, 500, 500]);
  });

  it('takes refusals of leases granted before it began for the same incident', () => {
    const core = make();
    const leases = Array.from({ length: 4 }, () => core.request('a', licence));
    for (const id of leases.slice(1)) deny(core, id);
    expect(backOff(core)).toMatchObject({ limit: 1, failures: 1, until: 100 });
  });

  it('probes with one lease at a time, and opens up licence by licence', () => {
    const core = make();
    const leases = Array.from({ length: 4 }, () => core.request('a', licence));
    for (const id of leases) deny(core, id);
    expect(core.heldIds).toEqual([]);
    const held: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      core.advance(50);
      held.push(core.heldIds.length);
    }
    // The back-off ends at 100 ms; each probe counts after 50 ms, and the third at 200 ms lets the fourth follow at 250 ms.
    expect(held).toEqual([0, 1, 2, 3, 4]);
    core.advance(50);
    core.send({ type: 'tick' });
    expect(backOff(core)).toBeUndefined();
  });

  it('a refused probe says nothing against the licences that were there before', () => {
    const core = make();
    const leases = Array.from({ length: 4 }, () => core.request('a', licence));
    deny(core, leases[3]!);
    core.advance(100);
    for (const id of leases.slice(0, 2)) core.send({ type: 'release', id });
    deny(core, leases[3]!);
    expect(backOff(core)).toMatchObject({ limit: 3, failures: 2 });
  });

  it('a probe that is given back counts at once', () => {
    const core = make();
    const [first, second] = [core.request('a', licence), core.request('a', licence)];
    deny(core, first);
    deny(core, second);
    core.advance(100);
    expect(core.heldIds).toEqual([first]);
    core.send({ type: 'release', id: first });
    expect(core.heldIds).toEqual([second]);
    expect(backOff(core)).toMatchObject({ limit: 1, failures: 0 });
  });

  it.each(['cancel', 'owner-gone'] as const)('a probe ended by %s says nothing, and the next one may try', (type) => {
    const core = make();
    const first = core.request('a', licence, { owner: 'p' });
    const second = core.request('a', licence, { owner: 'q' });
    deny(core, first);
    deny(core, second);
    core.advance(100);
    expect(core.heldIds).toEqual([first]);
    core.send(type === 'cancel' ? { type, id: first } : { type, owner: 'p' });
    expect(core.heldIds).toEqual([second]);
    expect(backOff(core)).toMatchObject({ limit: 0, failures: 1 });
  });

  it('queues the refused request at its old place', () => {
    const core = make();
    const first = core.request('a', { ...licence, cores: 4 });
    const second = core.request('a', { ...licence, cores: 4 });
    const third = core.request('a', { ...licence, cores: 4 });
    deny(core, first);
    expect(core.waitingIds).toEqual([first, second, third]);
    core.advance(100);
    expect(core.heldIds).toEqual([first]);
  });

  it('lets work go on that needs no such licence, with all the cores', () => {
    const core = make();
    const refused = core.request('a', { ...licence, cores: 4 });
    deny(core, refused);
    const free = Array.from({ length: 4 }, () => core.request('a', { cores: 1 }));
    expect(core.heldIds).toEqual(free);
  });

  it('charges the account nothing for what was refused', () => {
    const core = make();
    const id = core.request('a', licence);
    core.request('a', { cores: 1 });
    core.advance(30);
    deny(core, id);
    expect(core.state.accounts.get('a')).toMatchObject({ used: 0, settled: 0 });
  });

  it('remembers the last denials only', () => {
    const core = make();
    const id = core.request('a', licence);
    for (let n = 0; n < 60; n += 1) {
      deny(core, id);
      core.advance(500);
    }
    expect(core.state.denials.length).toBe(settings.rememberedDenials);
    expect(core.state.totals.denied).toBe(60);
  });
});
