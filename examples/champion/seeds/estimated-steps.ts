/*
 * Program p0020 of the first evolution (../first), where the second began: steps that are judged on a part of the points by estimates for the others.
 */
import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/contracts';
import type { ResidualModel, Secant } from '@evospice/toolbox';

// EVOLVE-BLOCK-START
let toolbox: OptimizerContext['toolbox'];

export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  toolbox = context.toolbox;
  const discrete = problem.parameters.some(({ increment }) => increment !== undefined);
  if (discrete) await context.optimizers['psade']!(problem, context);
  else if (hasModel(problem, context)) await context.optimizers['space-mapping']!(problem, context);
  else await search(problem, context, settings);
}

/** Whether a compact model has a fifth of the scored points or more. With it, the product's space mapping needs one simulation on most devices. */
function hasModel(problem: ExtractionProblem, context: OptimizerContext): boolean {
  const curves = context.models.ofProblem(problem);
  return curves !== undefined && context.optimizers['space-mapping'] !== undefined && toolbox.modelLogRatios(problem, curves).coverage >= 0.2;
}

const settings = {
  /** First radius of the trust region in the unit cube. */
  radius: 0.4 /* range 0.05..1.5 */,
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
type Settings = typeof settings;

class StageEnded extends Error {}

// evidence
/** A full evaluation. */
interface Simulated {
  readonly unit: readonly number[];
  /** Logarithms of simulated over measured, one per scored point. */
  readonly logs: readonly number[];

  readonly error: number;
  /** Simulated at a part of the points only. */
  readonly estimated?: boolean;
}

interface EvidenceOptions {
  readonly rows: number;
  readonly curvature: number;
  /** Size of an entry of the slopes. */
  readonly prior: number;
  /** Parameters whose effect adds to a current: what is far along them says little about logarithms. */
  readonly additive: readonly boolean[];
}

/** Evaluations that still count; older ones are farther and cost time. */
const remembered = 30;

/** Everything that was simulated so far, and what it says about slopes. */
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
  replaceSlopes(slopes: readonly Secant[], all: boolean): void {
    this.#slopes = all ? slopes : [...this.#slopes.slice(-60), ...slopes];
    // What was estimated between sampled points served the steps until here; as evidence it would only blur what was measured now.
    this.#points = this.#points.filter(({ estimated }) => estimated !== true);
  }

  get hasSlopes(): boolean {
    return this.#slopes.length > 0;
  }

  /** Slopes at a point: one row per scored point. */
  difference(at: Simulated): number[][] {
    const { rows, curvature, prior, additive } = this.#options;
    const secants: Secant[] = this.#points.filter((point) => point !== at).map((point) => ({
      from: at.unit, to: point.unit,
      noise: additive.reduce((sum, adds, j) => sum + (adds ? 3 * Math.abs(point.unit[j]! - at.unit[j]!) : 0), 1e-4),
      change: point.logs.map((value, row) => value - at.logs[row]!),
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


// bench
interface BenchParts {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: Settings;
}

/** What every stage of the search works with: the problem, its scored points, and all that was simulated. */
class Bench {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly options: Settings;
  readonly scored: ScoredPoints;
  readonly additive: readonly boolean[];
  evidence: Evidence;
  #best: Simulated | undefined;

  constructor({ problem, context, options }: BenchParts) {
    this.problem = problem;
    this.context = context;
    this.options = options;

    this.scored = new ScoredPoints(problem);
    this.additive = problem.parameters.map(({ scale, lower, start }) => scale === 'lin' && lower === 0 && start === 0);
    this.evidence = this.#freshEvidence();
  }

  get dimension(): number {
    return this.problem.parameters.length;
  }

  /** The best full evaluation so far, the start's among them. */
  get best(): Simulated | undefined {
    return this.#best;
  }


  /** Begins again at a point: what was simulated far from it says nothing there. */
  forget(at: Simulated): void {
    this.evidence = this.#freshEvidence();
    this.evidence.add(at);
  }

  #freshEvidence(): Evidence {
    return new Evidence({ rows: this.scored.points.length, curvature: this.options.curvature, prior: 10 /* range 0.5..100 */, additive: this.additive });
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

  #keep(found: Simulated): Simulated {
    this.evidence.add(found);
    if (this.#best === undefined || found.error < this.#best.error) this.#best = found;
    return found;
  }
}

// prediction
interface PredictionParts {
  readonly points: readonly ScoredPoint[];
  /** Parameters that begin at a switch, whose effect adds to a current instead of multiplying it. */
  readonly additive: readonly boolean[];
  readonly at: Simulated;
  /** Slopes, one row per scored point. */
  readonly difference: readonly (readonly number[])[];
}

/** What will be simulated at a point: the last simulation, and what slopes add along the step. */
class Prediction {
  readonly #parts: PredictionParts;


  constructor(parts: PredictionParts) {
    this.#parts = parts;
  }

  /** Logarithms of simulated over measured. */
  logs(unit: readonly number[]): number[] {
    const { at, difference, additive, points } = this.#parts;
    const step = unit.map((value, j) => value - at.unit[j]!);
    const adds = additive.some((one, j) => one && step[j] !== 0);
    return at.logs.map((value, row) => {
      const slopes = difference[row]!;
      let log = value;
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
      residuals: (unit) => residualsOf(points, this.logs(unit), kind),
      jacobian: (unit) => this.#jacobian(unit, kind),
    };
  }

  #jacobian(unit: readonly number[], kind: Kind): number[][] {
    const { points, difference, additive, at } = this.#parts;
    const logs = this.logs(unit);
    const factors = residualSlopes(points, logs, kind);

    const adds = additive.includes(true);
    return difference.map((row, index) => {
      const factor = factors[index]!;
      if (!adds) return row.map((value, _j) => factor * value);
      const { floor } = points[index]!;
      const bend = toolbox.fromLogRatioDerivative(at.logs[index]!, floor) / toolbox.fromLogRatioDerivative(logs[index]!, floor);
      return row.map((value, j) => factor * (additive[j] ? bend * value : value));
    });

  }
}

// slopes
/**
 * How thin curves may be simulated so that differences still say enough: the largest k whose points, every k-th of each curve, number `wanted` or
 * more and leave none of the scored vectors empty.
 */
function sparsest(scored: ScoredPoints, wanted: number): number {
  const counts = (rows: readonly number[]): Map<string, number> => {
    const result = new Map<string, number>();
    for (const row of rows) {
      const key = `${scored.points[row]!.curve}/${scored.points[row]!.vector}`;
      result.set(key, (result.get(key) ?? 0) + 1);
    }
    return result;
  };
  const vectors = [...counts([...scored.points.keys()])];
  const longest = Math.max(...scored.problem.curves.map(({ x }) => x.length));
  let best = 1;
  let least = Infinity;
  for (let every = 2; every <= longest; every++) {
    const rows = scored.sampled(every);
    if (rows.length < wanted) break;
    const kept = counts(rows);
    const dense = vectors.filter(([key, count]) => (kept.get(key) ?? 0) >= Math.min(leastPerVector, count)).length;
    const reached = kept.size === vectors.length && dense >= 0.7 /* range 0..1 */ * vectors.length;
    const cost = toolbox.simulationCost(scored.problem, { every });
    if (reached && cost < least) [best, least] = [every, cost];
  }
  return best;
}

/** Points of a vector below which straight lines between them say little about the others. */
const leastPerVector = 3 /* range 1..8 */;

/** Rounding of the difference of two logarithms. */
const noise = 1e-5;

/**
 * Forward differences at a simulated point, on every k-th point of each curve; between them, what earlier evidence says is
 * corrected by what the neighbours on the curve do. One batch. Parameters whose simulation failed or could not be paid are left out.
 */
async function measureSlopes({ context, problem, options, scored, evidence, additive }: Bench, at: Simulated, every: number, axes: readonly number[] = [...at.unit.keys()]): Promise<Secant[]> {
  if (context.signal.aborted) throw new StageEnded();
  const { parameters } = problem;
  // A thinned sweep takes other steps than the whole one, so its differences need a longer step.
  const steps = toolbox.finiteDifferenceSteps(at.unit, every === 1 ? options.difference / 6 : options.difference);
  const all = toolbox.differencePoints(at.unit, steps);
  const places = axes.map((axis) => all[axis]!);
  const rows = every === 1 ? [...scored.points.keys()] : scored.sampled(every);
  const evaluations = await context.simulate(places.map((unit) => toolbox.fromUnit(parameters, unit)), every === 1 ? {} : { every });
  const known = evidence.difference(at);
  return places.flatMap((unit, index): Secant[] => {
    const axis = axes[index]!;
    const evaluation = evaluations[index];
    if (evaluation?.ok !== true) return [];
    const expected = known.map((slopes) => steps[axis]! * slopes[axis]!);
    const sampled = scored.logsOf(evaluation).map((value, k) => changeOf(scored, rows[k]!, at, value, additive[axis]!));
    const deviations = interpolate(scored, rows, sampled.map((value, k) => value - expected[rows[k]!]!));
    return [{ from: at.unit, to: unit, noise, change: deviations.map((value, row) => value + expected[row]!) }];
  });
}

/** Change of a logarithm; where the parameter adds to a current, that which the change of the current would be if it were small. */
function changeOf({ points }: ScoredPoints, row: number, at: Simulated, value: number, adds: boolean): number {
  const before = at.logs[row]!;
  const { floor } = points[row]!;
  return adds ? (toolbox.fromLogRatio(value, floor) - toolbox.fromLogRatio(before, floor)) / toolbox.fromLogRatioDerivative(before, floor) : value - before;
}

/** Values at some rows carried along their curves: on cubics through neighbours (Catmull and Rom 1974), constant beyond the last; 0 on curves without any. */
function interpolate({ points }: ScoredPoints, rows: readonly number[], values: readonly number[]): number[] {
  if (rows.length === points.length) return [...values];
  const result = toolbox.filled(points.length, 0);
  const at = (k: number): number => points[rows[k]!]!.point;
  let next = 0;
  for (const [row, { curve, vector, point }] of points.entries()) {
    const same = (k: number): boolean => k >= 0 && k < rows.length && points[rows[k]!]!.curve === curve && points[rows[k]!]!.vector === vector;
    while (next < rows.length && rows[next]! < row) next++;
    const [before, after] = [same(next - 1), same(next)];
    if (before && after) {
      const [low, high] = [at(next - 1), at(next)];
      const width = high - low;
      const [from, to] = [values[next - 1]!, values[next]!];
      const chord = (to - from) / width;
      const left = same(next - 2) ? (to - values[next - 2]!) / (high - at(next - 2)) : chord;
      const right = same(next + 1) ? (values[next + 1]! - from) / (at(next + 1) - low) : chord;
      const t = (point - low) / width;
      result[row] = from + t * (to - from) + t * (1 - t) * width * ((1 - t) * (left - chord) - t * (right - chord));
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

/** Budget units up to which slopes are cheap. */
const cheap = 3;

/** A descent from a simulated point until neither secants nor slopes at all points bring it further. */
class Descent {
  readonly #bench: Bench;
  readonly #every: readonly number[];
  #radius: number;
  #decadesDone = false;
  /** Index into `#every`: how dense the next slopes are. */
  #density = 0;
  at: Simulated;
  /** The newest full simulation that was an improvement. */
  #anchor: Simulated;
  #woken = false;
  /** While rounds gain much, a part of the points is enough to go by. */
  #early = true;
  #measured: { readonly unit: readonly number[]; readonly every: number } | undefined;
  /** Whether the newest estimate from a part of the points was right. */
  #trusted = false;
  /** Logarithm of the newest whole error over its estimate. */
  #discrepancy = Infinity;
  /** Measurements of slopes since that of each parameter. */
  #age: readonly number[] = [];

  constructor(bench: Bench, from: Simulated) {
    this.#bench = bench;
    this.at = from;
    this.#anchor = from;
    const { radius, samples } = bench.options;
    this.#radius = radius;
    const first = sparsest(bench.scored, samples * bench.dimension);
    const ladder: number[] = [];
    for (let every = first; every > 1; every = Math.ceil(every / 2.2 /* range 1.5..4 */)) ladder.push(every);
    this.#every = [...new Set([...ladder, 1])];
  }

  async toEnd(): Promise<void> {

    for (let rounds = 0, idle = 0; ; rounds++) {
      if (!this.#slopesAreFresh) await this.#measure();
      const before = this.at.error;
      const { at } = this;
      await this.#round();
      const density = this.#density;
      const kind = this.#kindOf(this.#anchor);
      const gainedSince = 1 - this.#bench.errorAt(this.at, kind) / this.#bench.errorAt(this.#anchor, kind);
      if (gainedSince > 0.12 /* range 0.02..0.9 */ || this.at.error > 0.9 /* range 0.5..1 */ * before) await this.#confirm();
      const won = 1 - this.at.error / before;
      this.#log(`round ${rounds}: ${before.toPrecision(4)} to ${this.at.error.toPrecision(4)}`);

      const moved = this.at !== at;
      const wasEarly = this.#early;
      if (this.#early && this.#decadesAreOver && won < 0.3 /* range 0.05..0.7 */) {
        this.#early = false;
        await this.#confirm();
      }
      const finest = density === this.#every.length - 1;
      if (!this.#woken && this.#decadesAreOver && won < 0.2 /* range 0.01..0.6 */) await this.#wake();
      if (won < (this.#sampleIsFair && (this.#trusted || !wasEarly) ? 0.01 : 0.12 /* range 0.01..0.4 */) && !finest && this.#density === density) this.#density = Math.min(density + (moved || this.#density === 0 ? 1 : 2), this.#every.length - 1);
      idle = won < 1e-3 && (finest || !moved) ? idle + 1 : 0;
      if (finest && idle >= 2) return;

      this.#radius = Math.max(this.#radius, 0.05);
    }
  }

  async #measure(): Promise<void> {
    const every = this.#every[this.#density]!;
    const axes = this.#axesToMeasure();
    const slopes = await measureSlopes(this.#bench, this.at, every, axes);
    this.#bench.evidence.replaceSlopes(slopes, axes.length === this.#bench.dimension);
    this.#measured = { unit: this.at.unit, every };
    this.#log(`slopes of ${axes.length} at every ${every} points`);
  }

  /** All parameters to begin with and where all points are asked; else those that move the error most, and those not measured for long. */
  #axesToMeasure(): readonly number[] {
    const bench = this.#bench;
    const all = [...this.at.unit.keys()];
    const first = !bench.evidence.hasSlopes;
    if (first || all.length <= 16 /* range 6..30 */ || this.#slopesCost < 4 /* range 0.3..10 */) return this.#remember(all);
    const slopes = bench.evidence.difference(this.at);
    const factors = residualSlopes(bench.scored.points, this.at.logs, this.#kind);
    const weight = all.map((axis) => Math.sqrt(slopes.reduce((sum, row, index) => sum + (factors[index]! * row[axis]!) ** 2, 0)));
    const most = Math.max(...weight);
    const worth = (axis: number): number => (weight[axis]! / most) * (1 + (this.#age[axis] ?? 0));
    const sorted = all.toSorted((a, b) => worth(b) - worth(a));
    return this.#remember(sorted.slice(0, Math.ceil(0.6 /* range 0.25..1 */ * all.length)).toSorted((a, b) => a - b));
  }

  #remember(axes: readonly number[]): readonly number[] {
    this.#age = this.at.unit.map((_, axis) => (axes.includes(axis) ? 0 : (this.#age[axis] ?? 0) + 1));
    return axes;
  }

  /** Whether slopes were measured as densely as now, and hardly elsewhere. */
  get #slopesAreFresh(): boolean {
    const known = this.#measured;
    return known !== undefined && known.every === this.#every[this.#density] && toolbox.norm(toolbox.subtract(known.unit, this.at.unit)) < 0.02 /* range 0.001..0.1 */;
  }

  /** Decades first, while they are many. */
  get #kind(): Kind {
    return this.#kindOf(this.at);
  }

  #kindOf(at: Simulated): Kind {
    const { options, lastKind } = this.#bench;
    if (lastKind === 'decades' || this.#decadesDone) return lastKind;
    return this.#bench.errorAt(at, 'decades') > options.errorFrom ? 'decades' : 'relative';
  }

  /** Steps while they keep what slopes promise. */
  async #round(): Promise<void> {
    const bench = this.#bench;
    let refused = 0;
    let slow = 0;
    const slopesAreCheap = bench.evidence.hasSlopes && this.#slopesCost < cheap;
    const seen = this.#early && bench.evidence.hasSlopes && this.#stepCost < 0.4 /* range 0.1..0.7 */;
    const sampling = (): boolean => seen && this.#trusted;
    for (let steps = 0; steps < (sampling() ? 8 : stepsPerRound[slopesAreCheap ? 'cheap' : 'dear']); steps++) {
      const kind = this.#kind;
      const { at } = this;
      const difference = bench.evidence.difference(at);
      const prediction = new Prediction({ points: bench.scored.points, additive: bench.additive, at, difference });
      const zeros = at.unit.map(() => 0);
      const step = toolbox.regionStep(prediction.residuals(kind), { at: at.unit, radius: this.#radius, lower: zeros, upper: at.unit.map(() => 1), gain: 1e-3 });
      if (at.error < negligible || step.predicted < 1e-6 || step.length < 1e-7) {
        if (kind === bench.lastKind) return;
        this.#decadesDone = true;
        continue;
      }
      const guess = seen ? await this.#sampled(step.point, prediction) : undefined;
      if (seen ? guess === undefined || bench.errorAt(guess, kind) >= bench.errorAt(at, kind) : slopesAreCheap && !(await this.#promises(step.point, kind))) {
        if (guess !== undefined) bench.evidence.add(guess);
        this.#radius = 0.3 * step.length;
        if (++refused > 2) return;
        continue;
      }
      const found = sampling() && guess !== undefined ? guess : await bench.simulate(step.point);
      if (found !== undefined && guess !== undefined) {
        if (found === guess) bench.evidence.add(guess);
        else this.#judge(bench.errorAt(guess, kind), bench.errorAt(found, kind));
      }
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
        if (found.estimated !== true) this.#anchor = found;
        if (ratio > 0.6) this.#radius = Math.max(this.#radius, 2 * step.length);
        else if (ratio < 0.25) this.#radius = 0.5 * step.length;
        refused = 0;
        if (slopesAreCheap && ratio < (sampling() ? 0.1 /* range 0..0.6 */ : 0.5)) return;
        if ((gain < 0.02 && ratio < 0.5) || gain < 2e-3) { if (++slow >= 2) return; } else slow = 0;
      } else {
        this.#radius = Math.max(0.25, Math.min(0.5, 0.5 / (1 + Math.max(0, -ratio)))) * step.length;
        if (++refused >= (sampling() ? 3 /* range 1..5 */ : slopesAreCheap ? 1 : bench.evidence.hasSlopes ? 2 : 3)) return;
      }
    }
  }

  /** A point simulated where slopes are measured; between, what was predicted, corrected by what the neighbours on the curve do. */
  async #sampled(unit: readonly number[], prediction: Prediction): Promise<Simulated | undefined> {
    const { context, problem, scored } = this.#bench;
    const every = this.#every[this.#density]!;
    const rows = scored.sampled(every);
    const [evaluation] = await context.simulate([toolbox.fromUnit(problem.parameters, unit)], { every });
    const expected = prediction.logs(unit);
    if (evaluation?.ok !== true || expected === undefined) return undefined;
    const deviations = interpolate(scored, rows, scored.logsOf(evaluation).map((value, k) => value - expected[rows[k]!]!));
    const logs = expected.map((value, row) => value + deviations[row]!);
    const found = { unit: [...unit], logs, error: errorOf(scored.points, logs, this.#bench.lastKind), estimated: true };
    return found;
  }

  /** Estimates that were right are believed the next time. */
  #judge(estimate: number, actual: number): void {
    this.#discrepancy = Math.abs(Math.log(actual / estimate));
    this.#trusted = this.#discrepancy < 0.15 /* range 0.02..0.6 */;
  }

  /** Simulates in full what was only estimated; goes back, with denser points, where the estimate was wrong. */
  async #confirm(): Promise<void> {
    const bench = this.#bench;
    if (this.at.estimated !== true) return;
    const estimate = this.at;
    let found = await bench.simulate(estimate.unit);
    // Where the simulator has no answer, halfway there may be one.
    for (let share = 0.5, tries = 0; found === undefined && tries < 2; tries++, share *= 0.5) {
      found = await bench.simulate(this.#anchor.unit.map((value, axis) => value + share * (estimate.unit[axis]! - value)));
    }
    const kind = this.#kindOf(this.#anchor);
    const [before, after, promised] = [bench.errorAt(this.#anchor, kind), found === undefined ? Infinity : bench.errorAt(found, kind), bench.errorAt(estimate, kind)];
    this.#log(`confirmed: ${before.toPrecision(4)} to ${after.toPrecision(4)}, estimated ${promised.toPrecision(4)}, error ${found?.error.toPrecision(4)}`);
    if (found !== undefined && after < before) this.at = found;
    else this.at = this.#anchor;
    this.#judge(promised, after);
    if (before - after < 0.6 /* range 0..0.95 */ * (before - promised) && this.#density < this.#every.length - 1) this.#density++;
    this.#anchor = this.at;
  }

  /** Whether a point is better where slopes are measured: a fraction of a simulation, which saves the whole one where it is not. */
  async #promises(unit: readonly number[], kind: Kind): Promise<boolean> {
    const { context, problem, scored } = this.#bench;
    const every = this.#every[this.#density]!;
    if (every < 4 || !this.#sampleIsFair) return true;
    const rows = scored.sampled(every);
    const [evaluation] = await context.simulate([toolbox.fromUnit(problem.parameters, unit)], { every });
    if (evaluation?.ok !== true) return false;
    const points = rows.map((row) => scored.points[row]!);
    const [before, after] = [rows.map((row) => this.at.logs[row]!), scored.logsOf(evaluation)].map((logs) => errorOf(points, logs, kind));
    this.#log(`sampled at every ${every}: ${before!.toPrecision(4)} to ${after!.toPrecision(4)}`);
    return after! < before!;
  }

  /** Parameters without any effect here, such as those behind a switch that is off, are tried at random places together, on a part of the points. */
  async #wake(): Promise<void> {
    this.#woken = true;
    await this.#confirm();
    const bench = this.#bench;
    const { context, problem, scored } = bench;
    const norms = bench.evidence.difference(this.at).reduce((sums, row) => sums.map((sum, j) => sum + row[j]! ** 2), this.at.unit.map(() => 0)).map(Math.sqrt);
    const most = Math.max(...norms);
    const axes = [...norms.keys()].filter((axis) => norms[axis]! < 1e-5 /* range 1e-8..1e-2 */ * most);
    if (axes.length === 0) return;
    const every = this.#every[0]!;
    const rows = scored.sampled(every);
    const points = rows.map((row) => scored.points[row]!);
    const draws = toolbox.latinHypercube(16 /* range 6..40 */, axes.length, context.random).map((places) => this.at.unit.map((value, axis) => {
      const k = axes.indexOf(axis);
      if (k === -1) return value;
      const { scale, lower } = problem.parameters[axis]!;
      return scale === 'lin' && lower === 0 ? places[k]! ** 2 : places[k]!;
    }));
    const evaluations = await context.simulate(draws.map((unit) => toolbox.fromUnit(problem.parameters, unit)), { every });
    const kind = this.#kind;
    const before = errorOf(points, rows.map((row) => this.at.logs[row]!), kind);
    let best: { readonly unit: readonly number[]; readonly error: number } = { unit: this.at.unit, error: before };
    for (const [k, evaluation] of evaluations.entries()) {
      if (!evaluation.ok) continue;
      const error = errorOf(points, scored.logsOf(evaluation), kind);
      if (error < best.error) best = { unit: draws[k]!, error };
    }
    this.#log(`woke ${axes.map((axis) => problem.parameters[axis]!.name).join(', ')}: ${before.toPrecision(4)} to ${best.error.toPrecision(4)}`);
    if (best.error > 0.97 * before) return;
    const found = await bench.simulate(best.unit);
    if (found === undefined || found.error > 1.3 * this.at.error) return;
    this.at = found;
    this.#anchor = found;
  }

  /** Whether the sampled points have their share of the error. Where others make most of it, they say nothing about a step. */
  get #sampleIsFair(): boolean {
    const { scored } = this.#bench;
    const rows = scored.sampled(this.#every[this.#density]!);
    const kind = this.#kind;
    return errorOf(rows.map((row) => scored.points[row]!), rows.map((row) => this.at.logs[row]!), kind) > 0.6 /* range 0.2..0.95 */ * this.#bench.errorAt(this.at, kind);
  }

  get #decadesAreOver(): boolean {
    return this.#kind === this.#bench.lastKind;
  }

  get #stepCost(): number {
    return toolbox.simulationCost(this.#bench.problem, { every: this.#every[this.#density]! });
  }

  get #slopesCost(): number {
    const { problem, dimension } = this.#bench;
    return dimension * toolbox.simulationCost(problem, { every: this.#every[this.#density]! });
  }

  #log(message: string): void {
    this.#bench.context.log(`${this.#bench.context.budget.spent.toFixed(1)} ${message}`);
  }
}

// search
async function search(problem: ExtractionProblem, context: OptimizerContext, options: Settings): Promise<void> {
  try {
    await new Search(problem, context, options).toEnd();
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

class Search {
  readonly #bench: Bench;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: Settings) {
    this.#bench = new Bench({ problem, context, options });
  }

  async toEnd(): Promise<void> {
    const { context, options } = this.#bench;
    let from = this.#bench.start() ?? (await this.#firstWorking());
    for (let round = 0; ; round++) {
      const descent = new Descent(this.#bench, from);
      await descent.toEnd();
      context.log(`search ${round} ended at ${descent.at.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
      if (!options.restarts) return;
      from = await this.#elsewhere(round);
      this.#bench.forget(from);
    }

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
    const { context, problem, scored } = this.#bench;
    for (;;) {
      const every = Math.max(1, Math.min(sparsest(scored, 2 * this.#bench.dimension), Math.ceil(1 / 0.1)));
      const units = Array.from({ length: 10 /* range 3..24 */ }, () => toolbox.reflectIntoUnit(this.#bench.best!.unit.map((place) => place + 0.1 * (1 + (round % 3)) * context.random.normal())));
      const evaluations = await context.simulate(units.map((unit) => toolbox.fromUnit(problem.parameters, unit)), { every });
      const points = scored.sampled(every).map((row) => scored.points[row]!);
      const tried = units.flatMap((unit, k) => {
        const evaluation = evaluations[k];
        return evaluation?.ok === true ? [{ unit, error: errorOf(points, scored.logsOf(evaluation), 'decades') }] : [];
      }).sort((a, b) => a.error - b.error);
      for (const { unit } of tried.slice(0, 3)) {
        const found = await this.#bench.simulate(unit);
        if (found !== undefined) return found;
      }

    }
  }
}
// EVOLVE-BLOCK-END
