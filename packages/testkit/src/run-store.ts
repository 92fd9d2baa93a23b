import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, RunStore, StoredEvent } from '@evospice/contracts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/**
 * Holds a run store to its contract. Each test gets a folder of its own.
 *
 * Survival of `kill -9` and a lock across processes are beyond a suite that runs in one process; a store tests them itself.
 *
 * @param name title of the suite
 * @param makeStore makes a store; called once a test
 */
export function testRunStore(name: string, makeStore: () => RunStore): void {
  describe(`run store ${name}`, () => {
    let folder = '';
    let store: RunStore;
    let runs = 0;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'evospice-store-'));
      store = makeStore();
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const location = (): string => join(folder, 'run');

    it('has a name that configuration can use', () => {
      expect(store.name).toMatch(/^[a-z][a-z0-9-]*$/u);
    });

    it('tells whether somebody writes, where it can', async () => {
      if (store.writer === undefined) return;
      expect(await store.writer(location())).toBeUndefined();
      const log = await store.open(location(), 'create');
      expect(await store.writer(location())).toMatchObject({ pid: process.pid });
      const reader = await store.open(location(), 'read');
      await log.close();
      expect(await store.writer(location())).toBeUndefined();
      await reader.close();
    });

    it('numbers events from 1 without gaps and gives them back as they were', async () => {
      const log = await store.open(location(), 'create');
      const appended = await Promise.all([log.append('a', { x: 1 }), log.append('b', [null, true, 'ü\n']), log.append('a', 0.1)]);
      expect(appended.map((event) => event.sequence)).toEqual([1, 2, 3]);
      expect((await Array.fromAsync(log.events()))).toEqual(appended);
      for (const event of appended) expect(Number.isInteger(event.at)).toBe(true);
      await log.close();
    });

    it('gives back any JSON exactly', async () => {
      const log = await store.open(location(), 'create');
      await fc.assert(fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const payload = JSON.parse(JSON.stringify(value)) as Json;
        const { sequence } = await log.append('any', payload);
        expect((await Array.fromAsync(log.events({ after: sequence - 1 }))).map((event) => event.payload)).toEqual([payload]);
      }), { numRuns: 50 });
      await log.close();
    });

    it('refuses a number that JSON would lose, and stores nothing then', async () => {
      const log = await store.open(location(), 'create');
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) await expect(log.append('bad', { deep: [value] })).rejects.toMatchObject({ code: 'STORE_PAYLOAD' });
      expect((await Array.fromAsync(log.events()))).toEqual([]);
      await log.close();
    });

    it('filters by type and by sequence number', async () => {
      const log = await store.open(location(), 'create');
      await Promise.all(Array.from({ length: 600 }, (_, index) => log.append(index % 3 === 0 ? 'third' : 'other', index)));
      const numbers = async (events: AsyncIterable<StoredEvent>): Promise<number[]> => (await Array.fromAsync(events)).map((event) => event.sequence);
      expect(await numbers(log.events())).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
      expect(await numbers(log.events({ after: 597 }))).toEqual([598, 599, 600]);
      expect(await numbers(log.events({ types: ['third'], after: 590 }))).toEqual([592, 595, 598]);
      expect(await numbers(log.events({ types: ['third', 'other'] }))).toHaveLength(600);
      expect(await numbers(log.events({ types: ['none'] }))).toEqual([]);
      expect(await numbers(log.events({ types: [] }))).toEqual([]);
      await log.close();
    });

    it('can be appended to while its events are being read', async () => {
      const log = await store.open(location(), 'create');
      await log.append('first', 1);
      let seen = 0;
      for await (const event of log.events()) {
        seen += 1;
        if (seen < 10) await log.append('more', event.sequence);
      }
      expect(seen).toBeLessThan(10);
      expect((await Array.fromAsync(log.events())).length).toBe(seen + 1);
      await log.close();
    });

    it('keeps facts, the last value of each', async () => {
      const log = await store.open(location(), 'create');
      expect(await log.fact('configuration')).toBeUndefined();
      await log.setFact('configuration', { seed: 1 });
      await log.setFact('configuration', { seed: 2 });
      await log.setFact('nothing', null);
      expect(await log.fact('configuration')).toEqual({ seed: 2 });
      expect(await log.fact('nothing')).toBeNull();
      await log.close();
    });

    it('resumes where it ended', async () => {
      const before = await store.open(location(), 'create');
      await before.append('a', 1);
      await before.setFact('fact', 'kept');
      await before.close();
      await before.close();
      const after = await store.open(location(), 'resume');
      expect((await after.append('b', 2)).sequence).toBe(2);
      expect((await Array.fromAsync(after.events())).map((event) => event.payload)).toEqual([1, 2]);
      expect(await after.fact('fact')).toBe('kept');
      await after.close();
    });

    it('keeps events and facts in the order in which they were handed over, however many wait at once', async () => {
      const operation = fc.record({ kind: fc.constantFrom('append', 'append', 'fact', 'pause'), type: fc.constantFrom('a', 'b'), value: fc.integer() });
      await fc.assert(fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        const place = join(folder, `run-${runs += 1}`);
        const log = await store.open(place, 'create');
        const appended: Promise<StoredEvent>[] = [];
        const settled: number[] = [];
        const facts: Promise<void>[] = [];
        for (const { kind, type, value } of operations) {
          if (kind === 'fact') facts.push(log.setFact(type, value));
          else if (kind === 'append') appended.push(log.append(type, value).then((event) => { settled.push(event.sequence); return event; }));
          else await new Promise((resolve) => { setImmediate(resolve); });
        }
        // Reading sees everything that was handed over before.
        const seen = await Array.fromAsync(log.events());
        const events = await Promise.all(appended);
        await Promise.all(facts);
        const wanted = operations.filter(({ kind }) => kind === 'append').map(({ type, value }, index) => ({ sequence: index + 1, type, payload: value }));
        expect(seen.map(({ sequence, type, payload }) => ({ sequence, type, payload }))).toEqual(wanted);
        expect(seen).toEqual(events);
        expect(settled).toEqual(wanted.map(({ sequence }) => sequence));
        for (const name of ['a', 'b']) expect(await log.fact(name)).toEqual(operations.findLast(({ kind, type }) => kind === 'fact' && type === name)?.value);
        await log.close();
      }), { numRuns: 30 });
    });

    it('has stored what append resolved with: another reader sees it', async () => {
      const writer = await store.open(location(), 'create');
      const reader = await store.open(location(), 'read');
      await Promise.all(Array.from({ length: 5 }, async (_, worker) => {
        for (let step = 0; step < 10; step += 1) {
          const { sequence } = await writer.append('step', [worker, step]);
          const [event] = await Array.fromAsync(reader.events({ after: sequence - 1 }));
          expect(event?.payload).toEqual([worker, step]);
        }
      }));
      await reader.close();
      await writer.close();
    });

    it('writes what still waits when it is closed, and takes no more then', async () => {
      const log = await store.open(location(), 'create');
      const waiting = [log.append('a', 1), log.append('a', 2)];
      await log.close();
      expect((await Promise.all(waiting)).map(({ sequence }) => sequence)).toEqual([1, 2]);
      await expect(log.append('a', 3)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
      const reader = await store.open(location(), 'read');
      expect(await Array.fromAsync(reader.events())).toHaveLength(2);
      await reader.close();
    });

    it('knows where there is a run, and removes it', async () => {
      expect(await store.exists(location())).toBe(false);
      await store.remove(location());
      const log = await store.open(location(), 'create');
      await log.append('a', 1);
      expect(await store.exists(location())).toBe(true);
      await expect(store.remove(location())).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      await log.close();
      expect(await store.exists(location())).toBe(true);
      await store.remove(location());
      expect(await store.exists(location())).toBe(false);
      const fresh = await store.open(location(), 'create');
      expect(await Array.fromAsync(fresh.events())).toEqual([]);
      await fresh.close();
    });

    it('refuses to create over a run', async () => {
      await (await store.open(location(), 'create')).close();
      await expect(store.open(location(), 'create')).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    });

    it.each(['resume', 'read'] as const)('refuses to %s what is not there', async (mode) => {
      await expect(store.open(location(), mode)).rejects.toMatchObject({ code: 'STORE_MISSING' });
    });

    it('lets one writer in at a time', async () => {
      const writer = await store.open(location(), 'create');
      await expect(store.open(location(), 'resume')).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      await writer.append('still', 'writing');
      await writer.close();
      await (await store.open(location(), 'resume')).close();
    });

    it('is readable while it is written, and reading changes nothing', async () => {
      const writer = await store.open(location(), 'create');
      await writer.append('a', 1);
      const reader = await store.open(location(), 'read');
      expect((await Array.fromAsync(reader.events())).map((event) => event.payload)).toEqual([1]);
      await writer.append('a', 2);
      expect((await Array.fromAsync(reader.events({ after: 1 }))).map((event) => event.payload)).toEqual([2]);
      await expect(reader.append('a', 3)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
      await expect(reader.setFact('a', 3)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
      await reader.close();
      await writer.close();
      const state = (): unknown => readdirSync(location()).toSorted().map((file) => [file, statSync(join(location(), file)).size]);
      const untouched = state();
      const again = await store.open(location(), 'read');
      expect((await Array.fromAsync(again.events()))).toHaveLength(2);
      await again.close();
      expect(state()).toEqual(untouched);
    });
  });
}
