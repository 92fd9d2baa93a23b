import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultCoreSettings } from '../core/settings.ts';
import { InMemoryScheduler } from '../leases/in-memory-scheduler.ts';
import { LedgerScheduler } from '../ledger/ledger-scheduler.ts';
import { LEDGER_FILE } from '../ledger/ledger-database.ts';
import { createScheduler, defaultLedgerDirectory } from './create-scheduler.ts';
import { coreSettingsOf, schedulerOptionsSchema } from './scheduler-options.ts';

const root = mkdtempSync(join(tmpdir(), 'evospice-scheduler-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const silent = () => undefined;
const services = { clock: { now: () => 0 }, logger: { debug: silent, info: silent, warn: silent } };

describe('createScheduler', () => {
  it('accepts no options, and then has the default settings', () => {
    const options = schedulerOptionsSchema.parse({});
    expect(options.cores).toBeGreaterThan(0);
    expect(options.memoryMb).toBeGreaterThan(0);
    expect(coreSettingsOf(options)).toEqual(defaultCoreSettings);
    expect(createScheduler(options, services)).toBeInstanceOf(InMemoryScheduler);
  });

  it('shares licences through a ledger in the folder told, made if missing', async () => {
    const directory = join(root, 'some', 'folder');
    const scheduler = createScheduler(schedulerOptionsSchema.parse({ licences: { hspice: 2 }, directory }), services);
    expect(scheduler).toBeInstanceOf(LedgerScheduler);
    expect(existsSync(join(directory, LEDGER_FILE))).toBe(true);
    await scheduler.close();
  });

  it('keeps licences to one process where that is asked for', () => {
    expect(createScheduler(schedulerOptionsSchema.parse({ licences: { hspice: 2 }, shared: false }), services)).toBeInstanceOf(InMemoryScheduler);
  });

  it.each([[{ cores: 0 }], [{ memoryMb: 1.5 }], [{ licences: { hspice: -1 } }], [{ ageing: { share: 1 } }], [{ backOff: { mostDenials: 0 } }], [{ licence: {} }]])('refuses %o', (options) => {
    expect(schedulerOptionsSchema.safeParse(options).success).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('keeps the ledger in the state folder (Linux)', () => {
    const { XDG_STATE_HOME = join(process.env['HOME'] ?? '', '.local/state') } = process.env;
    expect(defaultLedgerDirectory()).toBe(join(XDG_STATE_HOME, 'evospice'));
  });
});
