export type { EvolutionEvents, EvolutionEventType, ExtractionRecord, RejectionStage, TaskFact } from './events.ts';
export { evolutionSettingsSchema, trainingSeeds, validationSeeds, type EvolutionSettings } from './settings/evolution-settings.ts';
export { foldRun, readRun, RunFold } from './view/fold-run.ts';
export type { ChampionRecord, EliteRecord, EvaluatedRecord, EvaluationVerdict, ProgramRecord, Rejection, RunView } from './view/run-view.ts';
