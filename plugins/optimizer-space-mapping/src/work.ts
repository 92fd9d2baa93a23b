interface Cost {
  readonly point: number;
  /** By how much a point with derivatives costs more for each parameter. */
  readonly parameter: number;
}

/** Costs in points of BSIM4, about 2.5 µs with all that is done about them: CPU time of `npm run perf -- models`. */
const costs: Readonly<Record<string, Cost>> = {
  bsim4: { point: 1, parameter: 0.15 },
  bsim3: { point: 1, parameter: 0.15 },
  diode: { point: 1.5, parameter: 0.1 },
  'gummel-poon': { point: 2, parameter: 0.1 },
  vbic: { point: 3.5, parameter: 0.2 },
  hicum: { point: 5, parameter: 0.2 },
  jfet: { point: 1.5, parameter: 0.1 },
  vdmos: { point: 2, parameter: 0.1 },
};
const usual: Cost = { point: 1, parameter: 0.15 };

/** Work done on a model. What own compute there may be is measured by it, as a clock gives another run each time. */
export class Work {
  readonly #cost: Cost;
  readonly #slopesCost: number;
  #done = 0;

  /** @param family of the compact model that does it. @param parameters that there are derivatives by */
  constructor(family: string, parameters: number) {
    this.#cost = costs[family] ?? usual;
    this.#slopesCost = this.#cost.point + parameters * this.#cost.parameter;
  }

  /** In points of BSIM4. */
  get done(): number {
    return this.#done;
  }

  points(count: number): void {
    this.#done += this.#cost.point * count;
  }

  /** Points with all derivatives. */
  slopes(count: number): void {
    this.#done += this.#slopesCost * count;
  }
}
