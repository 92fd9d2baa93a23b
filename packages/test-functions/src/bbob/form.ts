import type { BbobInstance } from './instance.ts';

/** A BBOB function of one instance, before its f_opt is added. */
export interface BbobForm {
  /** Place of the minimum. */
  readonly optimum: readonly number[];
  /** Value above the minimum. It may reuse its own buffers: it is never entered twice at once. */
  excess(x: readonly number[]): number;
}

export interface BbobDefinition {
  readonly title: string;
  form(instance: BbobInstance): BbobForm;
}
