import { Archive } from './archive.ts';
import { CardDialect } from './card.ts';
import { DatasetReader } from './dataset.ts';
import { Executor } from './executor.ts';
import { LanguageModel } from './language-model.ts';
import { Optimizer } from './optimizer.ts';
import { PhysicsRule } from './physics-rule.ts';
import { ParentSelector } from './parent-selector.ts';
import { Problem } from './problem.ts';
import { ProgramRunner } from './program.ts';
import { Proposer } from './proposer.ts';
import { Reporter } from './reporter.ts';
import { RunStore } from './run-store.ts';
import { Descriptor, Scorer } from './score.ts';
import { Simulator } from './simulator.ts';

/** Every extension point and what it holds. */
export interface ExtensionPoints {
  Simulator: Simulator;
  CardDialect: CardDialect;
  DatasetReader: DatasetReader;
  Optimizer: Optimizer;
  PhysicsRule: PhysicsRule;
  Proposer: Proposer;
  LanguageModel: LanguageModel;
  Archive: Archive;
  ParentSelector: ParentSelector;
  Problem: Problem;
  Descriptor: Descriptor;
  Scorer: Scorer;
  ProgramRunner: ProgramRunner;
  Executor: Executor;
  RunStore: RunStore;
  Reporter: Reporter;
}
export type ExtensionPointName = keyof ExtensionPoints;

/** The token of each extension point. */
export const extensionPointTokens: Readonly<Record<ExtensionPointName, symbol>> = {
  Simulator, CardDialect, DatasetReader, Optimizer, PhysicsRule, Proposer, LanguageModel,
  Archive, ParentSelector, Problem, Descriptor, Scorer, ProgramRunner, Executor, RunStore, Reporter,
};

export const extensionPointNames = Object.keys(extensionPointTokens) as readonly ExtensionPointName[];
