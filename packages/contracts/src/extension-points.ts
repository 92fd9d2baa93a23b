import { Archive } from './archive.ts';
import { CardDialect } from './card.ts';
import { Command } from './command.ts';
import { DatasetReader } from './dataset.ts';
import { EmbeddingModel } from './embedding-model.ts';
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

/**
 * What each extension point holds, by the point's name. Open: a package that declares a point of its own adds it here by
 * `declare module '@evospice/contracts' { interface ExtensionPoints { Name: Contract } }`.
 */
export interface ExtensionPoints {
  Simulator: Simulator;
  CardDialect: CardDialect;
  DatasetReader: DatasetReader;
  Optimizer: Optimizer;
  PhysicsRule: PhysicsRule;
  Proposer: Proposer;
  LanguageModel: LanguageModel;
  EmbeddingModel: EmbeddingModel;
  Archive: Archive;
  ParentSelector: ParentSelector;
  Problem: Problem;
  Descriptor: Descriptor;
  Scorer: Scorer;
  ProgramRunner: ProgramRunner;
  Executor: Executor;
  RunStore: RunStore;
  Reporter: Reporter;
  Command: Command;
}
export type ExtensionPointName = keyof ExtensionPoints;

/** A kind of thing that plugins bring, and that configuration chooses by name. */
export interface ExtensionPoint<P extends ExtensionPointName = ExtensionPointName> {
  /** Its key in `ExtensionPoints`, which is also the name of the contract. */
  readonly name: P;
  /** What implementations are bound to in the container. */
  readonly token: symbol;
  /** What an implementation does, in one line. */
  readonly summary: string;
}

/** Describes an extension point; plugins that declare it list it under `points`. */
export function defineExtensionPoint<P extends ExtensionPointName>(point: ExtensionPoint<P>): ExtensionPoint<P> {
  return Object.freeze(point);
}

/** The points whose contracts are in this package. Others are declared by plugins. */
export const contractPoints: readonly ExtensionPoint[] = [
  defineExtensionPoint({ name: 'Simulator', token: Simulator, summary: 'opens a testbench and simulates batches of candidates' }),
  defineExtensionPoint({ name: 'CardDialect', token: CardDialect, summary: 'reads and writes model cards of a family of simulators' }),
  defineExtensionPoint({ name: 'DatasetReader', token: DatasetReader, summary: 'reads measured files of one format' }),
  defineExtensionPoint({ name: 'Optimizer', token: Optimizer, summary: 'extracts parameters' }),
  defineExtensionPoint({ name: 'PhysicsRule', token: PhysicsRule, summary: 'judges a card and its curves' }),
  defineExtensionPoint({ name: 'Proposer', token: Proposer, summary: 'writes child programs' }),
  defineExtensionPoint({ name: 'LanguageModel', token: LanguageModel, summary: 'completes one chat' }),
  defineExtensionPoint({ name: 'EmbeddingModel', token: EmbeddingModel, summary: 'turns texts into vectors' }),
  defineExtensionPoint({ name: 'Archive', token: Archive, summary: 'keeps elites' }),
  defineExtensionPoint({ name: 'ParentSelector', token: ParentSelector, summary: 'chooses the parents of the next child' }),
  defineExtensionPoint({ name: 'Problem', token: Problem, summary: 'says what programs are evolved for' }),
  defineExtensionPoint({ name: 'Descriptor', token: Descriptor, summary: 'measures one behaviour of a program' }),
  defineExtensionPoint({ name: 'Scorer', token: Scorer, summary: 'makes a score of what a program did' }),
  defineExtensionPoint({ name: 'ProgramRunner', token: ProgramRunner, summary: 'runs programs' }),
  defineExtensionPoint({ name: 'Executor', token: Executor, summary: 'runs jobs, in this process or elsewhere' }),
  defineExtensionPoint({ name: 'RunStore', token: RunStore, summary: 'keeps every event of a run' }),
  defineExtensionPoint({ name: 'Reporter', token: Reporter, summary: 'shows a run' }),
  defineExtensionPoint({ name: 'Command', token: Command, summary: 'adds a verb to the command line' }),
];
