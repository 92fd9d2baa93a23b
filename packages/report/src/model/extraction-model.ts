import type { PhysicsFinding } from '@evospice/contracts';
import type { CrossValidation, NoUncertainty, Uncertainty } from '@evospice/extraction';
import type { FigureGroup } from '../format/figures.ts';
import type { ConvergenceModel } from './convergence-model.ts';
import type { Fact } from './evolution-model.ts';
import type { FitTask } from './fit-model.ts';

export interface ErrorRow {
  readonly split: 'train' | 'validate';
  readonly startRelative: number | null;
  readonly finalRelative: number | null;
  readonly startLog: number | null;
  readonly finalLog: number | null;
}

/** One curve in the table of errors, as text. */
export interface CurveRow {
  readonly id: string;
  readonly split: string;
  /** Scored points. */
  readonly points: number;
  readonly start: { readonly relative: string; readonly log: string };
  readonly final: { readonly relative: string; readonly log: string };
  /** Part of the squared error of its split. */
  readonly share: string;
}

/** One region of operation in the table of errors, as text. */
export interface RegionRow extends Omit<CurveRow, 'id' | 'share'> {
  readonly region: string;
}

/** A point that carries much of the error, as text. */
export interface PointRow {
  readonly curve: string;
  readonly at: string;
  readonly values: string;
  readonly part: string;
}

export interface ParameterRow {
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly scale: 'lin' | 'log';
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
  readonly final: number;
  /** Places between the bounds on the parameter's scale, in [0, 1]. */
  readonly startPlace: number;
  readonly finalPlace: number;
  readonly atBound: 'lower' | 'upper' | null;
}

export interface ExtractionFailure {
  readonly code: string;
  readonly count: number;
}

/** Everything the report of one extraction shows; plain data, taken from its result. */
export interface ExtractionReportModel {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly notices: readonly string[];
  readonly errors: readonly ErrorRow[];
  /** Empty where the extraction was not diagnosed. */
  readonly curves: readonly CurveRow[];
  readonly regions: readonly RegionRow[];
  readonly points: readonly PointRow[];
  /** How the task's card and files were read. */
  readonly notes: readonly string[];
  readonly convergence: ConvergenceModel;
  readonly parameters: readonly ParameterRow[];
  readonly fits: FitTask;
  readonly failures: readonly ExtractionFailure[];
  /** Card texts before and after; null when not given. */
  readonly cards: { readonly before: string; readonly after: string } | null;
  /** What physics rules found in the extracted card; null where none were asked. */
  readonly findings: readonly PhysicsFinding[] | null;
  /** Each group of an axis held out in turn; null where that was not asked for. */
  readonly crossValidation: CrossValidation | null;
  /** Figures of merit by device and temperature; empty for results of earlier versions. */
  readonly figures: readonly FigureGroup[];
  /** How well the training curves determine the parameters; null where it was not asked for. */
  readonly uncertainty: Uncertainty | NoUncertainty | null;
  readonly log: readonly string[];
  readonly commands: readonly string[];
}
