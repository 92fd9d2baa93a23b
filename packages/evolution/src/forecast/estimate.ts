/** A figure that is not known before a run: what it is at least and at most, and what it is if everything goes as planned. */
export interface Estimate {
  readonly least: number;
  /** Every proposal is run, every answer can be used at once, and no program fails. */
  readonly planned: number;
  readonly most: number;
}

/** An estimate that says how it was reckoned. */
export interface Reckoned extends Estimate {
  readonly how: string;
}

export function exactly(value: number): Estimate {
  return { least: value, planned: value, most: value };
}

export function sum(estimates: readonly Estimate[]): Estimate {
  return estimates.reduce<Estimate>((total, { least, planned, most }) => ({ least: total.least + least, planned: total.planned + planned, most: total.most + most }), exactly(0));
}

/** Both factors are at least 0. */
export function product(a: Estimate, b: Estimate): Estimate {
  return { least: a.least * b.least, planned: a.planned * b.planned, most: a.most * b.most };
}
