export { extractionSettingsSchema, type ExtractionSettings } from './settings/extraction-settings.ts';
export { createExtractionProblem, type ExtractionFacts } from './problem/create-extraction-problem.ts';
export { extractionRecord, type ExtractionRecord } from './problem/extraction-outcome.ts';
export { withoutModels, type ExtractionTasks, type TaskFact } from './problem/tasks.ts';
export { extractionHost } from './worker/extraction-host.ts';
export type { Baseline, ExtractionParts } from './worker/extraction-parts.ts';
export { sharedParts } from './worker/shared-parts.ts';
export type { Resources } from './worker/resources.ts';
