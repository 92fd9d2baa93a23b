import type { ArchiveAxis } from '@evospice/contracts';
import type { ComparisonModel } from './comparison-model.ts';
import type { ConvergenceModel } from './convergence-model.ts';
import type { FitTask } from './fit-model.ts';

/** A line of the head of a report. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly role: 'train' | 'validate';
  readonly origin: 'measured' | 'generated';
  readonly parameters: number;
}

export interface ArchiveCell {
  /** Coordinates on the axes. */
  readonly cell: readonly number[];
  readonly program: string;
  readonly score: number;
  readonly measures: Readonly<Record<string, number>>;
}

export interface ArchiveModel {
  readonly axes: readonly ArchiveAxis[];
  readonly cells: readonly ArchiveCell[];
  readonly coverage: number | null;
  readonly qdScore: number | null;
  readonly champion: string | null;
}

export interface ProgressPoint {
  /** Evaluations done, this one included. */
  readonly evaluation: number;
  readonly program: string;
  readonly proposer: string;
  readonly operator: string;
  readonly score: number;
  /** Best score up to here. */
  readonly best: number;
}

export interface RejectionRow {
  readonly stage: string;
  readonly code: string;
  readonly count: number;
  readonly proposers: readonly string[];
  /** Reason of the latest. */
  readonly reason: string;
}

export interface LineageStep {
  readonly id: string;
  readonly proposer: string;
  readonly operator: string;
  readonly parents: readonly string[];
  readonly details: Readonly<Record<string, string | number>>;
  readonly score: number | null;
  readonly source: string;
}

export interface ChampionModel {
  readonly id: string;
  readonly score: number;
  readonly spread: number | null;
  /** Parts of the score by name, as the scorer gave them. */
  readonly parts: Readonly<Record<string, number>>;
  readonly source: string;
  /** The champion first, then its first parent, and so on down to a seed. */
  readonly lineage: readonly LineageStep[];
}

export interface Reproduction {
  readonly versions: Readonly<Record<string, string>>;
  /** The configuration as resolved, as text; null when it is not known. */
  readonly configuration: string | null;
  readonly commands: readonly string[];
  /** What the outcome depends on besides seed and configuration. */
  readonly remarks: readonly string[];
}

/** Everything the report of an evolution shows; plain data, taken from stored events. */
export interface EvolutionReportModel {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Things a reader must know before the numbers: an unfinished run, failed extractions. */
  readonly notices: readonly string[];
  readonly tasks: readonly TaskRow[];
  readonly comparison: ComparisonModel | null;
  readonly convergence: readonly ConvergenceModel[];
  readonly fits: readonly FitTask[];
  readonly archive: ArchiveModel;
  readonly progress: readonly ProgressPoint[];
  readonly rejections: readonly RejectionRow[];
  readonly champion: ChampionModel | null;
  readonly reproduction: Reproduction;
}
