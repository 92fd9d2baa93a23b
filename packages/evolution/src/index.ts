export {
  engineStages, type CaseRecord, type EvolutionEvents, type EvolutionEventType, type RejectionRecord, type Verdict,
} from './events.ts';
export { currentEvents } from './format/current-events.ts';
export { evolutionSettingsSchema, type EvolutionSettings } from './settings/evolution-settings.ts';
export { isOutOfWork, isProposerTrouble, type ProposerRecord, type Spending } from './view/proposer-tally.ts';
export { foldRun, readRun, RunFold } from './view/run-fold.ts';
export type { ChampionRecord, JudgedRecord, ProgramRecord, RunView } from './view/run-view.ts';
export { evolve } from './loop/evolve.ts';
export type { EventSink } from './loop/journal.ts';
export type { EvolutionRequest, EvolutionSummary } from './loop/request.ts';
export type { WeightedProposer } from './loop/propose.ts';
