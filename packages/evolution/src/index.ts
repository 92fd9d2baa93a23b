export type { EvolutionEvents, EvolutionEventType, ExtractionRecord, RejectionStage, TaskFact } from './events.ts';
export { evolutionSettingsSchema, trainingSeeds, validationSeeds, type EvolutionSettings } from './settings/evolution-settings.ts';
export { foldRun, readRun, RunFold } from './view/fold-run.ts';
export type { ChampionRecord, EliteRecord, EvaluatedRecord, EvaluationVerdict, ProgramRecord, Rejection, RunView } from './view/run-view.ts';
export { evolve } from './loop/evolve.ts';
export type { EventSink } from './loop/journal.ts';
export type { Baseline, EvolutionRequest, EvolutionSummary, EvolutionTasks } from './loop/request.ts';
export type { WeightedProposer } from './loop/propose.ts';
export type { Resources } from './jobs/resources.ts';
