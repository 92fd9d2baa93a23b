/** Cost of a point without and with derivatives, in points of BSIM4 (about 2.5 µs with all that is done about them): CPU time of `npm run perf -- models`. */
const costs: Readonly<Record<string, { readonly point: number; readonly slopes: number }>> = {
  bsim4: { point: 1, slopes: 4 },
  bsim3: { point: 1, slopes: 4 },
  diode: { point: 1.5, slopes: 4 },
  'gummel-poon': { point: 2, slopes: 4 },
  vbic: { point: 3.5, slopes: 7 },
  hicum: { point: 5, slopes: 9 },
  jfet: { point: 1.5, slopes: 4 },
  vdmos: { point: 2, slopes: 4 },
};
const usual = { point: 1, slopes: 4 };

/** Work done on a model. What own compute there may be is measured by it, as a clock gives another run each time. */
export class Work {
  readonly #cost: { readonly point: number; readonly slopes: number };
  #done = 0;

  /** @param family of the compact model that does it */
  constructor(family: string) {
    this.#cost = costs[family] ?? usual;
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
    this.#done += this.#cost.slopes * count;
  }
}
