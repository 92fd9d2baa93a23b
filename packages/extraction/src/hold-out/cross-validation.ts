import type { SplitErrors } from '../metric/split-errors.ts';

/** One group held out of an extraction of its own. */
export interface HeldOutGroup {
  readonly label: string;
  readonly curves: number;
  /** Errors of the curves that were fitted, before and after, and of the group; null where the extraction failed. */
  readonly train: { readonly start: SplitErrors; readonly final: SplitErrors } | null;
  readonly heldOut: { readonly start: SplitErrors; readonly final: SplitErrors } | null;
  readonly spent: number;
  /** Why there are no errors. */
  readonly failure?: string;
}

/** Each group of an axis held out in turn. */
export interface CrossValidation {
  /** Such as `temperature`, or `bias b`. */
  readonly axis: string;
  readonly groups: readonly HeldOutGroup[];
}
