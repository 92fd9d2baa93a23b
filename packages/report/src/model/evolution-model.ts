import type { ArchiveAxis, ArchiveShape, CaseScore, Elite } from '@evospice/contracts';
import type { ChampionTrial, Control, ModelRecord, ProposerRecord, ProposerYield } from '@evospice/evolution';
import type { TaskFact } from '@evospice/extraction-problem';
import type { ChampionEntry } from '../format/champion-history.ts';
import type { ExperimentDocument } from '../format/experiments.ts';
import type { ComparisonModel } from './comparison-model.ts';
import type { ConvergenceModel } from './convergence-model.ts';
import type { FitTask } from './fit-model.ts';
import type { LineageTree } from './lineage-tree.ts';

/** A line of the head of a report. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ArchiveModel {
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape;
  readonly elites: readonly Elite[];
  readonly coverage: number | null;
  readonly qdScore: number | null;
  readonly champion: string | null;
  /** Inner borders of the bins of each axis where they moved, as they are at the end. */
  /** Of each island how many live there, migrants included. */
  readonly living?: readonly number[];
  readonly borders?: readonly (readonly number[] | null)[];
}

export interface ProgressPoint {
  /** Programs tried, this one included. */
  readonly tried: number;
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

/** A picture or text that a case of the champion left. */
export interface Artefact {
  readonly stage: string;
  readonly case: string;
  readonly seed: number;
  readonly name: string;
  readonly content: string;
}

export interface ChampionModel {
  readonly id: string;
  readonly score: number;
  readonly spread: number | null;
  /** Parts of the score by name, as the scorer gave them. */
  readonly parts: Readonly<Record<string, number>>;
  readonly source: string;
  /** What it is worth on fresh seeds and on validation cases; null where that was not tried. */
  readonly confirmation: ChampionTrial | null;
  readonly validation: ChampionTrial | null;
  /** What each case contributed; empty where the score says nothing of it. */
  readonly cases: readonly CaseScore[];
  /** Things to look at that came with its cases. */
  readonly artefacts: readonly Artefact[];
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
  /** Of extraction; empty for other problems. */
  readonly tasks: readonly TaskFact[];
  readonly comparison: ComparisonModel | null;
  readonly convergence: readonly ConvergenceModel[];
  readonly fits: readonly FitTask[];
  readonly archive: ArchiveModel;
  readonly progress: readonly ProgressPoint[];
  /** Runs for comparison, whose progress is drawn beside. */
  readonly controls: readonly Control[];
  readonly rejections: readonly RejectionRow[];
  readonly proposers: readonly ProposerRecord[];
  readonly yields: readonly ProposerYield[];
  readonly ledger: readonly ModelRecord[];
  /** Oldest first. */
  readonly champions: readonly ChampionEntry[];
  /** Programs tried in all. */
  readonly tried: number;
  readonly lineage: LineageTree;
  readonly experiments: readonly ExperimentDocument[];
  readonly champion: ChampionModel | null;
  readonly reproduction: Reproduction;
}
