export { testProposer, evaluatedProgram, type ProposerSuite } from './proposer.ts';
export { testLanguageModel, type LanguageModelSubject, type LanguageModelSuite } from './language-model.ts';
export { scriptedLanguageModel, type ScriptedAnswer, type ScriptedLanguageModel } from './scripted-language-model.ts';
export { analyticDiodeCurrent, analyticDiodeSimulator, type AnalyticCounts, type AnalyticDiodeParameters, type AnalyticSimulator, type AnalyticSimulatorOptions } from './analytic-simulator.ts';
export { analyticDiodeTask, type AnalyticTask, type AnalyticTaskOptions } from './analytic-task.ts';
export { testArchive } from './archive.ts';
export { testExecutor } from './executor.ts';
export { testRunStore } from './run-store.ts';
export { testOptimizer, type OptimizerExpectations } from './optimizer.ts';
export { createAnalyticContext, type AnalyticContextOptions, type AnalyticRecord } from './analytic/analytic-context.ts';
export { describeAnalyticProblem, type AnalyticDescription, type AnalyticProblem } from './analytic/analytic-problem.ts';
export {
  boundedProblem, curvedValleyProblem, exponentialProblem, failingProblem, hopelessProblem, linearProblem, discreteProblem, wideProblem,
} from './analytic/analytic-problems.ts';
export { testScorer } from './scorer.ts';
export { testDescriptor } from './descriptor.ts';
export { deepFreeze, optimizerRunArbitrary, withErrors, type OptimizerRunOptions } from './optimizer-run-arbitrary.ts';
export { testDatasetReader, type DatasetSample } from './dataset-reader.ts';
export { testCardDialect, type CardSample } from './card-dialect.ts';
export { programOf, testProgramRunner } from './program-runner.ts';
export { testReporter } from './reporter.ts';
export { testSimulator, type SimulatorSuite } from './simulator.ts';
export { testCardConversion, type CardConversionSuite } from './card-conversion.ts';
export { testCommandSimulator, type CommandSimulatorSuite } from './stand-in/command-simulator.ts';
export type { RawFile, StandIn, StandInEnd, StandInJob, StandInMode, StandInResult, StandInTools } from './stand-in/types.ts';
export { installStandIn, type InstalledStandIn } from './stand-in/install.ts';
export { plainNgspice } from './stand-in/plain-ngspice.ts';
export { plainSpiceModels, type PlainWriter } from './stand-in/plain-dialects.ts';
export { testPhysicsRule, type PhysicsRuleSuite } from './physics-rule.ts';
