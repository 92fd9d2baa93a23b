export { engineStages, type CaseRecord, type EvolutionEvents, type EvolutionEventType } from './events.ts';
export { evolutionSettingsSchema, type EvolutionSettings } from './settings/evolution-settings.ts';
export { isOutOfWork, isProposerTrouble, type ProposerRecord, type Spending } from './view/proposer-tally.ts';
export { foldRun, readRun } from './view/run-fold.ts';
export type { JudgedRecord, RunView } from './view/run-view.ts';
export { evolve } from './loop/evolve.ts';
export type { EventSink } from './loop/journal.ts';
export type { EvolutionRequest, EvolutionSummary } from './loop/request.ts';
