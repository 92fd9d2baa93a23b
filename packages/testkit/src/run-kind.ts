import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import type { Json, RunProgress, StoredEvent } from '@evospice/contracts';
import type { RunKind, StoredRun } from '@evospice/runs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryLog } from './memory-log.ts';
import { deepFreeze } from './optimizer-run-arbitrary.ts';

export interface RunKindSuite {
  /** A whole run as its kind stores it, from its first event to its last. */
  readonly events: readonly { readonly type: string; readonly payload: unknown }[];
  /** What is stored beside the events. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Holds a kind of run to its contract: what it says of a run comes from the log alone, at any moment of the run.
 *
 * @param name title of the suite
 * @param makeKind makes a kind; called once per test
 */
export function testRunKind(name: string, makeKind: () => RunKind, { events, facts = {} }: RunKindSuite): void {
  const stored: readonly StoredEvent[] = deepFreeze(
    events.map(({ type, payload }, index) => ({ sequence: index + 1, at: 1000 * index, type, payload: JSON.parse(JSON.stringify(payload)) as Json })),
  );
  const unknown: StoredEvent = { sequence: events.length + 1, at: 0, type: 'of-a-later-version', payload: { anything: [1, null] } };

  describe(`run kind ${name}`, () => {
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'evospice-run-kind-'));
    });
    afterEach(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    /** A run of which this much is stored. */
    const runWith = async (count: number): Promise<StoredRun & { readonly log: MemoryLog }> => {
      const log = new MemoryLog();
      log.stored.push(...stored.slice(0, count));
      if (count > 0) for (const [fact, value] of Object.entries(facts)) await log.setFact(fact, value as Json);
      return { folder, kind: makeKind().name, format: 2, log };
    };
    const follow = (shown: readonly StoredEvent[], total?: number): RunProgress[] => {
      const tracker = makeKind().tracker(total);
      return shown.map((event) => {
        tracker.apply(event);
        return tracker.progress;
      });
    };

    it('has a name that a run can be stored under', () => {
      expect(makeKind().name).toMatch(/^[a-z][a-z0-9-]*$/u);
    });

    it('begins at nothing done, and takes the total that it is given', () => {
      const { progress } = makeKind().tracker(7);
      expect(progress).toMatchObject({ done: 0, total: 7, finished: false });
      expect(progress.news).toBeUndefined();
      expect(progress.unit).toMatch(/^\S/u);
      expect(makeKind().tracker().progress.total).toBeNull();
    });

    it('gives figures that a display can print after every event', () => {
      for (const { done, total, figures, news } of follow(stored)) {
        expect(Number.isFinite(done) && done >= 0, `done is ${done}`).toBe(true);
        expect(total === null || (Number.isFinite(total) && total >= 0), `total is ${total}`).toBe(true);
        for (const { label, text } of figures) expect(`${label} ${text}`).toMatch(/^\S[^\n]* \S[^\n]*$/u);
        if (news !== undefined) expect(news.text).toMatch(/^\S/u);
      }
    });

    it('is finished after its last event, and not before the first', () => {
      const progress = follow(stored);
      expect(progress.at(-1)?.finished).toBe(true);
      expect(progress[0]?.finished).toBe(stored.length === 1);
    });

    it('takes events that it does not know, and the later events of a run alone', () => {
      const [before, after] = [follow(stored).at(-1), follow([...stored, unknown]).at(-1)];
      expect({ ...after, news: undefined }).toEqual({ ...before, news: undefined });
      expect(() => follow(stored.slice(Math.floor(stored.length / 2)))).not.toThrow();
    });

    it('follows two runs apart from each other', () => {
      const [one, two] = [makeKind(), makeKind()].map((kind) => kind.tracker());
      for (const event of stored) one?.apply(event);
      expect(two?.progress).toMatchObject({ done: 0, finished: false });
    });

    it('says how far a run is at its beginning, in its midst and at its end, by what is stored', async () => {
      const states = [[0, 'not begun'], [Math.ceil(stored.length / 2), 'unfinished'], [stored.length, 'finished']] as const;
      for (const [count, state] of stored.length === 1 ? [states[0], states[2]] : states) {
        const run = await runWith(count);
        const status = await makeKind().status(run);
        expect(status.state).toBe(state);
        expect(status.text).toContain(folder);
        expect(JSON.parse(JSON.stringify(status.document))).toEqual(status.document);
        expect(run.log.stored).toEqual(stored.slice(0, count));
      }
    });

    it('says that a run has nothing to report', async () => {
      const run = await runWith(0);
      await expect(makeKind().report(run)).rejects.toMatchObject({ code: 'USAGE_REPORT' });
    });

    it('writes its report into the folder of the run, and the same again from the same events', async () => {
      const run = await runWith(stored.length);
      const { report, files = {} } = await makeKind().report(run);
      for (const file of [report, ...Object.values(files).flat()]) {
        expect(isAbsolute(file), file).toBe(true);
        expect(relative(folder, file), file).not.toMatch(/^\.\./u);
        expect(statSync(file).size, file).toBeGreaterThan(0);
        expect(makeKind().files).toContain(relative(folder, file));
      }
      const first = readFileSync(report, 'utf8');
      await makeKind().report(run);
      expect(readFileSync(report, 'utf8')).toBe(first);
      expect(run.log.stored).toEqual(stored);
    });
  });
}
