export { createScheduler, defaultLedgerDirectory } from './compose/create-scheduler.ts';
export { schedulerOptionsSchema } from './compose/scheduler-options.ts';
export { readLedgerStatus } from './ledger/ledger-status.ts';
export { scheduledSession } from './leases/scheduled-session.ts';
export { licenceFor, scheduledSimulator } from './leases/scheduled-simulator.ts';
