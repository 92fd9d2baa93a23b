export { EvospiceError, describeError, type ErrorDetails, type ErrorJson } from './errors/evospice-error.ts';
export { faultOf, hangsOnTime, mayPass, type ErrorFamily, type EvospiceErrorCode, type Fault } from './errors/faults.ts';
export type { Json } from './json.ts';
export { counted } from './counted.ts';
export { defined } from './defined.ts';
export { Clock, ConfigurationFolder, Logger, RunFolder, type RandomSource } from './services.ts';
export {
  CardDialect, type ConversionWarning, type ModelCard, type NeutralModel, type NeutralReading, type NeutralWriting,
} from './card.ts';
export { DatasetReader, type Dataset, type DatasetBlock, type DatasetNote, type MeasuredFile } from './dataset.ts';
export type {
  CircuitOptions, Curve, CurveSplit, DeviceDescription, DeviceInstance, LibraryCircuit, MeasuredVector, ParameterShift, ParameterShifts,
  Task, TaskModel, TerminalDrive, TunableParameter, Wrapper, WrapperElement, WrapperNode,
} from './task.ts';
export {
  Simulator, type SimulatedCurve, type SimulationFailure, type SimulationFailureCode, type SimulationOutcome,
  type SimulationRequest, type SimulatorSession, type SimulatorStatus, type Testbench,
} from './simulator.ts';
export {
  noCompactModels, Optimizer, type BudgetView, type Candidate, type CardValues, type CompactCurves, type CompactDerivatives, type CompactModels, type CompactRequest, type EvaluatedCurve, type Evaluation, type ExtractionProblem,
  type FailedEvaluation, type OptimizerContext, type OptimizerFunction, type OptimizerLibrary, type ParameterScale, type PhysicsFinding, type ProblemCurve,
  type ProblemModel, type ProblemParameter, type ProblemVector, type ResidualDerivatives, type SimulateOptions, type SuccessfulEvaluation, type Toolbox,
} from './optimizer.ts';
export { countFindings, gravestFirst, PhysicsRule, probesOf, severities, type ProbedCurve, type RuleSubject, type Sensitivity } from './physics-rule.ts';
export {
  Descriptor, Scorer, type CaseScore, type OptimizerRun, type Score, type ScoreSubject, type TrajectoryPoint,
} from './score.ts';
export {
  CASE_JOB, CONFIRMATION_STAGE, PRESENT_JOB, Problem, type ProblemBrief, REFERENCE_STAGE, VALIDATION_STAGE, type Case, type CaseAnswer, type CaseJob, type Outcome, type ProblemStage, type Reference,
  type Rejection, type Subject, type Trouble,
} from './problem.ts';
export {
  ProgramRunner, type CallContext, type Program, type ProgramAnswer, type ProgramCall, type ProgramFailure, type ProgramFailureCode, type ProgramLimits,
  type ProgramOutcome, type ProgramText,
} from './program.ts';
export { LanguageModel, type ChatMessage, type Completion, type CompletionRequest, type CompletionUsage } from './language-model.ts';
export { PastRuns } from './past-runs.ts';
export { EmbeddingModel, type Embeddings } from './embedding-model.ts';
export { Proposer, type ChildVerdict, type EvaluatedProgram, type Exchange, type FailedAttempt, type Memory, type Proposal, type ProposalDetails, type ProposalOptions, type ProposalRequest } from './proposer.ts';
export {
  Archive, type AddResult, type AddStatus, type ArchiveAxis, type ArchiveEntry, type ArchiveShape, type ArchiveStatistics, type ArchiveView, type Cell, type Elite,
  type MovedElite, type Rival,
} from './archive.ts';
export {
  Executor, jobHost, siblingModule, type ExecuteOptions, type JobQueue, type Job, type JobHandler, type JobHost, type JobModule, type WorkerServices, type WorkSource,
} from './executor.ts';
export { ParentSelector, type ParentSelection } from './parent-selector.ts';
export {
  ResourceScheduler, type LicenceDenial, type AccountStatus, type ResourceLease, type ResourceRequest, type ResourceStatus,
  type SchedulerStatus, type SchedulingPriority,
} from './resource-scheduler.ts';
export { RunStore, type EventFilter, type RunLog, type RunWriter, type StoredEvent } from './run-store.ts';
export { Reporter, type RunReporter, type RunDescription, type RunProgress } from './reporter.ts';
export { Command, type CommandInput, type CommandLine, type CommandResult } from './command.ts';
// Whole, so that other packages can add to the interface `ExtensionPoints`.
export * from './extension-points.ts';
export type { ResolvedSelection, Selection, SelectionSchemaMaker } from './selection.ts';
export { ExtensionRegistry, type RegisteredContribution } from './extension-registry.ts';
export { CONTRACT_VERSION, contribute, definePlugin, type Contribution, type OptionsSchema, type Plugin, type ServiceModule, type ServiceToken } from './plugin.ts';
