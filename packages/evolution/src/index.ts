export type { EvolutionEvents, EvolutionEventType, ExtractionRecord, RejectionStage, TaskFact } from './events.ts';
