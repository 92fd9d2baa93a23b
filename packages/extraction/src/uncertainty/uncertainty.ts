/** How well the training curves determine a parameter. */
export type Determined =
  /** Its standard error is a small part of its bounds. */
  | 'determined'
  /** Loose, and settled if its companions were known. */
  | 'together'
  /** Loose by itself. */
  | 'loose'
  /** It moves no scored point. */
  | 'none'
  /** At a bound, and taken as known there. */
  | 'at bound';

export interface ParameterUncertainty {
  readonly name: string;
  readonly value: number;
  /** Ends of the confidence interval in the parameter's own unit, inside its bounds; symmetric on its scale. Null where there is none: at a bound. */
  readonly interval: readonly [number, number] | null;
  /** Bounds that the interval reaches: the data leave the value open on that side. */
  readonly open: readonly ('lower' | 'upper')[];
  /** Standard error in the unit cube, as a share of the bounds, by the data alone; null where nothing limits it, and at a bound. */
  readonly error: number | null;
  readonly determined: Determined;
  /** Parameters that make up for it. */
  readonly companions: readonly string[];
}

export interface CorrelatedPair {
  readonly parameters: readonly [string, string];
  /** In [-1, 1]. */
  readonly correlation: number;
}

/** A curve that was not fitted, and what fitting it would do. */
export interface HelpfulCurve {
  /** In words, such as `nmos/idvg#2 at 125 °C`. */
  readonly curve: string;
  /** The task has it, held out; or it is to be measured. */
  readonly from: 'held out' | 'to be measured';
  /** Scored points. */
  readonly points: number;
  /** Factor on the geometric mean of all standard errors, from the one before; below 1. */
  readonly shrinks: number;
  /** The parameter that gains most, with its standard error before and after, as shares of its bounds. */
  readonly most: { readonly parameter: string; readonly before: number; readonly after: number };
}

/** How far the training curves determine what was extracted. */
export interface Uncertainty {
  /** Of the intervals: 0.95. */
  readonly level: number;
  /** `exact` derivatives of the compact model of a family; or differences, and their simulations of the task's curves. */
  readonly derivatives: { readonly exact: string } | { readonly simulations: number };
  /** Residuals, and as how many independent ones they count: neighbours along a curve deviate alike where the shape of a model differs from that of the data. */
  readonly points: number;
  readonly independent: number;
  /** Correlation of residuals with their neighbours along the curves, 0 where it is not significant. */
  readonly neighbours: number;
  readonly degreesOfFreedom: number;
  /** Standard deviation of the residuals: a fraction, or decades. */
  readonly deviation: number;
  /** Share of the squared error that one more Gauss-Newton step promises to take off: near 0 at a minimum, where intervals are about the best values. */
  readonly stepLeft: number;
  readonly parameters: readonly ParameterUncertainty[];
  /** Of the parameters that are not at a bound and move something. */
  readonly correlation: { readonly parameters: readonly string[]; readonly matrix: readonly (readonly number[])[] };
  /** The strongest correlations, the strongest first. */
  readonly pairs: readonly CorrelatedPair[];
  /** Sets of parameters of which the curves see a combination only. */
  readonly together: readonly (readonly string[])[];
  /** The curve that would help most, then the one that would help most beside it, and so on. */
  readonly helpful: readonly HelpfulCurve[];
}

/** Why there is none. */
export interface NoUncertainty {
  readonly unavailable: string;
}
