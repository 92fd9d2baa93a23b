import envPaths from 'env-paths';
import type { Clock, Logger, ResourceScheduler } from '@evospice/contracts';
import { InMemoryScheduler } from '../leases/in-memory-scheduler.ts';
import { LedgerScheduler } from '../ledger/ledger-scheduler.ts';
import { coreSettingsOf, type SchedulerOptions } from './scheduler-options.ts';

/** Where the ledger lies when nothing else is said: the user's folder for state (`XDG_STATE_HOME` on Linux), else for data. */
export function defaultLedgerDirectory(): string {
  const { log, data } = envPaths('evospice', { suffix: '' });
  // What env-paths calls `log` is the state folder on Linux; elsewhere it really is for logs, which get cleaned away.
  return process.platform === 'linux' ? log : data;
}

/** The scheduler that a configuration asks for. @throws EvospiceError `SCHEDULER_LEDGER`, `SCHEDULER_CAPACITY`. */
export function createScheduler(options: SchedulerOptions, services: { readonly clock: Clock; readonly logger: Logger }): ResourceScheduler {
  const { cores, memoryMb, licences, directory = defaultLedgerDirectory(), shared = Object.keys(licences).length > 0 } = options;
  const common = { capacity: { cores, memoryMb, licences }, settings: coreSettingsOf(options) };
  return shared
    ? new LedgerScheduler({ ...common, ...services, directory })
    : new InMemoryScheduler({ ...common, clock: services.clock });
}
