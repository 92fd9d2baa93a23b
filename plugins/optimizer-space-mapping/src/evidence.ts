import { regressSecants, type Secant } from '@evospice/toolbox';

/** A full evaluation. */
export interface Simulated {
  readonly unit: readonly number[];
  /** Logarithms of simulated over measured, one per scored point. */
  readonly logs: readonly number[];
  /** The model's logarithms there. */
  readonly model: readonly number[];
  readonly error: number;
}

export interface EvidenceOptions {
  readonly rows: number;
  readonly curvature: number;
  /** Size of an entry of the difference between the simulator's slopes and the model's. */
  readonly prior: number;
  /** Parameters whose effect adds to a current: what is far along them says little about logarithms. */
  readonly additive: readonly boolean[];
}

/** Evaluations that still count; older ones are farther and cost time. */
const remembered = 30;

/** Everything that was simulated so far, and what it says about slopes beside the model. */
export class Evidence {
  readonly #options: EvidenceOptions;
  #points: readonly Simulated[] = [];
  #slopes: readonly Secant[] = [];

  constructor(options: EvidenceOptions) {
    this.#options = options;
  }

  add(point: Simulated): void {
    this.#points = [...this.#points.slice(1 - remembered), point];
  }

  /** Differences measured afresh take the place of earlier ones. */
  replaceSlopes(slopes: readonly Secant[]): void {
    this.#slopes = slopes;
  }

  get hasSlopes(): boolean {
    return this.#slopes.length > 0;
  }

  /** Slopes of the simulator less those of the model at a point: one row per scored point. */
  difference(at: Simulated): number[][] {
    const { rows, curvature, prior, additive } = this.#options;
    const secants: Secant[] = this.#points.filter((point) => point !== at).map((point) => ({
      from: at.unit, to: point.unit,
      noise: additive.reduce((sum, adds, j) => sum + (adds ? 3 * Math.abs(point.unit[j]! - at.unit[j]!) : 0), 1e-4),
      change: point.logs.map((value, row) => value - at.logs[row]! - (point.model[row]! - at.model[row]!)),
    }));
    return regressSecants({ at: at.unit, secants: [...secants, ...this.#slopes], rows, curvature, prior });
  }
}
