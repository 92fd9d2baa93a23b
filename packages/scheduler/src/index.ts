export { createScheduler, defaultLedgerDirectory } from './compose/create-scheduler.ts';
export { schedulerOptionsSchema, type SchedulerOptions } from './compose/scheduler-options.ts';
export { InMemoryScheduler, type InMemorySchedulerOptions } from './leases/in-memory-scheduler.ts';
export { LedgerScheduler, defaultLedgerTimes, type LedgerSchedulerOptions, type LedgerTimes } from './ledger/ledger-scheduler.ts';
export { readLedgerStatus } from './ledger/ledger-status.ts';
export { withLease, type WithLeaseOptions } from './leases/with-lease.ts';
export type { Capacity } from './leases/capacity.ts';
export { nodeTimers, type Timers } from './leases/timers.ts';
export { defaultCoreSettings, type CoreSettings } from './core/settings.ts';
