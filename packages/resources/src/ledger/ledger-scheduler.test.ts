import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger, ResourceLease, ResourceRequest } from '@evospice/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCoreSettings } from '../core/settings.ts';
import { settled, VirtualTime } from '../testing/virtual-time.ts';
import { LEDGER_FILE } from './ledger-database.ts';
import { defaultLedgerTimes, LedgerScheduler } from './ledger-scheduler.ts';
import { readLedgerStatus } from './ledger-status.ts';

const settings = { ...defaultCoreSettings, leaseMs: 60_000, backOff: { firstMs: 1000, longestMs: 4000, probeMs: 500, mostDenials: 3 } };
const request: ResourceRequest = { account: 'a', priority: 'exploration', cores: 1, memoryMb: 0, licences: { hspice: 1 } };

let directory: string;
let time: VirtualTime;
let warnings: string[];
let open: LedgerScheduler[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'evospice-ledger-'));
  time = new VirtualTime();
  warnings = [];
  open = [];
});
afterEach(async () => {
  for (const scheduler of open) await scheduler.close();
  rmSync(directory, { recursive: true, force: true });
});

function make(licences = 1, cores = 4): LedgerScheduler {
  const logger: Logger = { debug: () => undefined, info: () => undefined, warn: (message) => warnings.push(message) };
  const scheduler = new LedgerScheduler({ capacity: { cores, memoryMb: 100, licences: { hspice: licences } }, directory, clock: time, timers: time, logger, settings, times: { ...defaultLedgerTimes, busyMs: 20 } });
  open.push(scheduler);
  return scheduler;
}

function watch<T>(promise: Promise<T>): { value?: T; error?: unknown } {
  const seen: { value?: T; error?: unknown } = {};
  promise.then((value) => { seen.value = value; }, (error: unknown) => { seen.error = error; });
  return seen;
}

const inUse = async (scheduler: LedgerScheduler): Promise<Record<string, number>> => Object.fromEntries((await scheduler.status()).resources.map((one) => [one.resource.split('@')[0], one.inUse]));

describe('LedgerScheduler', () => {
  it('counts licences across schedulers, and cores for each by itself', async () => {
    const [one, other] = [make(1, 1), make(1, 1)];
    const lease = await one.acquire(request);
    const waiting = watch(other.acquire(request));
    await other.acquire({ ...request, licences: {} }).then((free) => free.release());
    await time.advance(500);
    expect(waiting.value).toBeUndefined();
    await lease.release();
    await time.advance(20);
    expect(waiting.value).toBeDefined();
  });

  it('serves the queue of all processes in one order', async () => {
    const schedulers = [make(), make(), make()];
    const lease = await schedulers[0]!.acquire(request);
    const order: string[] = [];
    const work = async (scheduler: LedgerScheduler, name: string, priority: 'validation' | 'exploration'): Promise<void> => {
      const held = await scheduler.acquire({ ...request, account: name, priority });
      order.push(name);
      await held.release();
    };
    const all = Promise.all([work(schedulers[1]!, 'first', 'exploration'), work(schedulers[2]!, 'second', 'exploration'), work(schedulers[1]!, 'urgent', 'validation')]);
    await lease.release();
    await time.advance(500);
    await all;
    expect(order).toEqual(['urgent', 'first', 'second']);
  });

  it('a denial met in one process holds all of them back', async () => {
    const [one, other] = [make(2), make(2)];
    const lease = await one.acquire(request);
    const back = watch(lease.deny('server full'));
    const waiting = watch(other.acquire({ ...request, account: 'b' }));
    await time.advance(900);
    expect(waiting.value).toBeUndefined();
    expect((await other.status()).denials).toMatchObject([{ licence: 'hspice', account: 'a', reason: 'server full', backOffMs: 1000 }]);
    await time.advance(200);
    expect('value' in back).toBe(true);
    expect(waiting.value).toBeUndefined();
    // The probe is still held after `probeMs`: there is a licence, so the next one may try.
    await time.advance(520);
    expect(waiting.value).toBeDefined();
  });

  it('tells a holder that its lease ran out while another process took over', async () => {
    const [one, other] = [make(), make()];
    const lease = await one.acquire(request);
    const next = watch(other.acquire(request));
    await time.advance(59_000);
    expect(next.value).toBeUndefined();
    await time.advance(6000);
    expect(next.value).toBeDefined();
    expect(lease.signal.reason).toMatchObject({ code: 'SCHEDULER_LEASE_LOST' });
  });

  it('takes back what a dead process held, and what it waited for is forgotten', async () => {
    const scheduler = make();
    const database = new DatabaseSync(join(directory, LEDGER_FILE));
    const place = database.prepare('SELECT place FROM processes').get()!['place']!;
    // Our own process number, but started at another time: the number was used again.
    database.prepare("INSERT INTO processes VALUES ('dead', ?, '1', ?, 0, '{\"licence:hspice\":1}')").run(process.pid, place);
    const put = database.prepare("INSERT INTO requests VALUES (?, 'dead', 'ghost', 0, '[{\"resource\":\"licence:hspice\",\"amount\":1}]', ?, 0, 0, ?, ?, 1)");
    put.run('dead:1', -2, 0, 60_000);
    put.run('dead:2', -1, null, null);
    database.prepare("INSERT INTO entries VALUES ('account', 'ghost', ?)").run(JSON.stringify({ account: 'ghost', weight: 1, waiting: 1, held: 1, settled: 0, used: 0, meanHoldMs: 0 }));
    expect(readLedgerStatus(directory, time)!.accounts).toEqual([]);
    const lease = watch(scheduler.acquire(request));
    await settled();
    expect(lease.value).toBeDefined();
    expect(database.prepare('SELECT process FROM requests').all().map((row) => row['process'])).not.toContain('dead');
    database.close();
  });

  it('who waits already gets the licences of a process that dies within a quarter of a second', async () => {
    const [holder, other] = [make(), make()];
    await holder.acquire(request);
    const waiting = watch(other.acquire(request));
    await time.advance(1000);
    expect(waiting.value).toBeUndefined();
    const database = new DatabaseSync(join(directory, LEDGER_FILE));
    database.exec("UPDATE processes SET start = '1' WHERE id = (SELECT process FROM requests WHERE granted_at IS NOT NULL)");
    database.close();
    await time.advance(270);
    expect(waiting.value).toBeDefined();
  });

  it('a process that cannot be looked up is dead when its heartbeat is old', async () => {
    const scheduler = make();
    const database = new DatabaseSync(join(directory, LEDGER_FILE));
    database.exec(`INSERT INTO processes VALUES ('far', 1, '1', 'another container', 0, '{"licence:hspice":1}');
      INSERT INTO requests VALUES ('far:1', 'far', 'ghost', 0, '[{"resource":"licence:hspice","amount":1}]', -1, 0, 0, 0, 600000, 1);
      INSERT INTO entries VALUES ('account', 'ghost', '{"account":"ghost","weight":1,"waiting":0,"held":1,"settled":0,"used":0,"meanHoldMs":0}')`);
    database.close();
    const lease = watch(scheduler.acquire(request));
    await time.advance(59_000);
    expect(lease.value).toBeUndefined();
    await time.advance(1300);
    expect(lease.value).toBeDefined();
  });

  it('the smallest number of licences that any living process knows of holds, and is told', async () => {
    const four = make(4);
    const two = make(2);
    expect(warnings).toEqual([]);
    const third = make(3);
    expect(warnings).toEqual([expect.stringContaining('licence:hspice')]);
    await expect(third.acquire({ ...request, licences: { hspice: 3 } })).rejects.toMatchObject({ code: 'SCHEDULER_TOO_LARGE' });
    await two.close();
    await third.close();
    await four.acquire({ ...request, licences: { hspice: 4 } });
  });

  it('closing gives back everything and leaves no trace', async () => {
    const [one, other] = [make(), make()];
    const lease = await one.acquire(request);
    const next = watch(other.acquire(request));
    await one.close();
    expect(lease.signal.aborted).toBe(true);
    await time.advance(20);
    expect(next.value).toBeDefined();
    expect((await other.status()).processes.length).toBe(1);
    await expect(one.acquire(request)).rejects.toMatchObject({ code: 'SCHEDULER_CLOSED' });
  });

  it('cancels at once, queued or held', async () => {
    const [one, other] = [make(), make()];
    const [queued, held] = [new AbortController(), new AbortController()];
    await one.acquire(request, { signal: held.signal });
    const waiting = watch(other.acquire(request, { signal: queued.signal }));
    queued.abort();
    await settled();
    expect(waiting.error).toMatchObject({ code: 'SCHEDULER_CANCELLED' });
    expect((await one.status()).accounts).toMatchObject([{ waiting: { exploration: 0 } }]);
    held.abort();
    expect(await inUse(other)).toMatchObject({ 'licence:hspice': 0 });
  });

  it('what is given back while the ledger is locked is given back when it is free again', async () => {
    const scheduler = make();
    const controller = new AbortController();
    const lease: ResourceLease = await scheduler.acquire(request, { signal: controller.signal });
    const blocker = new DatabaseSync(join(directory, LEDGER_FILE));
    blocker.exec('BEGIN IMMEDIATE');
    controller.abort();
    expect(lease.signal.aborted).toBe(true);
    await expect(scheduler.acquire(request)).rejects.toMatchObject({ code: 'SCHEDULER_LEDGER' });
    expect(warnings.length).toBeGreaterThan(0);
    blocker.exec('ROLLBACK');
    blocker.close();
    await time.advance(20);
    expect(await inUse(scheduler)).toMatchObject({ 'licence:hspice': 0 });
    await scheduler.acquire(request);
  });

  it('sets no alarm while nothing is held or waits', async () => {
    const scheduler = make();
    expect(time.pending).toBe(0);
    await (await scheduler.acquire(request)).release();
    expect(time.pending).toBe(0);
  });

  it('refuses a damaged ledger and one of another format with a typed error', async () => {
    writeFileSync(join(directory, LEDGER_FILE), 'no database at all, but long enough to look like something'.repeat(20));
    expect(() => make()).toThrow(expect.objectContaining({ code: 'SCHEDULER_LEDGER', file: join(directory, LEDGER_FILE) }));
    rmSync(join(directory, LEDGER_FILE));
    const database = new DatabaseSync(join(directory, LEDGER_FILE));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => make()).toThrow(expect.objectContaining({ code: 'SCHEDULER_LEDGER', received: 99 }));
  });

  it('shows nothing yet of a ledger that is only just being made', () => {
    new DatabaseSync(join(directory, LEDGER_FILE)).close();
    expect(readLedgerStatus(directory, time)).toBeNull();
  });

  it('shows a live view to a process that schedules nothing', async () => {
    expect(readLedgerStatus(directory, time)).toBeNull();
    const scheduler = make();
    await scheduler.acquire(request);
    watch(scheduler.acquire({ ...request, account: 'b', priority: 'validation' }));
    await time.advance(300);
    const status = readLedgerStatus(directory, time)!;
    expect(status.resources.find(({ resource }) => resource === 'licence:hspice')).toEqual({ resource: 'licence:hspice', capacity: 1, limit: 1, inUse: 1, backOffUntil: null });
    expect(status.accounts).toMatchObject([{ account: 'a', held: 1, used: 300 }, { account: 'b', waiting: { validation: 1, exploration: 0 }, longestWaitMs: 300 }]);
    expect(status.processes).toMatchObject([{ pid: process.pid, held: 1, waiting: 1 }]);
    expect(status).toEqual(await scheduler.status());
  });
});
