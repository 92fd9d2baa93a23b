import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import type { Reporter, RunReporter, RunDescription, RunProgress, StoredEvent } from '@evospice/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryLog } from './memory-log.ts';

/**
 * Holds a reporter to its contract. Each test gets a folder of its own.
 *
 * @param name title of the suite
 * @param makeReporter makes a reporter; called once a test. It must not write to this process's standard output.
 * @param options `events`: the events of a run as the reporter's users store them, from the first one on; `kind` of that run
 */
export function testReporter(
  name: string, makeReporter: () => Reporter, options: { readonly events: readonly StoredEvent[]; readonly kind?: RunDescription['kind'] },
): void {
  describe(`reporter ${name}`, () => {
    let folder = '';
    let reporter: Reporter;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'evospice-reporter-'));
      reporter = makeReporter();
    });
    afterEach(() => {
      vi.restoreAllMocks();
      rmSync(folder, { recursive: true, force: true });
    });

    const total = options.events.length;
    const progressAt = (done: number, changes: Partial<RunProgress> = {}): RunProgress => ({
      done, total, unit: 'events', finished: done === total, figures: [{ label: 'best', text: '0.5' }], ...(done % 3 === 0 ? { news: { text: `event ${done}`, major: done % 2 === 0 } } : {}), ...changes,
    });
    /** Shows the session these events, as those of a run in progress. */
    const show = (session: RunReporter, events: readonly StoredEvent[], changes: Partial<RunProgress> = {}): void => {
      for (const event of events) session.event(event, progressAt(event.sequence, changes));
    };
    const run = (changes: Partial<RunDescription> = {}): RunDescription => {
      const log = new MemoryLog();
      log.stored.push(...options.events);
      return { kind: options.kind ?? 'evolve', title: 'A run', location: folder, log, progress: progressAt(0), ...changes };
    };
    const unknown = (sequence: number): StoredEvent => ({ sequence, at: 0, type: 'of-a-later-version', payload: { anything: [1, null, 'ü\n'] } });

    it('has a name that configuration can use', () => {
      expect(reporter.name).toMatch(/^[a-z][a-z0-9-]*$/u);
    });

    it('shows a whole run and names files that are there, inside the folder of the run', async () => {
      const session = await reporter.open(run());
      show(session, options.events);
      const files = await session.close();
      for (const file of files) {
        expect(isAbsolute(file), file).toBe(true);
        expect(relative(folder, file), file).not.toMatch(/^\.\./u);
        expect(statSync(file).size, file).toBeGreaterThan(0);
      }
      expect(readdirSync(folder).map((entry) => join(folder, entry)).toSorted()).toEqual([...files].toSorted());
    });

    it('is quick: it holds the run up by less than two milliseconds an event', async () => {
      const session = await reporter.open(run());
      const began = performance.now();
      show(session, options.events);
      const perEvent = (performance.now() - began) / Math.max(1, options.events.length);
      await session.close();
      expect(perEvent).toBeLessThan(2);
    });

    it('takes a run that ends before its first event', async () => {
      const session = await reporter.open(run());
      await expect(session.close()).resolves.toBeInstanceOf(Array);
    });

    it('takes a run whose end and total are not known', async () => {
      const session = await reporter.open(run({ progress: progressAt(0, { total: null }) }));
      show(session, options.events.slice(0, Math.ceil(options.events.length / 2)), { total: null });
      await session.close();
    });

    it('does not throw on events of types that it does not know', async () => {
      const session = await reporter.open(run());
      show(session, options.events);
      expect(() => session.event(unknown(options.events.length + 1), progressAt(total))).not.toThrow();
      await session.close();
    });

    it('does not throw when it sees only the later events of a run', async () => {
      const session = await reporter.open(run());
      expect(() => {
        show(session, options.events.slice(Math.floor(options.events.length / 2)));
      }).not.toThrow();
      // What it can make of them is its own affair; it must come to an end.
      await session.close().catch(() => []);
    });

    it('leaves the events as they are', async () => {
      const before = JSON.stringify(options.events);
      const session = await reporter.open(run());
      show(session, options.events);
      await session.close();
      expect(JSON.stringify(options.events)).toBe(before);
    });

    it('may be closed twice', async () => {
      const session = await reporter.open(run());
      show(session, options.events);
      const first = await session.close();
      expect(await session.close()).toEqual(first);
    });

    it('keeps standard output free, which belongs to results', async () => {
      const written = vi.spyOn(process.stdout, 'write');
      const session = await reporter.open(run());
      show(session, options.events);
      await session.close();
      expect(written).not.toHaveBeenCalled();
    });

    it('keeps two runs apart', async () => {
      const one = await reporter.open(run({ location: join(folder, 'one') }));
      const two = await reporter.open(run({ location: join(folder, 'two') }));
      show(one, options.events);
      show(two, options.events);
      const files = [await one.close(), await two.close()];
      expect(files[1]?.map((file) => relative(join(folder, 'two'), file))).toEqual(files[0]?.map((file) => relative(join(folder, 'one'), file)));
    });
  });
}
