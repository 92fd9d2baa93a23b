import type { CurveSplit, MeasuredVector } from '@evospice/contracts';
import type { SplitErrors } from '../metric/split-errors.ts';

/** What is to be known of the result of an extraction besides its errors. */
export interface Diagnosis {
  readonly atBounds: readonly ParameterAtBound[];
  /** Left out where it was not measured: the extraction was interrupted. */
  readonly withoutEffect?: readonly ParameterWithoutEffect[];
  /** Training and validation curves, in the order of the task. */
  readonly curves: readonly CurveDiagnosis[];
  /** By split and region of operation; a point may be in several. Results of earlier versions do not have it. */
  readonly regions?: readonly RegionDiagnosis[];
  /** The scored training points that carry most of the squared error of the result, the largest first; at most ten. */
  readonly points: readonly PointDiagnosis[];
  readonly oppositeSigns: readonly OppositeSigns[];
  /** Points without a voltage along the main path of the device, where these carry most of the error; null where they do not. */
  readonly zeroBias: ZeroBias | null;
  /** Errors that are larger than the start's although the chosen one is smaller. */
  readonly worse: readonly WorseError[];
}

export interface ParameterAtBound {
  readonly name: string;
  readonly bound: 'lower' | 'upper';
  readonly value: number;
}

/** A parameter that moves no scored training point, found by simulating the result with it moved. */
export interface ParameterWithoutEffect {
  readonly name: string;
  /** Where it was tried; the others kept their values. */
  readonly tried: readonly number[];
}

export interface CurveDiagnosis {
  readonly id: string;
  readonly split: CurveSplit;
  /** Scored points. */
  readonly points: number;
  readonly start: SplitErrors;
  readonly final: SplitErrors;
  /** Part of the squared weighted error of its split in the chosen metric, 0 to 1; null where the result could not be simulated. */
  readonly share: number | null;
}

/** Errors of one region of operation, such as `subthreshold`. */
export interface RegionDiagnosis {
  readonly region: string;
  readonly split: CurveSplit;
  /** Scored points. */
  readonly points: number;
  readonly start: SplitErrors;
  readonly final: SplitErrors;
}

export interface PointDiagnosis {
  readonly curve: string;
  readonly column: string;
  readonly quantity: MeasuredVector['kind'];
  readonly sweep: string;
  /** Value of the swept column. */
  readonly x: number;
  readonly measured: number;
  readonly simulated: number;
  /** Part of the squared weighted training error in the chosen metric, 0 to 1. */
  readonly share: number;
}

/** Scored points of one vector where the result has the other sign than what was measured. */
export interface OppositeSigns {
  readonly curve: string;
  readonly column: string;
  readonly points: number;
  readonly of: number;
}

export interface WorseError {
  readonly split: 'train' | 'validate';
  readonly metric: 'relative' | 'log';
  readonly start: number;
  readonly final: number;
}

/** Scored training points at which both ends of the main current's path, such as drain and source, have one voltage: what was measured there is offset and noise. */
export interface ZeroBias {
  readonly ends: readonly [string, string];
  readonly points: number;
  /** One of the curves with such points. */
  readonly curve: string;
  /** Part of the squared weighted error in the chosen metric. */
  readonly share: number;
}
