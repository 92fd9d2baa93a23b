// The product's optimizer space-mapping as one program, so that evolution can change every part of it: written from
// plugins/optimizer-space-mapping, numbers and order of work unchanged.
import type { ExtractionProblem, OptimizerContext, ProblemCurve, SuccessfulEvaluation } from '@evospice/contracts';
import type { ModelLogRatios, ResidualModel, Secant } from '@evospice/toolbox';

// EVOLVE-BLOCK-START
let toolbox: OptimizerContext['toolbox'];

export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  toolbox = context.toolbox;
  const discrete = problem.parameters.some(({ increment }) => increment !== undefined);
  if (discrete) await context.optimizers['psade']!(problem, context);
  else await spaceMappingSearch(problem, context, settings);
}

const settings = {
  /** Use the compact model of the device where one covers it. Without it, slopes are measured on a part of the points and corrected by every simulation. */
  model: true,
  /** Places from which the minimum of the model is searched, at no simulation: the start card, and the best of random ones. */
  starts: 12 /* range 4..30 */,
  /** First radius of the trust region in the unit cube, with a model; half of it without one. */
  radius: 0.8 /* range 0.1..3 */,
  /** Step of differences in the unit cube. */
  difference: 3e-3 /* range 0.0003..0.03 */,
  /** Error in decades below which the problem's own error is minimised instead of decades. */
  errorFrom: 0.15 /* range 0.02..1 */,
  /** How fast earlier simulations lose their say with distance: the size of second derivatives that is expected. */
  curvature: 1.4 /* range 0.1..20 */,
  /** Scored points, as a multiple of the number of parameters, that differences are simulated at to begin with; more where they no longer help. */
  samples: 2.5 /* range 1..12 */,
  /** Search again from other places when a search has converged and budget is left. */
  restarts: true,
};
type SpaceMappingOptions = typeof settings;

class StageEnded extends Error {}

// evidence
/** A full evaluation. */
interface Simulated {
  readonly unit: readonly number[];
  /** Logarithms of simulated over measured, one per scored point. */
  readonly logs: readonly number[];
  /** The model's logarithms there. */
  readonly model: readonly number[];
  readonly error: number;
}

interface EvidenceOptions {
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
class Evidence {
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
    return toolbox.regressSecants({ at: at.unit, secants: [...secants, ...this.#slopes], rows, curvature, prior });
  }
}

// scored-points
/** One scored point of a problem. */
interface ScoredPoint {
  /** Index into the problem's curves. */
  readonly curve: number;
  readonly vector: number;
  /** Index into the vector's measured values. */
  readonly point: number;
  readonly measured: number;
  /** Ratio of simulated to measured below which values are noise; see `logRatio`. */
  readonly floor: number;
  /** ln of the ratio at which the log metric cuts values off. */
  readonly cut: number;
  /** Root of the curve's weight. */
  readonly weight: number;
}

/** The scored points of a problem, and what was simulated at them as logarithms of simulated over measured. */
class ScoredPoints {
  readonly problem: Pick<ExtractionProblem, 'curves'>;
  readonly points: readonly ScoredPoint[];
  #rowByPlace: ReadonlyMap<string, number> | undefined;

  constructor(problem: Pick<ExtractionProblem, 'curves'>) {
    this.problem = problem;
    this.points = problem.curves.flatMap((curve, index) => curve.vectors.flatMap((vector, of) => vector.scored.map((point): ScoredPoint => {
      const measured = vector.measured[point]!;
      const cut = Math.log(vector.floor / Math.abs(measured));
      return { curve: index, vector: of, point, measured, floor: toolbox.logRatioFloor(measured, vector.floor), cut, weight: Math.sqrt(curve.weight) };
    })));
  }

  /** Rows that an evaluation at every k-th point has, ascending. */
  sampled(every: number): number[] {
    return this.problem.curves.flatMap((curve, index) => curve.vectors.flatMap((vector, of) => toolbox.scoredPoints(vector, every).map((point) => `${index}/${of}/${point}`))).map((key) => this.#rows.get(key)!);
  }

  /** Logarithms of an evaluation: one per point, or per row of `sampled` where it was made at every k-th point. */
  logsOf(evaluation: SuccessfulEvaluation): readonly number[] {
    return toolbox.logRatios(this.problem, evaluation).values;
  }

  get #rows(): ReadonlyMap<string, number> {
    return (this.#rowByPlace ??= new Map(this.points.map(({ curve, vector, point }, row) => [`${curve}/${vector}/${point}`, row])));
  }
}

// residuals
/** What is minimised: relative errors, or decades, which come first where a start card is far off, and are all where the metric is `log`. */
type Kind = 'relative' | 'decades';

/** Weighted residuals of logarithms, their mean square being the squared error. */
function residualsOf(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number[] {
  const share = 1 / Math.sqrt(points.length);
  return points.map(({ floor, cut, weight }, row) => {
    const value = logs[row]!;
    return share * weight * (kind === 'relative' ? toolbox.fromLogRatio(value, floor) - 1 : Math.max(value, cut) / Math.LN10);
  });
}

/** Derivatives of these residuals by the logarithms. */
function residualSlopes(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number[] {
  const share = 1 / Math.sqrt(points.length);
  return points.map(({ floor, cut, weight }, row) => {
    const value = logs[row]!;
    return share * weight * (kind === 'relative' ? toolbox.fromLogRatioDerivative(value, floor) : (value > cut ? 1 : 0) / Math.LN10);
  });
}

/** Root mean square of the residuals: the error, a fraction or decades. */
function errorOf(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number {
  return Math.sqrt(residualsOf(points, logs, kind).reduce((sum, value) => sum + value * value, 0));
}

// response
/** What a model says of the logarithms of simulated over measured, at no simulation. */
interface Response {
  /** One entry per scored point, 0 where the model says nothing; undefined where it has no answer at all. */
  logs(unit: readonly number[]): number[] | undefined;
  /** Derivatives by unit coordinates: one row per scored point. */
  slopes(unit: readonly number[]): readonly ArrayLike<number>[];
}

/** Without a model nothing is known but what was simulated. */
function silentResponse(rows: number, n: number): Response {
  const none = toolbox.filled(rows, 0);
  const flat = Array.from({ length: rows }, () => new Float64Array(n));
  return { logs: () => none, slopes: () => flat };
}

// bench
interface BenchParts {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: SpaceMappingOptions;
  readonly response: Response;
  /** Whether the response knows anything. */
  readonly modelled: boolean;
}

/** What every stage of the search works with: the problem, its scored points, the model, and all that was simulated. */
class Bench {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: SpaceMappingOptions;
  readonly response: Response;
  readonly modelled: boolean;
  readonly scored: ScoredPoints;
  readonly additive: readonly boolean[];
  evidence: Evidence;
  #best: Simulated | undefined;

  constructor({ problem, context, options, response, modelled }: BenchParts) {
    this.problem = problem;
    this.context = context;
    this.options = options;
    this.response = response;
    this.modelled = modelled;
    this.scored = new ScoredPoints(problem);
    this.additive = problem.parameters.map(({ scale, lower, start }) => !modelled && scale === 'lin' && lower === 0 && start === 0);
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
    return toolbox.rms(at.logs.map((value, row) => value - at.model[row]!));
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
    return start.ok ? this.#keep({ unit: toolbox.toUnit(parameters, parameters.map((one) => one.start)), logs: this.scored.logsOf(start), error: start.error }) : undefined;
  }

  /**
   * One full simulation; undefined where it failed.
   * @throws StageEnded when the run is over. @throws EvospiceError `BUDGET_EXHAUSTED`.
   */
  async simulate(unit: readonly number[]): Promise<Simulated | undefined> {
    if (this.context.signal.aborted) throw new StageEnded();
    const candidate = toolbox.fromUnit(this.problem.parameters, unit);
    const [evaluation] = await this.context.simulate([candidate]);
    if (evaluation?.ok === true) return this.#keep({ unit: toolbox.toUnit(this.problem.parameters, candidate), logs: this.scored.logsOf(evaluation), error: evaluation.error });
    this.context.log(`not simulated: ${evaluation?.failure.message ?? 'no answer'}`);
    return undefined;
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
    const simulated = { ...found, model: model ?? toolbox.filled(found.logs.length, 0) };
    this.evidence.add(simulated);
    if (this.#best === undefined || simulated.error < this.#best.error) this.#best = simulated;
    return simulated;
  }
}

// prediction
interface PredictionParts {
  readonly points: readonly ScoredPoint[];
  readonly response: Response;
  /** Parameters that begin at a switch, whose effect adds to a current instead of multiplying it. */
  readonly additive: readonly boolean[];
  readonly at: Simulated;
  /** Slopes of the simulator less those of the model, one row per scored point. */
  readonly difference: readonly (readonly number[])[];
}

/** How far a point may be from where the model's slopes were taken before they are taken again, in the unit cube. */
const reach = 0.03;

/** What will be simulated at a point: the last simulation, the change of the model, and the difference of slopes along the step. */
class Prediction {
  readonly #parts: PredictionParts;
  #slopes: { readonly unit: readonly number[]; readonly rows: readonly ArrayLike<number>[] } | undefined;

  constructor(parts: PredictionParts) {
    this.#parts = parts;
  }

  /** Logarithms of simulated over measured; undefined where the model has no answer. */
  logs(unit: readonly number[]): number[] | undefined {
    const { at, difference, response, additive, points } = this.#parts;
    const model = response.logs(unit);
    if (model === undefined) return undefined;
    const step = unit.map((value, j) => value - at.unit[j]!);
    const adds = additive.some((one, j) => one && step[j] !== 0);
    return at.logs.map((value, row) => {
      const slopes = difference[row]!;
      let log = value + model[row]! - at.model[row]!;
      let added = 0;
      for (let j = 0; j < step.length; j++) {
        if (adds && additive[j]) added += slopes[j]! * step[j]!;
        else log += slopes[j]! * step[j]!;
      }
      if (added === 0) return log;
      const { floor } = points[row]!;
      return toolbox.logRatio(toolbox.fromLogRatio(log, floor) + added * toolbox.fromLogRatioDerivative(value, floor), floor);
    });
  }

  /** As a model of residuals for a step. */
  residuals(kind: Kind): ResidualModel {
    const { points } = this.#parts;
    return {
      residuals: (unit) => {
        const logs = this.logs(unit);
        return logs === undefined ? undefined : residualsOf(points, logs, kind);
      },
      jacobian: (unit) => this.#jacobian(unit, kind),
    };
  }

  #jacobian(unit: readonly number[], kind: Kind): number[][] {
    const { points, difference, additive, at } = this.#parts;
    const logs = this.logs(unit)!;
    const factors = residualSlopes(points, logs, kind);
    const model = this.#modelSlopes(unit);
    const adds = additive.includes(true);
    return difference.map((row, index) => {
      const factor = factors[index]!;
      const own = model[index]!;
      if (!adds) return row.map((value, j) => factor * (value + own[j]!));
      const { floor } = points[index]!;
      const bend = toolbox.fromLogRatioDerivative(at.logs[index]!, floor) / toolbox.fromLogRatioDerivative(logs[index]!, floor);
      return row.map((value, j) => factor * (additive[j] ? bend * value : value + own[j]!));
    });
  }

  #modelSlopes(unit: readonly number[]): readonly ArrayLike<number>[] {
    const known = this.#slopes;
    if (known !== undefined && Math.hypot(...unit.map((value, j) => value - known.unit[j]!)) < reach) return known.rows;
    const rows = this.#parts.response.slopes(unit);
    this.#slopes = { unit: [...unit], rows };
    return rows;
  }
}

// slopes
/**
 * How thin curves may be simulated so that differences still say enough: the largest k whose points, every k-th of each curve, number `wanted` or
 * more and leave none of the scored vectors empty.
 */
function sparsest(scored: ScoredPoints, wanted: number): number {
  const vectors = new Set(scored.points.map(({ curve, vector }) => `${curve}/${vector}`)).size;
  const longest = Math.max(...scored.problem.curves.map(({ x }) => x.length));
  let best = 1;
  let least = Infinity;
  for (let every = 2; every <= longest; every++) {
    const rows = scored.sampled(every);
    if (rows.length < wanted) break;
    const reached = new Set(rows.map((row) => `${scored.points[row]!.curve}/${scored.points[row]!.vector}`)).size;
    const cost = toolbox.simulationCost(scored.problem, { every });
    if (reached === vectors && cost < least) [best, least] = [every, cost];
  }
  return best;
}

/** Rounding of the difference of two logarithms. */
const noise = 1e-5;

/**
 * Forward differences at a simulated point, on every k-th point of each curve; between them, what the model and earlier evidence say is
 * corrected by what the neighbours on the curve do. One batch. Parameters whose simulation failed or could not be paid are left out.
 */
async function measureSlopes({ context, problem, options, scored, response, evidence, additive }: Bench, at: Simulated, every: number): Promise<Secant[]> {
  if (context.signal.aborted) throw new StageEnded();
  const { parameters } = problem;
  // A thinned sweep takes other steps than the whole one, so its differences need a longer step.
  const steps = toolbox.finiteDifferenceSteps(at.unit, every === 1 ? options.difference / 6 : options.difference);
  const places = toolbox.differencePoints(at.unit, steps);
  const rows = every === 1 ? [...scored.points.keys()] : scored.sampled(every);
  const evaluations = await context.simulate(places.map((unit) => toolbox.fromUnit(parameters, unit)), every === 1 ? {} : { every });
  const known = evidence.difference(at);
  return places.flatMap((unit, axis): Secant[] => {
    const evaluation = evaluations[axis];
    if (evaluation?.ok !== true) return [];
    const model = response.logs(unit) ?? at.model;
    const expected = known.map((row, index) => model[index]! - at.model[index]! + steps[axis]! * row[axis]!);
    const sampled = scored.logsOf(evaluation).map((value, k) => changeOf(scored, rows[k]!, at, value, additive[axis]!));
    const deviations = interpolate(scored, rows, sampled.map((value, k) => value - expected[rows[k]!]!));
    return [{ from: at.unit, to: unit, noise, change: deviations.map((value, row) => value + expected[row]! - (model[row]! - at.model[row]!)) }];
  });
}

/** Change of a logarithm; where the parameter adds to a current, that which the change of the current would be if it were small. */
function changeOf({ points }: ScoredPoints, row: number, at: Simulated, value: number, adds: boolean): number {
  const before = at.logs[row]!;
  const { floor } = points[row]!;
  return adds ? (toolbox.fromLogRatio(value, floor) - toolbox.fromLogRatio(before, floor)) / toolbox.fromLogRatioDerivative(before, floor) : value - before;
}

/** Values at some rows carried along their curves: on straight lines between neighbours, constant beyond the last; 0 on curves without any. */
function interpolate({ points }: ScoredPoints, rows: readonly number[], values: readonly number[]): number[] {
  if (rows.length === points.length) return [...values];
  const result = toolbox.filled(points.length, 0);
  let next = 0;
  for (const [row, { curve, vector, point }] of points.entries()) {
    const same = (k: number): boolean => k >= 0 && k < rows.length && points[rows[k]!]!.curve === curve && points[rows[k]!]!.vector === vector;
    while (next < rows.length && rows[next]! < row) next++;
    const [before, after] = [same(next - 1), same(next)];
    if (before && after) {
      const [low, high] = [points[rows[next - 1]!]!.point, points[rows[next]!]!.point];
      const share = (point - low) / (high - low);
      result[row] = (1 - share) * values[next - 1]! + share * values[next]!;
    } else if (after) result[row] = values[next]!;
    else if (before) result[row] = values[next - 1]!;
  }
  return result;
}

// descent
/** Steps at most between two measurements of slopes; where those cost little more than a step, few. */
const stepsPerRound = { dear: 12, cheap: 4 };
/** An error below it is a perfect fit. */
const negligible = 1e-7;
/** Root mean square of what the model gets wrong, in logarithms, below which its slopes are taken for the simulator's. */
const exact = 5e-3;
/** Budget units up to which slopes are cheap. */
const cheap = 3;

/** A descent from a simulated point until neither the model, nor secants, nor slopes at all points bring it further. */
class Descent {
  readonly #bench: Bench;
  readonly #every: readonly number[];
  #radius: number;
  #decadesDone = false;
  /** Index into `#every`: how dense the next slopes are. */
  #density = 0;
  at: Simulated;

  constructor(bench: Bench, from: Simulated) {
    this.#bench = bench;
    this.at = from;
    const { radius, samples } = bench.options;
    this.#radius = bench.modelled ? radius : 0.5 * radius;
    const first = sparsest(bench.scored, samples * bench.dimension);
    this.#every = [...new Set([first, Math.ceil(first / 3), 1])];
  }

  async toEnd(): Promise<void> {
    let needed = !this.#bench.modelled;
    for (let rounds = 0, idle = 0; ; rounds++) {
      if (needed) await this.#measure();
      const before = this.at.error;
      const { at } = this;
      await this.#round();
      const won = 1 - this.at.error / before;
      this.#log(`round ${rounds}: ${before.toPrecision(4)} to ${this.at.error.toPrecision(4)}`);
      // Where model and simulator agree, differences could only repeat what the model says.
      if (this.#bench.modelled && this.#bench.modelError(this.at) < exact) {
        if (won < 0.01) return;
        needed = false;
        continue;
      }
      const moved = this.at !== at;
      const finest = !needed ? false : this.#density === this.#every.length - 1;
      if (needed && won < 0.01 && !finest) this.#density++;
      idle = won < 1e-3 && (finest || !moved) ? idle + 1 : 0;
      if (finest && idle >= 2) return;
      needed = true;
      this.#radius = Math.max(this.#radius, 0.05);
    }
  }

  async #measure(): Promise<void> {
    const every = this.#every[this.#density]!;
    const slopes = await measureSlopes(this.#bench, this.at, every);
    this.#bench.evidence.replaceSlopes(slopes);
    this.#log(`slopes at every ${every} points`);
  }

  /** Decades first, while they are many. */
  get #kind(): Kind {
    const { options, lastKind } = this.#bench;
    if (lastKind === 'decades' || this.#decadesDone) return lastKind;
    return this.#bench.errorAt(this.at, 'decades') > options.errorFrom ? 'decades' : 'relative';
  }

  /** Steps while they keep what the model promises. */
  async #round(): Promise<void> {
    const bench = this.#bench;
    let refused = 0;
    let slow = 0;
    const slopesAreCheap = bench.evidence.hasSlopes && this.#slopesCost < cheap;
    for (let steps = 0; steps < stepsPerRound[slopesAreCheap ? 'cheap' : 'dear']; steps++) {
      const kind = this.#kind;
      const { at } = this;
      const difference = bench.evidence.difference(at);
      const prediction = new Prediction({ points: bench.scored.points, response: bench.response, additive: bench.additive, at, difference });
      const zeros = at.unit.map(() => 0);
      const step = toolbox.regionStep(prediction.residuals(kind), { at: at.unit, radius: this.#radius, lower: zeros, upper: at.unit.map(() => 1), gain: bench.modelled ? 1e-5 : 1e-3 });
      if (at.error < negligible || step.predicted < (bench.modelled ? 1e-4 : 1e-6) || step.length < 1e-7) {
        if (kind === bench.lastKind) return;
        this.#decadesDone = true;
        continue;
      }
      if (slopesAreCheap && !(await this.#promises(step.point, kind))) {
        this.#radius = 0.3 * step.length;
        if (++refused > 2) return;
        continue;
      }
      const found = await bench.simulate(step.point);
      if (found === undefined) {
        this.#radius = 0.3 * step.length;
        if (++refused > 3) return;
        continue;
      }
      const before = bench.errorAt(at, kind) ** 2;
      const after = bench.errorAt(found, kind) ** 2;
      const ratio = (1 - after / before) / step.predicted;
      this.#log(`${kind} step ${step.length.toFixed(4)} of ${this.#radius.toFixed(4)}: ${Math.sqrt(before).toPrecision(4)} to ${Math.sqrt(after).toPrecision(4)}, promised ${Math.sqrt(before * (1 - step.predicted)).toPrecision(4)}, error ${found.error.toPrecision(4)}`);
      const gain = 1 - Math.sqrt(after / before);
      if (kind !== bench.lastKind && gain < 0.05 && (gain > 0 || refused > 0)) this.#decadesDone = true;
      if (after < before && ratio > 1e-3) {
        this.at = found;
        if (ratio > 0.6) this.#radius = Math.max(this.#radius, 2 * step.length);
        else if (ratio < 0.25) this.#radius = 0.5 * step.length;
        refused = 0;
        if (slopesAreCheap && ratio < 0.5) return;
        if ((gain < 0.02 && ratio < 0.5) || gain < 2e-3) { if (++slow >= 2) return; } else slow = 0;
      } else {
        this.#radius = Math.max(0.25, Math.min(0.5, 0.5 / (1 + Math.max(0, -ratio)))) * step.length;
        if (++refused >= (slopesAreCheap ? 1 : bench.evidence.hasSlopes ? 2 : 3)) return;
      }
    }
  }

  /** Whether a point is better where slopes are measured: a fraction of a simulation, which saves the whole one where it is not. */
  async #promises(unit: readonly number[], kind: Kind): Promise<boolean> {
    const { context, problem, scored } = this.#bench;
    const every = this.#every[this.#density]!;
    if (every < 4) return true;
    const rows = scored.sampled(every);
    const [evaluation] = await context.simulate([toolbox.fromUnit(problem.parameters, unit)], { every });
    if (evaluation?.ok !== true) return false;
    const points = rows.map((row) => scored.points[row]!);
    const [before, after] = [rows.map((row) => this.at.logs[row]!), scored.logsOf(evaluation)].map((logs) => errorOf(points, logs, kind));
    this.#log(`sampled at every ${every}: ${before!.toPrecision(4)} to ${after!.toPrecision(4)}`);
    return after! < before!;
  }

  get #slopesCost(): number {
    const { problem, dimension } = this.#bench;
    return dimension * toolbox.simulationCost(problem, { every: this.#every[this.#density]! });
  }

  #log(message: string): void {
    this.#bench.context.log(`${this.#bench.context.budget.spent.toFixed(1)} ${message}`);
  }
}

// model-minimum
/** A model on few points, for searches that ask it often. */
interface QuickModel {
  readonly response: Response;
  readonly scored: ScoredPoints;
  /** Its points among those of the whole problem. */
  readonly rows: readonly number[];
}

interface ModelMinimum {
  readonly unit: readonly number[];
  /** Error that the model promises, of the problem's own metric. */
  readonly error: number;
}

interface ModelStarts {
  /** Places that are searched from. */
  readonly starts: number;
  /** Whether the simulated point is one of them; where it is a minimum already, only what is lower on few points is looked at on all. */
  readonly here: boolean;
}

/** Random places tried for each that is searched from. */
const drawsPerStart = 4;
/** Searches on few points that are carried on after a look at all of them. */
const carriedOn = 3;

/**
 * Where the model, corrected by what it gets wrong at a simulated point, has its least errors: from that point, and from the best of random
 * places; parameters that have no effect where a search ends are searched for at random. Many short searches on few points, then fewer
 * and longer ones, the best of them on all points. No simulation.
 * @returns the best on all points, then the others, least first.
 */
function modelMinima(bench: Bench, quick: QuickModel, at: Simulated, { starts, here }: ModelStarts): ModelMinimum[] {
  const { context, dimension, lastKind } = bench;
  const search = new ModelSearch(bench, quick, at);
  const gates = bench.problem.parameters.map(({ scale, lower }) => scale === 'lin' && lower === 0);
  const byError = (a: ModelMinimum, b: ModelMinimum): number => a.error - b.error;
  const withError = (unit: readonly number[], kind: Kind): ModelMinimum => ({ unit, error: search.error(unit, kind) });
  const draws = toolbox.latinHypercube(drawsPerStart * starts, dimension, context.random)
    .map((unit) => withError(unit.map((place, axis) => (gates[axis] ? place ** 4 : place)), 'decades'))
    .filter(({ error }) => Number.isFinite(error))
    .sort(byError);
  const first = [...(here ? [at.unit] : []), ...draws.slice(0, starts - (here ? 1 : 0)).map(({ unit }) => unit)].map((unit) => withError(search.minimum(unit, 'decades', 6), 'decades')).sort(byError);
  const minima = first.slice(0, carriedOn).map(({ unit }) => withError(search.minimum(unit, lastKind, 10), lastKind)).sort(byError);
  const [best] = minima;
  if (best === undefined) return [];
  minima[0] = withError(search.minimum(search.wake(best.unit, gates), lastKind, 24), lastKind);
  if (!here && minima[0]!.error > 0.999 * search.error(at.unit, lastKind)) return [];
  const whole = new ModelSearch(bench, { response: bench.response, scored: bench.scored, rows: [...bench.scored.points.keys()] }, at);
  return minima.map(({ unit, error }, rank) => {
    if (rank > 0) return { unit, error };
    const end = whole.minimum(unit, lastKind, 16);
    return { unit: end, error: whole.error(end, lastKind) };
  });
}

class ModelSearch {
  readonly #bench: Bench;
  readonly #quick: QuickModel;
  readonly #at: Simulated;
  readonly #prediction: Prediction;

  constructor(bench: Bench, quick: QuickModel, at: Simulated) {
    this.#bench = bench;
    this.#quick = quick;
    this.#at = { unit: at.unit, logs: quick.rows.map((row) => at.logs[row]!), model: quick.response.logs(at.unit) ?? toolbox.filled(quick.rows.length, 0), error: at.error };
    this.#prediction = this.#predictionFrom(this.#at);
  }

  error(unit: readonly number[], kind: Kind): number {
    const logs = this.#prediction.logs(unit);
    return logs === undefined ? Infinity : errorOf(this.#quick.scored.points, logs, kind);
  }

  /** Parameters without effect at a minimum, put where they would help. */
  wake(unit: readonly number[], gates: readonly boolean[]): readonly number[] {
    const { lastKind, context } = this.#bench;
    const axes = toolbox.withoutEffect(this.#prediction.residuals(lastKind).jacobian(unit).map((row) => [...row as number[]]), 1e-3);
    if (axes.length === 0) return unit;
    const found = toolbox.searchGated({ at: unit, axes, cost: (point) => this.error(point, lastKind), opens: (axis) => gates[axis]!, trials: 60 }, context.random);
    return found.cost < 0.995 * this.error(unit, lastKind) ? found.point : unit;
  }

  /** A descent that takes the model's slopes `jacobians` times at most. */
  minimum(from: readonly number[], kind: Kind, jacobians: number): readonly number[] {
    const logs = this.#prediction.logs(from);
    if (logs === undefined) return from;
    const model = this.#quick.response.logs(from)!;
    const prediction = this.#predictionFrom({ unit: from, logs, model, error: this.#at.error });
    const step = toolbox.regionStep(prediction.residuals(kind), {
      at: from, radius: Math.sqrt(from.length), lower: from.map(() => 0), upper: from.map(() => 1), jacobians, ease: 1e-2, gain: 1e-4,
    });
    return step.point;
  }

  #predictionFrom(at: Simulated): Prediction {
    const { response, scored } = this.#quick;
    const none = toolbox.filled(at.unit.length, 0);
    return new Prediction({ points: scored.points, response, additive: at.unit.map(() => false), at, difference: scored.points.map(() => none) });
  }
}

// thinned
/** A problem of every k-th scored point, and where its scored points are among those of the whole, row by row. */
interface Thinned {
  readonly problem: ExtractionProblem;
  /** Index into the scored points of the whole problem, one per scored point of the thinned one. */
  readonly rows: readonly number[];
}

/** Keeps, of each curve, every k-th of the points at which some vector is scored; at least one a vector. Points that are not scored are never kept. */
function thinned(problem: ExtractionProblem, every: number): Thinned {
  const rows: number[] = [];
  let first = 0;
  const curves = problem.curves.filter(({ residuals }) => residuals > 0).map((curve): ProblemCurve => {
    const kept = keptPoints(curve, every);
    const place = new Map(kept.map((point, index) => [point, index]));
    const vectors = curve.vectors.map((vector) => {
      const scored = vector.scored.flatMap((point, index) => {
        const at = place.get(point);
        if (at === undefined) return [];
        rows.push(first + index);
        return [at];
      });
      first += vector.scored.length;
      return { ...vector, measured: kept.map((point) => vector.measured[point]!), scored };
    });
    return {
      ...curve, vectors, x: kept.map((point) => curve.x[point]!), residuals: vectors.reduce((sum, { scored }) => sum + scored.length, 0),
      drives: Object.fromEntries(Object.entries(curve.drives).map(([terminal, { quantity, values }]) => [terminal, { quantity, values: kept.map((point) => values[point]!) }])),
    };
  });
  return { problem: { ...problem, curves }, rows };
}

function keptPoints({ vectors }: ProblemCurve, every: number): number[] {
  const kept = new Set(vectors.flatMap(({ scored }) => scored.filter((_, index) => index % every === Math.min(every >> 1, scored.length - 1) % every)));
  return [...kept].sort((a, b) => a - b);
}

// device-model
/** Scored points that searches on the model alone look at. */
const quickPoints = 100;
/** Share of the scored points below which a model is of no use. */
const leastCoverage = 0.2;

interface DeviceModel {
  /** At all scored points of the problem. */
  readonly response: ModelLogRatios;
  readonly quick: QuickModel;
}

/** The compact model of a problem's device; undefined where there is none, or none of most of what is scored. Says so in the log. */
function deviceModel(problem: ExtractionProblem, context: OptimizerContext): DeviceModel | undefined {
  const whole = thinned(problem, 1);
  const curves = context.models.ofProblem(whole.problem);
  if (curves === undefined) {
    context.log('no compact model of this device');
    return undefined;
  }
  const lacks = curves.unsupported.map(({ parameter, value }) => `${parameter} = ${value}`).join(', ');
  context.log(`compact model ${curves.family}${lacks === '' ? '' : `, without ${lacks}`}`);
  const response = toolbox.modelLogRatios(whole.problem, curves);
  if (response.coverage < leastCoverage) {
    context.log(`which has ${(100 * response.coverage).toFixed(0)} % of the scored points only: not used`);
    return undefined;
  }
  const few = thinned(problem, Math.max(1, Math.floor(whole.rows.length / quickPoints)));
  const quick = context.models.ofProblem(few.problem);
  return quick === undefined ? undefined : { response, quick: { response: toolbox.modelLogRatios(few.problem, quick), scored: new ScoredPoints(few.problem), rows: few.rows } };
}

// space-mapping
/**
 * Space mapping (Bandler et al. 1994, IEEE Trans. MTT 42:2536) for extraction: steps on a compact model of the device, corrected by
 * every simulation. Without a model of the device, slopes are measured on a part of the points instead.
 */
async function spaceMappingSearch(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions): Promise<void> {
  try {
    await new SpaceMapping(problem, context, options).toEnd();
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

/** Searches on the model that found nothing better, after which it has said all that it can. */
const fruitlessSearches = 2;

class SpaceMapping {
  readonly #bench: Bench;
  readonly #quick: QuickModel | undefined;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions) {
    const model = options.model ? deviceModel(problem, context) : undefined;
    const silent = (): ReturnType<typeof silentResponse> => silentResponse(new ScoredPoints(problem).points.length, problem.parameters.length);
    this.#quick = model?.quick;
    this.#bench = new Bench({ problem, context, options, response: model?.response ?? silent(), modelled: model !== undefined });
  }

  async toEnd(): Promise<void> {
    const { context, options } = this.#bench;
    let from = this.#bench.start() ?? (await this.#firstWorking());
    from = (await this.#bestOfModel(from, Infinity, { starts: options.starts, here: true })) ?? from;
    for (let round = 0, fruitless = 0, searched: Simulated | undefined; ; round++) {
      if (from !== searched) {
        const descent = new Descent(this.#bench, from);
        await descent.toEnd();
        context.log(`search ${round} ended at ${descent.at.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
      }
      if (!options.restarts) return;
      searched = from;
      const better = fruitless < fruitlessSearches ? await this.#bestOfModel(this.#bench.best!, 0.998, { starts: Math.ceil(options.starts / 2), here: false }) : undefined;
      fruitless = better === undefined ? fruitless + 1 : 0;
      if (better === undefined && this.#modelIsExact) {
        if (fruitless >= fruitlessSearches) return;
        continue;
      }
      from = better ?? (await this.#elsewhere(round));
      this.#bench.forget(from);
    }
  }

  get #modelIsExact(): boolean {
    const { best, modelled } = this.#bench;
    return modelled && best !== undefined && this.#bench.modelError(best) < exact;
  }

  /** The simulation of the model's best minimum that works, if it promises less than a share of the best error so far. */
  async #bestOfModel(at: Simulated, share: number, starts: ModelStarts): Promise<Simulated | undefined> {
    if (this.#quick === undefined) return undefined;
    const { context } = this.#bench;
    for (const { unit, error } of modelMinima(this.#bench, this.#quick, at, starts).slice(0, 2)) {
      context.log(`model promises ${error.toPrecision(4)}`);
      if (!(error < share * this.#bench.best!.error) || this.#bench.best!.error < negligible) return undefined;
      const found = await this.#bench.simulate(unit);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A point of a Latin hypercube that can be simulated. */
  async #firstWorking(): Promise<Simulated> {
    for (;;) {
      for (const unit of toolbox.latinHypercube(8, this.#bench.dimension, this.#bench.context.random)) {
        const found = await this.#bench.simulate(unit);
        if (found !== undefined) return found;
      }
    }
  }

  /** The best of some points around the best one, near, then farther. */
  async #elsewhere(round: number): Promise<Simulated> {
    const { context, scored } = this.#bench;
    for (;;) {
      const found: Simulated[] = [];
      for (let k = 0; k < 3; k++) {
        const unit = toolbox.reflectIntoUnit(this.#bench.best!.unit.map((place) => place + 0.1 * (1 + (round % 3)) * context.random.normal()));
        const one = await this.#bench.simulate(unit);
        if (one !== undefined) found.push(one);
      }
      const log = (one: Simulated): number => errorOf(scored.points, one.logs, 'decades');
      if (found.length > 0) return found.reduce((best, one) => (log(one) < log(best) ? one : best));
    }
  }
}
// EVOLVE-BLOCK-END
