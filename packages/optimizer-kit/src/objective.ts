import { EvospiceError, type BudgetView, type ExtractionProblem, type OptimizerContext, type ProblemParameter, type RandomSource } from '@evospice/contracts';
import { affordable, clipToUnit, fromUnit, toUnit, unitSlopes } from '@evospice/toolbox';
import type { KnownSamples } from './known-samples.ts';
import { sampleOf, type CostKind, type Sample } from './sample.ts';

export interface ObjectiveOptions {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly known: KnownSamples;
  readonly kind: CostKind;
  /** Budget units after which the stage ends, counted from the beginning of the run. */
  readonly until: number;
  /** Cost at or below which the stage ends. */
  readonly enough: number;
}

/**
 * A cost over the unit cube, as a search sees it: batches of points in, samples out. Places outside the cube are clipped,
 * discrete parameters snapped to their grid; failures cost Infinity.
 */
export class Objective {
  readonly kind: CostKind;
  readonly parameters: readonly ProblemParameter[];
  readonly #options: ObjectiveOptions;
  readonly #from: number;
  readonly #discrete: boolean;
  #minimum: Sample | undefined;

  constructor(options: ObjectiveOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.parameters = options.problem.parameters;
    this.#from = options.context.budget.spent;
    this.#discrete = this.parameters.some(({ increment }) => increment !== undefined);
  }

  /** Number of parameters. */
  get dimension(): number {
    return this.parameters.length;
  }

  /** The run's only source of chance. */
  get random(): RandomSource {
    return this.#options.context.random;
  }

  /** Budget of this stage, in budget units. */
  get budget(): BudgetView {
    const { spent } = this.#options.context.budget;
    const { until } = this.#options;
    return { allowed: until - this.#from, spent: spent - this.#from, remaining: Math.max(0, until - spent) };
  }

  /** Evaluations that the stage can still pay. */
  get affordable(): number {
    return affordable({ remaining: Math.min(this.budget.remaining, this.#options.context.budget.remaining) });
  }

  /** How many of `count` points to ask for: as many as the stage can pay, but one at least, whose refusal then ends the stage. */
  payable(count: number): number {
    return Math.max(1, Math.min(count, this.affordable));
  }

  /** Where a point is simulated: inside the cube, discrete parameters on their grid. */
  placeOf(unit: readonly number[]): number[] {
    return this.#discrete ? toUnit(this.parameters, fromUnit(this.parameters, unit)) : clipToUnit(unit);
  }

  /** Cheapest sample of the whole run under this stage's cost; undefined before the first success. */
  get best(): Sample | undefined {
    return this.elites(1)[0];
  }

  /** Cheapest samples of the whole run under this stage's cost, cheapest first; at most 100 are remembered. */
  elites(count: number): readonly Sample[] {
    return this.#options.known.elites(this.kind, count);
  }

  /** Cheapest sample that this objective evaluated itself. */
  get minimum(): Sample | undefined {
    return this.#minimum;
  }

  /** Whether exact derivatives of the residuals are there for nothing. */
  get differentiable(): boolean {
    return this.#options.context.differentiate !== undefined;
  }

  /** Exact derivatives of the residuals by the coordinates of the cube, one row per residual of this stage's kind; undefined where there are none. */
  differentiate(unit: readonly number[]): readonly (readonly number[])[] | undefined {
    const candidate = fromUnit(this.parameters, unit);
    const found = this.#options.context.differentiate?.(candidate);
    if (found === undefined) return undefined;
    const slopes = unitSlopes(this.parameters, candidate);
    const rows = this.kind === 'log' || this.#options.problem.metric === 'log' ? found.log : found.relative;
    return rows.map((row) => slopes.map((slope, axis) => slope * row[axis]!));
  }

  /** A line for the run's record. */
  log(message: string): void {
    this.#options.context.log(message);
  }

  /**
   * Samples of points, in order; the points are one batch for the simulator. Points that the stage cannot pay cost Infinity.
   * @throws StageEnded when it cannot pay a single one, or its end was reached before.
   * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_RANGE` for points of another length or that are not finite.
   */
  async evaluate(units: readonly (readonly number[])[]): Promise<Sample[]> {
    if (units.length === 0) return [];
    const { context } = this.#options;
    const count = Math.min(units.length, this.affordable);
    const best = this.best;
    if (context.signal.aborted || count === 0 || (best !== undefined && best.cost <= this.#options.enough)) throw new StageEnded();
    const candidates = units.slice(0, count).map((unit) => fromUnit(this.parameters, unit));
    return [...(await this.simulate(candidates, units.slice(0, count))), ...units.slice(count).map((unit) => ({ unit, cost: Infinity }))];
  }

  /** The sample of one point. @throws as `evaluate`. */
  async evaluateOne(unit: readonly number[]): Promise<Sample> {
    return (await this.evaluate([unit]))[0]!;
  }

  /** Samples of candidates given as they stand, such as the start card, which must not go through the cube and back. */
  async simulate(candidates: readonly (readonly number[])[], units?: readonly (readonly number[])[]): Promise<Sample[]> {
    const { context, known } = this.#options;
    const evaluations = await context.simulate(candidates);
    return candidates.map((candidate, index) => {
      const place = this.#discrete || units === undefined ? toUnit(this.parameters, candidate) : clipToUnit(units[index]!);
      const sample = sampleOf(place, evaluations[index], this.kind);
      known.add(sample);
      if (this.#minimum === undefined || sample.cost < this.#minimum.cost) this.#minimum = sample;
      return sample;
    });
  }
}

/**
 * Thrown by `Objective.evaluate` when the stage is over: its budget is gone, its cost is low enough, or the signal fired.
 * `runSearch` takes it as a normal end; a search must let it pass.
 */
export class StageEnded extends Error {}

/**
 * For optimizers that difference: a parameter that moves in steps has no derivative.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` for a problem with a discrete parameter, before anything is simulated.
 */
export function refuseDiscrete(optimizer: string, problem: ExtractionProblem): void {
  const discrete = problem.parameters.filter(({ increment }) => increment !== undefined).map(({ name }) => name);
  if (discrete.length === 0) return;
  throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `${optimizer} cannot move discrete parameters`, {
    received: discrete,
    expected: 'continuous parameters only, since it takes derivatives',
    remedy: 'choose an optimizer without derivatives, such as psade, hooke-jeeves or genetic, or leave out the increments',
  });
}
