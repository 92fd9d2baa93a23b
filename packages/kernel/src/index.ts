import 'reflect-metadata';

export { EvospiceError, describeError, type ErrorDetails } from './errors/evospice-error.ts';
export { nearest } from './errors/nearest.ts';
export type { Json } from './contracts/json.ts';
export { Clock, Logger, type RandomSource } from './contracts/services.ts';
export {
  CardDialect, type ConversionWarning, type ModelCard, type NeutralModel, type NeutralReading, type NeutralWriting,
} from './contracts/card.ts';
export { DatasetReader, type Dataset, type DatasetBlock } from './contracts/dataset.ts';
export type {
  Curve, CurveSplit, DeviceDescription, DeviceInstance, DeviceKind, MeasuredVector, ParameterScale,
  Task, TaskModel, TerminalDrive, TunableParameter,
} from './contracts/task.ts';
export {
  Simulator, type SimulatedCurve, type SimulationFailure, type SimulationFailureCode, type SimulationOutcome,
  type SimulationRequest, type SimulatorSession, type SimulatorStatus, type Testbench,
} from './contracts/simulator.ts';
export {
  Optimizer, type BudgetView, type Candidate, type EvaluatedCurve, type Evaluation, type ExtractionProblem,
  type FailedEvaluation, type OptimizerContext, type PhysicsFinding, type ProblemCurve, type ProblemParameter,
  type ProblemVector, type SuccessfulEvaluation, type Toolbox,
} from './contracts/optimizer.ts';
export { PhysicsRule } from './contracts/physics-rule.ts';
export { Descriptor, Scorer, type OptimizerRun, type RunScore, type Score, type TrajectoryPoint } from './contracts/score.ts';
export { ProgramRunner, type Program, type ProgramFailureCode, type ProgramLimits, type ProgramOutcome } from './contracts/program.ts';
export { LanguageModel, type ChatMessage, type Completion, type CompletionRequest } from './contracts/language-model.ts';
export { Proposer, type EvaluatedProgram, type Proposal, type ProposalRequest } from './contracts/proposer.ts';
export {
  Archive, type AddResult, type AddStatus, type ArchiveAxis, type ArchiveEntry, type ArchiveStatistics, type Elite,
} from './contracts/archive.ts';
export { Executor, type ExecutorSession, type Job, type JobHandler } from './contracts/executor.ts';
export {
  ResourceScheduler, type LicenceDenial, type ProgramStatus, type ResourceLease, type ResourceRequest, type ResourceStatus,
  type SchedulerStatus, type SchedulingPriority,
} from './contracts/resource-scheduler.ts';
export { RunStore, type RunLog, type StoredEvent } from './contracts/run-store.ts';
export { Reporter, type ReporterSession, type RunDescription } from './contracts/reporter.ts';
export { extensionPointNames, extensionPointTokens, type ExtensionPointName, type ExtensionPoints } from './contracts/extension-points.ts';
export { CONTRACT_VERSION, contribute, definePlugin, type Contribution, type Plugin } from './plugins/plugin.ts';
export { ContainerRegistry, ExtensionRegistry, type RegisteredContribution, type Selection } from './plugins/registry.ts';
export { problemsOf, type Problem } from './config/problems.ts';
export { createKernel, type Kernel, type KernelOptions } from './container/kernel.ts';
export { loadPlugin, type LoadedPlugin } from './plugins/loader.ts';
export { readConfiguration, type ConfigurationDocument } from './config/document.ts';
export { ConfigurationError, validateConfiguration, type ConfigurationProblem } from './config/validate.ts';
export { selectionEditorSchema, selectionSchema, type ResolvedSelection, type SelectionSchemaMaker } from './config/selection.ts';
