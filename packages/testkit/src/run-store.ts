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
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'evospice-store-'));
      store = makeStore();
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const location = (): string => join(folder, 'run');

    it('has a name that configuration can use', () => {
      expect(store.name).toMatch(/^[a-z][a-z0-9-]*$/u);
    });

    it('numbers events from 1 without gaps and gives them back as they were', async () => {
      const log = await store.open(location(), 'create');
      const appended = [log.append('a', { x: 1 }), log.append('b', [null, true, 'ü\n']), log.append('a', 0.1)];
      expect(appended.map((event) => event.sequence)).toEqual([1, 2, 3]);
      expect([...log.events()]).toEqual(appended);
      for (const event of appended) expect(Number.isInteger(event.at)).toBe(true);
      log.close();
    });

    it('gives back any JSON exactly', async () => {
      const log = await store.open(location(), 'create');
      fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const payload = JSON.parse(JSON.stringify(value)) as Json;
        const { sequence } = log.append('any', payload);
        expect([...log.events({ after: sequence - 1 })].map((event) => event.payload)).toEqual([payload]);
      }), { numRuns: 50 });
      log.close();
    });

    it('refuses a number that JSON would lose, and stores nothing then', async () => {
      const log = await store.open(location(), 'create');
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => log.append('bad', { deep: [value] })).toThrow();
      expect([...log.events()]).toEqual([]);
      log.close();
    });

    it('filters by type and by sequence number', async () => {
      const log = await store.open(location(), 'create');
      for (let index = 0; index < 600; index += 1) log.append(index % 3 === 0 ? 'third' : 'other', index);
      const numbers = (events: Iterable<StoredEvent>): number[] => [...events].map((event) => event.sequence);
      expect(numbers(log.events())).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
      expect(numbers(log.events({ after: 597 }))).toEqual([598, 599, 600]);
      expect(numbers(log.events({ types: ['third'], after: 590 }))).toEqual([592, 595, 598]);
      expect(numbers(log.events({ types: ['third', 'other'] }))).toHaveLength(600);
      expect(numbers(log.events({ types: ['none'] }))).toEqual([]);
      expect(numbers(log.events({ types: [] }))).toEqual([]);
      log.close();
    });

    it('can be appended to while its events are being read', async () => {
      const log = await store.open(location(), 'create');
      log.append('first', 1);
      let seen = 0;
      for (const event of log.events()) {
        seen += 1;
        if (seen < 10) log.append('more', event.sequence);
      }
      expect(seen).toBeLessThan(10);
      expect([...log.events()].length).toBe(seen + 1);
      log.close();
    });

    it('keeps facts, the last value of each', async () => {
      const log = await store.open(location(), 'create');
      expect(log.fact('configuration')).toBeUndefined();
      log.setFact('configuration', { seed: 1 });
      log.setFact('configuration', { seed: 2 });
      log.setFact('nothing', null);
      expect(log.fact('configuration')).toEqual({ seed: 2 });
      expect(log.fact('nothing')).toBeNull();
      log.close();
    });

    it('resumes where it ended', async () => {
      const before = await store.open(location(), 'create');
      before.append('a', 1);
      before.setFact('fact', 'kept');
      before.close();
      before.close();
      const after = await store.open(location(), 'resume');
      expect(after.append('b', 2).sequence).toBe(2);
      expect([...after.events()].map((event) => event.payload)).toEqual([1, 2]);
      expect(after.fact('fact')).toBe('kept');
      after.close();
    });

    it('refuses to create over a run', async () => {
      (await store.open(location(), 'create')).close();
      await expect(store.open(location(), 'create')).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    });

    it.each(['resume', 'read'] as const)('refuses to %s what is not there', async (mode) => {
      await expect(store.open(location(), mode)).rejects.toMatchObject({ code: 'STORE_MISSING' });
    });

    it('lets one writer in at a time', async () => {
      const writer = await store.open(location(), 'create');
      await expect(store.open(location(), 'resume')).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      writer.append('still', 'writing');
      writer.close();
      (await store.open(location(), 'resume')).close();
    });

    it('is readable while it is written, and reading changes nothing', async () => {
      const writer = await store.open(location(), 'create');
      writer.append('a', 1);
      const reader = await store.open(location(), 'read');
      expect([...reader.events()].map((event) => event.payload)).toEqual([1]);
      writer.append('a', 2);
      expect([...reader.events({ after: 1 })].map((event) => event.payload)).toEqual([2]);
      expect(() => reader.append('a', 3)).toThrow();
      expect(() => reader.setFact('a', 3)).toThrow();
      reader.close();
      writer.close();
      const state = (): unknown => readdirSync(location()).toSorted().map((file) => [file, statSync(join(location(), file)).size]);
      const untouched = state();
      const again = await store.open(location(), 'read');
      expect([...again.events()]).toHaveLength(2);
      again.close();
      expect(state()).toEqual(untouched);
    });
  });
}
