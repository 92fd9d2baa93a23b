import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError, type StoredEvent } from '@evospice/contracts';
import { SqliteRunStore } from '@evospice/store';
import { createRandom } from '@evospice/toolbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldRun } from '../view/run-fold.ts';

const child = fileURLToPath(new URL('../testing/kill-child.ts', import.meta.url));
const store = new SqliteRunStore({ now: () => 0 });
let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-kill-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface KillMoment {
  /** Events of this process to wait for. */
  readonly events: number;
  /** And so many ms more. */
  readonly delay: number;
}

/** Runs an evolution, killing it at the moment given. True when it came to its end. */
async function run(location: string, mode: 'create' | 'resume', moment?: KillMoment): Promise<boolean> {
  const started = spawn(process.execPath, ['--conditions=@evospice/source', child, location, mode], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  let events = 0;
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    if (moment !== undefined && events >= moment.events) timer ??= setTimeout(() => started.kill('SIGKILL'), moment.delay);
  };
  started.stderr.on('data', (chunk: Buffer) => { errors += String(chunk); });
  started.stdout.on('data', (chunk: Buffer) => {
    events += chunk.length;
    watch();
  });
  watch();
  const [code, signal] = (await once(started, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the evolution failed: ${errors}`);
  return code === 0;
}

/** Null for a run that was killed before it had begun. */
async function eventsOf(location: string): Promise<readonly StoredEvent[] | null> {
  try {
    const log = await store.open(location, 'read');
    const events = await Array.fromAsync(log.events());
    await log.close();
    return events;
  } catch (error) {
    if (EvospiceError.is(error, 'STORE_MISSING')) return null;
    throw error;
  }
}

const story = (events: readonly StoredEvent[]): unknown[] => events.filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));

it('kill -9 at random moments loses nothing and changes nothing', { timeout: 120_000 }, async () => {
  const whole = join(folder, 'whole');
  expect(await run(whole, 'create')).toBe(true);

  const killed = join(folder, 'killed');
  const random = createRandom(2026);
  let stored: readonly StoredEvent[] | null = null;
  let kills = 0;
  for (let ended = false; !ended;) {
    // The first kill falls somewhere in the start of the process, the next five in the middle of its work.
    const moment: KillMoment = kills === 0 ? { events: 0, delay: 1000 * random.next() } : { events: random.integer(1, 14), delay: 20 * random.next() };
    ended = await run(killed, stored === null ? 'create' : 'resume', kills < 6 ? moment : undefined);
    if (!ended) kills += 1;
    const now = await eventsOf(killed);
    expect(now?.slice(0, stored?.length ?? 0) ?? []).toEqual(stored ?? []);
    stored = now;
  }
  expect(kills).toBe(6);
  const [one, two] = [(await eventsOf(whole)) ?? [], stored ?? []];
  expect(one.length).toBeGreaterThan(50);
  expect(story(two)).toEqual(story(one));
  const [before, after] = [foldRun(one), foldRun(two)];
  expect(after.resumptions.length).toBeGreaterThanOrEqual(1);
  expect(after.champion?.program).toEqual(before.champion?.program);
  expect(after.champion?.verdict.score).toEqual(before.champion?.verdict.score);
  expect(after.elites).toEqual(before.elites);
});
