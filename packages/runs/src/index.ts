export { EventLog, EventReader, handleEvent, type EventHandlers, type ReadableLog } from './event-log.ts';
export { contentHash } from './content-hash.ts';
export { codeHash } from './code-hash.ts';
export { differences, prefixed, settleConditions, type Conditions, type Difference } from './conditions.ts';
export { Pace } from './pace.ts';
export { createOrResumeRun, createRun, FORMAT, replaceRun, resumeRun, withStoredRun, type RunFacts, type StoredRun } from './run-folder.ts';
export { RunKind, runKindPoint, type ProgressTracker, type RunReport, type RunStatus } from './run-kind.ts';
export { RunReporters } from './run-reporters.ts';
