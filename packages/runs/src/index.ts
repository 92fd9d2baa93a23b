export { EventLog, handleEvent, type EventHandlers, type EventOf } from './event-log.ts';
export { canonicalJson, contentHash } from './content-hash.ts';
export { codeHash } from './code-hash.ts';
export { differences, prefixed, settleConditions, type ConditionRules, type Conditions, type Difference, type SettledConditions } from './conditions.ts';
export { createOrResumeRun, createRun, FORMAT, readRunFolder, requireKind, resumeRun, type RunFacts, type StoredRun } from './run-folder.ts';
export { RunKind, runKindPoint, type ProgressTracker, type RunReport, type RunStatus } from './run-kind.ts';
