import type { StoredEvent } from '@evospice/contracts';
import { MemoryLog } from '../memory-log.ts';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { EventLog, handleEvent, type EventHandlers } from '@evospice/runs';

interface Events {
  readonly begun: { readonly seed: number };
  readonly found: { readonly name: string };
}
interface Facts {
  readonly title: string;
}

describe('a typed log', () => {
  it('writes and reads payloads with the type of their event', async () => {
    const log = new EventLog<Events, Facts>(new MemoryLog());
    await log.append('begun', { seed: 3 });
    await log.append('found', { name: 'x' });
    // @ts-expect-error -- another event's payload
    await log.append('found', { seed: 1 });
    const events = await Array.fromAsync(log.events({ types: ['begun', 'found'] }));
    expectTypeOf(events[0]!).toExtend<{ readonly type: 'begun' | 'found' }>();
    expect(events.map(({ type, payload }) => [type, payload])).toEqual([['begun', { seed: 3 }], ['found', { name: 'x' }], ['found', { seed: 1 }]]);
    expect(await Array.fromAsync(log.events({ types: ['found'], after: 2 }))).toHaveLength(1);
  });

  it('has typed facts', async () => {
    const log = new EventLog<Events, Facts>(new MemoryLog());
    expect(await log.fact('title')).toBeUndefined();
    await log.setFact('title', 'a run');
    // @ts-expect-error -- not a fact of this log
    await log.fact('other');
    expect(await log.fact('title')).toBe('a run');
  });

  it('gives each event to its handler and passes over types of a later version', () => {
    const seeds: number[] = [];
    const handlers: EventHandlers<Events> = { begun: ({ seed }, { at }) => { seeds.push(seed, at); } };
    const event = (type: string, payload: StoredEvent['payload']): StoredEvent => ({ sequence: 1, at: 7, type, payload });
    for (const type of ['begun', 'found', 'toString', '__proto__']) handleEvent(handlers, event(type, { seed: 5 }));
    expect(seeds).toEqual([5, 7]);
  });
});
