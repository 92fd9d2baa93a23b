import { StageEnded } from '@evospice/optimizer-kit';
import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { filled, fromUnit, rms, toUnit } from '@evospice/toolbox';
import { Barrier } from './barrier.ts';
import { Evidence, type Simulated } from './evidence.ts';
import type { SpaceMappingOptions } from './options.ts';
import { errorOf, type Kind } from './residuals.ts';
import type { Response } from './response.ts';
import { ScoredPoints } from './scored-points.ts';

/** Root mean square of the difference of a model's logarithms within which two points are the same to a simulator: where one failed, the other will. */
const sameFailure = 0.02;

export interface BenchParts {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: SpaceMappingOptions;
  readonly response: Response;
  /** Whether the response knows anything. */
  readonly modelled: boolean;
}

/** What every stage of the search works with: the problem, its scored points, the model, and all that was simulated. */
export class Bench {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: SpaceMappingOptions;
  readonly response: Response;
  readonly modelled: boolean;
  readonly scored: ScoredPoints;
  readonly additive: readonly boolean[];
  /** Parameters that begin at a switch: 0 is "off". */
  readonly gates: readonly boolean[];
  /** Where simulations failed. */
  readonly barrier = new Barrier();
  evidence: Evidence;
  #best: Simulated | undefined;
  /** What the model says where simulations failed. */
  readonly #failed: (readonly number[])[] = [];

  constructor({ problem, context, options, response, modelled }: BenchParts) {
    this.problem = problem;
    this.context = context;
    this.options = options;
    this.response = response;
    this.modelled = modelled;
    this.scored = new ScoredPoints(problem);
    this.additive = problem.parameters.map(({ scale, lower, start }) => !modelled && scale === 'lin' && lower === 0 && start === 0);
    this.gates = problem.parameters.map(({ scale, lower }) => scale === 'lin' && lower === 0);
    this.evidence = this.#freshEvidence();
  }

  get dimension(): number {
    return this.problem.parameters.length;
  }

  /** The best full evaluation so far, the start's among them. */
  get best(): Simulated | undefined {
    return this.#best;
  }

  /** Root mean square of what the model gets wrong at a simulated point, in logarithms; large where it is silent. */
  modelError(at: Simulated): number {
    return rms(at.logs.map((value, row) => value - at.model[row]!));
  }

  /** Begins again at a point: what was simulated far from it says nothing there. */
  forget(at: Simulated): void {
    this.evidence = this.#freshEvidence();
    this.evidence.add(at);
  }

  #freshEvidence(): Evidence {
    return new Evidence({ rows: this.scored.points.length, curvature: this.options.curvature, prior: this.modelled ? 1 : 10, additive: this.additive });
  }

  /** The free evaluation of the start card; undefined where it failed. */
  start(): Simulated | undefined {
    const { start, parameters } = this.problem;
    return start.ok ? this.#keep({ unit: toUnit(parameters, parameters.map((one) => one.start)), logs: this.scored.logsOf(start), error: start.error }) : undefined;
  }

  /**
   * One full simulation; undefined where it failed.
   * @throws StageEnded when the run is over. @throws EvospiceError `BUDGET_EXHAUSTED`.
   */
  async simulate(unit: readonly number[]): Promise<Simulated | undefined> {
    if (this.context.signal.aborted) throw new StageEnded();
    const candidate = fromUnit(this.problem.parameters, unit);
    const [evaluation] = await this.context.simulate([candidate]);
    if (evaluation?.ok === true) return this.#keep({ unit: toUnit(this.problem.parameters, candidate), logs: this.scored.logsOf(evaluation), error: evaluation.error });
    this.barrier.failed(unit);
    const model = this.modelled ? this.response.logs(unit) : undefined;
    if (model !== undefined) this.#failed.push(model);
    this.context.log(`not simulated: ${evaluation?.failure.message ?? 'no answer'}`);
    return undefined;
  }

  /** Whether a point that could not be simulated is so near that this one will do no better. */
  hasFailedNear(unit: readonly number[]): boolean {
    const model = this.#failed.length === 0 ? undefined : this.response.logs(unit);
    return model !== undefined && this.#failed.some((other) => rms(other.map((value, row) => value - model[row]!)) < sameFailure);
  }

  /** Error of a simulated point of either kind; of the problem's own metric it is the simulator's. */
  errorAt(point: Simulated, kind: Kind): number {
    return kind === this.lastKind ? point.error : errorOf(this.scored.points, point.logs, kind);
  }

  get lastKind(): Kind {
    return this.problem.metric === 'log' ? 'decades' : 'relative';
  }

  #keep(found: Omit<Simulated, 'model'>): Simulated | undefined {
    const model = this.response.logs(found.unit);
    const simulated = { ...found, model: model ?? filled(found.logs.length, 0) };
    this.evidence.add(simulated);
    this.barrier.worked(simulated.unit);
    if (this.#best === undefined || simulated.error < this.#best.error) this.#best = simulated;
    return simulated;
  }
}
