export { InMemoryScheduler, type InMemorySchedulerOptions } from './leases/in-memory-scheduler.ts';
export type { Capacity } from './leases/capacity.ts';
export { nodeTimers, type Timers } from './leases/timers.ts';
export { defaultCoreSettings, type CoreSettings } from './core/settings.ts';
