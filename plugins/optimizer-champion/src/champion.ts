/*
 * The champion: program p0011 of the evolution in examples/champion (record.json, answers.json there; docs/champion.md tells its story), whose hash
 * test/champion.test.ts compares with the record. Written by a language model; comments and names are as it wrote them.
 *
 * Where a compact model has the device it hands over to space-mapping. Elsewhere: descents on every k-th point of each curve, with differences at the same
 * points, which a fraction of a simulation pays for; whole simulations see whether the rest follows; last steps in full, by slopes carried along the curves;
 * then the same with twice the points, down to all.
 */
import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/contracts';
import type { ResidualModel, Secant } from '@evospice/toolbox';

// EVOLVE-BLOCK-START
let toolbox: OptimizerContext['toolbox'];

type Evaluation = Awaited<ReturnType<OptimizerContext['simulate']>>[number];
type RegionStep = ReturnType<OptimizerContext['toolbox']['regionStep']>;

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
  samples: 3.2 /* range 1..12 */,
  /** Search again from other places when a search has converged and budget is left. */
  restarts: true,
};
type Settings = typeof settings;

class StageEnded extends Error {}

// evidence
/** What was simulated at a place: at all scored points, or at the rows of a descent. */
interface Simulated {
  readonly unit: readonly number[];
  /** Logarithms of simulated over measured, one per scored point or row. */
  readonly logs: readonly number[];
  readonly error: number;
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
    return new Evidence({ rows: this.scored.points.length, curvature: this.options.curvature, prior: slopeSize, additive: this.additive });
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
      if (!adds) return row.map((value) => factor * value);
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

/** Change of a logarithm; where the parameter adds to a current, that which the change of the current would be if it were small. */
function changeOf({ floor }: ScoredPoint, before: number, value: number, adds: boolean): number {
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
/** An error below it is a perfect fit. */
const negligible = 1e-7;

/** Which of the points a descent goes by, and where it begins. */
interface DescentParts {
  readonly bench: Bench;
  /** Simulated in full. */
  readonly from: Simulated;
  /** Every k-th point of each curve. */
  readonly every: number;
  readonly radius: number;
}

/**
 * A descent on some of the points alone, where a simulation costs their share. Differences are measured at the same points, so that nothing between them is
 * guessed; steps go by these and by all that was simulated on the way. Now and then the whole is simulated, to see whether it follows.
 */
class Descent {
  readonly #bench: Bench;
  readonly #every: number;
  readonly #rows: readonly number[];
  readonly #points: readonly ScoredPoint[];
  readonly #evidence: Evidence;
  #radius: number;
  #decadesDone = false;
  /** The newest difference along each parameter. */
  readonly #slopes = new Map<number, Secant & { readonly change: readonly number[] }>();
  #verified: Simulated | undefined;
  /** Measurements of slopes since that of each parameter. */
  #age: readonly number[] = [];
  readonly #from: readonly number[];
  at: Simulated;
  /** The newest whole simulation. */
  whole: Simulated | undefined;

  constructor({ bench, from, every, radius }: DescentParts) {
    this.#bench = bench;
    this.#every = every;
    this.#rows = every === 1 ? [...bench.scored.points.keys()] : bench.scored.sampled(every);
    this.#points = this.#rows.map((row) => bench.scored.points[row]!);
    this.#evidence = new Evidence({ rows: this.#rows.length, curvature: bench.options.curvature, prior: slopeSize, additive: bench.additive });
    this.#radius = radius;
    this.#from = from.unit;
    this.at = every === 1 ? from : this.#seen(from.unit, this.#rows.map((row) => from.logs[row]!));
    this.#evidence.add(this.at);
  }

  get radius(): number {
    return this.#radius;
  }

  /** Until differences have little more to give: little of the points, next to nothing of all. */
  async toEnd(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      await this.#measure();
      const { at } = this;
      const kind = this.#kind;
      const done = await this.#steps();
      const won = 1 - this.#errorAt(this.at, kind) / this.#errorAt(at, kind);
      this.#log(`round ${round} at every ${this.#every}: ${at.error.toPrecision(4)} to ${this.at.error.toPrecision(4)}`);
      if (kind !== this.#kind && !done) continue;
      if (kind !== this.#bench.lastKind && won < 0.05) {
        this.#decadesDone = true;
        continue;
      }
      if (this.#every === 1 ? won < 1e-3 : won < 0.2 /* range 0.02..0.5 */ || done) return;
      // While most of the error goes in one round, the whole can wait.
      if (won < 0.9 /* range 0.5..0.99 */) await this.verify();
      if (this.whole !== undefined && this.whole.error > unlike * this.at.error) return;
    }
  }

  /** Simulates in full where the descent is, unless it was done. */
  async verify(): Promise<void> {
    if (this.#verified === this.at) return;
    this.#verified = this.at;
    const found = this.#every === 1 ? this.at : await this.#wholeNear(this.at.unit);
    if (found !== undefined) this.whole = found;
    this.#log(`whole ${found?.error.toPrecision(4)} of ${this.at.error.toPrecision(4)}`);
  }

  /** Where the simulator has no answer for the whole, halfway back there may be one. */
  async #wholeNear(unit: readonly number[]): Promise<Simulated | undefined> {
    const back = this.whole?.unit ?? this.#from;
    for (let share = 1, tries = 0; tries < 3; share /= 2, tries++) {
      const found = await this.#bench.simulate(back.map((value, axis) => value + share * (unit[axis]! - value)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The newest differences, carried along the curves to all points. */
  spread(): Secant[] {
    const { scored } = this.#bench;
    return [...this.#slopes.values()].map((slope) => ({ ...slope, change: interpolate(scored, this.#rows, slope.change) }));
  }

  async #measure(): Promise<void> {
    const { options, additive, scored } = this.#bench;
    const { at } = this;
    // A thinned sweep takes other steps than the whole one, so its differences need a longer step.
    const steps = toolbox.finiteDifferenceSteps(at.unit, this.#every === 1 ? options.difference / 6 : options.difference);
    const all = toolbox.differencePoints(at.unit, steps);
    const axes = this.#axesToMeasure();
    const evaluations = await this.#simulate(axes.map((axis) => all[axis]!));
    const slopes = axes.flatMap((axis, index): Secant[] => {
      const evaluation = evaluations[index];
      if (evaluation?.ok !== true) return [];
      const change = scored.logsOf(evaluation).map((value, row) => changeOf(this.#points[row]!, at.logs[row]!, value, additive[axis]!));
      const slope = { from: at.unit, to: all[axis]!, noise, change };
      this.#slopes.set(axis, slope);
      return [slope];
    });
    this.#evidence.replaceSlopes(slopes, slopes.length === this.#bench.dimension);
    this.#log(`slopes of ${axes.length} at every ${this.#every}`);
  }

  /** All parameters to begin with and while they are cheap; else those that move the error most, and those not measured for long. */
  #axesToMeasure(): readonly number[] {
    const all = [...this.at.unit.keys()];
    const dear = all.length > 16 /* range 6..30 */ && all.length * this.#cost > 4 /* range 0.3..10 */;
    const axes = dear && this.#evidence.hasSlopes ? this.#mostMoving(all) : all;
    this.#age = all.map((axis) => (axes.includes(axis) ? 0 : (this.#age[axis] ?? 0) + 1));
    return axes;
  }

  #mostMoving(all: readonly number[]): readonly number[] {
    const slopes = this.#evidence.difference(this.at);
    const factors = residualSlopes(this.#points, this.at.logs, this.#kind);
    const weight = all.map((axis) => Math.sqrt(slopes.reduce((sum, row, index) => sum + (factors[index]! * row[axis]!) ** 2, 0)));
    const most = Math.max(...weight);
    const worth = (axis: number): number => (weight[axis]! / most) * (1 + (this.#age[axis] ?? 0));
    const sorted = all.toSorted((a, b) => worth(b) - worth(a));
    return sorted.slice(0, Math.ceil(0.6 /* range 0.25..1 */ * all.length)).toSorted((a, b) => a - b);
  }

  /** Steps while they keep what differences promise. True where these promise little more, or steps no longer bring much. */
  async #steps(): Promise<boolean> {
    let left = 1;
    let refused = 0;
    let slow = 0;
    let moved = false;
    for (let steps = 0; steps < 12 /* range 3..30 */; steps++) {
      const kind = this.#kind;
      const { at } = this;
      const prediction = new Prediction({ points: this.#points, additive: this.#bench.additive, at, difference: this.#evidence.difference(at) });
      const step = stepOf(prediction, { at, kind, radius: this.#radius });
      if (at.error < negligible || step.length < 1e-6 || step.predicted < (this.#every === 1 ? 1e-6 : 1e-3)) return true;
      left = step.predicted;
      const found = await this.#simulated(step.point);
      if (found === undefined) {
        this.#radius = 0.3 * step.length;
        if (++refused > 3) break;
        continue;
      }
      this.#evidence.add(found);
      const before = this.#errorAt(at, kind);
      const after = this.#errorAt(found, kind);
      const ratio = (1 - (after / before) ** 2) / step.predicted;
      this.#log(`${kind} step ${step.length.toFixed(4)} of ${this.#radius.toFixed(4)}: ${before.toPrecision(4)} to ${after.toPrecision(4)}, promised ${(before * Math.sqrt(1 - step.predicted)).toPrecision(4)}`);
      this.#radius = nextRadius(this.#radius, step.length, ratio);
      if (ratio > 1e-3) {
        this.at = found;
        moved = true;
        refused = 0;
        if (ratio < 0.1) break;
        if (this.#every > 1 && kind === this.#bench.lastKind && after > 0.95 /* range 0.9..0.999 */ * before && ++slow >= 3) return true;
      } else if (++refused >= (moved ? 2 : 5)) break;
    }
    return this.#every > 1 && left < 0.1 /* range 0.01..0.5 */;
  }

  async #simulated(unit: readonly number[]): Promise<Simulated | undefined> {
    if (this.#every === 1) return this.#bench.simulate(unit);
    const [evaluation] = await this.#simulate([unit]);
    return evaluation?.ok === true ? this.#seen(unit, this.#bench.scored.logsOf(evaluation)) : undefined;
  }

  async #simulate(units: readonly (readonly number[])[]): Promise<readonly Evaluation[]> {
    const { context, problem } = this.#bench;
    if (context.signal.aborted) throw new StageEnded();
    return context.simulate(units.map((unit) => toolbox.fromUnit(problem.parameters, unit)), this.#every === 1 ? {} : { every: this.#every });
  }

  #seen(unit: readonly number[], logs: readonly number[]): Simulated {
    return { unit: [...unit], logs, error: errorOf(this.#points, logs, this.#bench.lastKind) };
  }

  /** Decades first, while they are many. */
  get #kind(): Kind {
    const { options, lastKind } = this.#bench;
    if (lastKind === 'decades' || this.#decadesDone) return lastKind;
    return this.#errorAt(this.at, 'decades') > options.errorFrom ? 'decades' : 'relative';
  }

  #errorAt(point: Simulated, kind: Kind): number {
    return kind === this.#bench.lastKind ? point.error : errorOf(this.#points, point.logs, kind);
  }

  get #cost(): number {
    return toolbox.simulationCost(this.#bench.problem, { every: this.#every });
  }

  #log(message: string): void {
    this.#bench.context.log(`${this.#bench.context.budget.spent.toFixed(1)} ${message}`);
  }
}

/** Size of an entry of the slopes that is expected before any is known. */
const slopeSize = 10 /* range 0.5..100 */;

/** How many times the error of the points that of the whole may be before the points are too few. */
const unlike = 3 /* range 1.2..10 */;

/** The minimum of what is predicted, within a radius and the unit cube. */
function stepOf(prediction: Prediction, { at, kind, radius }: { readonly at: Simulated; readonly kind: Kind; readonly radius: number }): RegionStep {
  return toolbox.regionStep(prediction.residuals(kind), { at: at.unit, radius, lower: at.unit.map(() => 0), upper: at.unit.map(() => 1), gain: 1e-3 });
}

/** Radius after a step that kept so much of what was promised. */
function nextRadius(radius: number, length: number, ratio: number): number {
  if (ratio > 0.6) return Math.max(radius, 2 * length);
  if (ratio > 0.25) return radius;
  if (ratio > 1e-3) return Math.max(0.5 * length, 0.02);
  return Math.max(0.25, 0.5 / (1 + Math.max(0, -ratio))) * length;
}

// last-steps
/** Steps in full from a whole simulation, by differences that were measured at a part of the points. Returns the best of them. */
async function lastSteps(bench: Bench, from: Simulated, radius: number): Promise<Simulated> {
  const { scored, additive, lastKind: kind, evidence, context } = bench;
  let at = from;
  let reach = radius;
  let refused = 0;
  let slow = 0;
  for (let steps = 0; steps < 8 /* range 0..20 */; steps++) {
    const prediction = new Prediction({ points: scored.points, additive, at, difference: evidence.difference(at) });
    const step = stepOf(prediction, { at, kind, radius: reach });
    if (at.error < negligible || step.predicted < 1e-6 || step.length < 1e-7) break;
    const found = await bench.simulate(step.point);
    if (found === undefined) {
      reach = 0.3 * step.length;
      if (++refused > 2) break;
      continue;
    }
    const gain = 1 - found.error / at.error;
    const ratio = (1 - (1 - gain) ** 2) / step.predicted;
    context.log(`${context.budget.spent.toFixed(1)} step in full ${step.length.toFixed(4)} of ${reach.toFixed(4)}: ${at.error.toPrecision(4)} to ${found.error.toPrecision(4)}, promised ${(at.error * Math.sqrt(1 - step.predicted)).toPrecision(4)}`);
    reach = nextRadius(reach, step.length, ratio);
    if (ratio > 1e-3) {
      at = found;
      refused = 0;
      if (ratio < 0.1) break;
      if (gain < 2e-3 || (gain < 0.02 && ratio < 0.5)) {
        if (++slow >= 2) break;
      } else slow = 0;
    } else if (++refused >= 2) break;
  }
  return at;
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
  #woken = false;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: Settings) {
    this.#bench = new Bench({ problem, context, options });
  }

  async toEnd(): Promise<void> {
    const { context, options } = this.#bench;
    let from = this.#bench.start() ?? (await this.#firstWorking());
    for (let round = 0; ; round++) {
      const found = await this.#descend(from);
      context.log(`search ${round} ended at ${found.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
      if (!options.restarts) return;
      from = await this.#elsewhere(round);
    }
  }

  /** Fits ever more of the points; after each of these fits the last steps are taken in full. */
  async #descend(from: Simulated): Promise<Simulated> {
    const bench = this.#bench;
    const { scored, options, dimension } = bench;
    let at = from;
    let { radius } = options;
    for (let every = sparsest(scored, options.samples * dimension); ; every = Math.ceil(every / 2)) {
      const descent = new Descent({ bench, from: at, every, radius });
      await descent.toEnd();
      await descent.verify();
      const { whole } = descent;
      radius = Math.max(0.1 /* range 0.01..0.4 */, descent.radius);
      if (whole !== undefined && whole.error < at.error) {
        at = whole;
        if (every > 1 && whole.error < unlike * descent.at.error) {
          bench.forget(at);
          bench.evidence.replaceSlopes(descent.spread(), true);
          at = await lastSteps(bench, at, radius);
        }
      }
      if (every === 1) return at;
      if (!this.#woken && bench.errorAt(at, 'decades') < options.errorFrom) at = await this.#wake(at);
    }
  }

  /** Parameters without any effect here, such as those behind a switch that is off, are tried at random places together, on a part of the points. */
  async #wake(at: Simulated): Promise<Simulated> {
    this.#woken = true;
    const bench = this.#bench;
    const { context, problem, scored, options, dimension, lastKind: kind } = bench;
    const norms = bench.evidence.difference(at).reduce((sums, row) => sums.map((sum, j) => sum + row[j]! ** 2), at.unit.map(() => 0)).map(Math.sqrt);
    const most = Math.max(...norms);
    const axes = [...norms.keys()].filter((axis) => norms[axis]! < 1e-5 /* range 1e-8..1e-2 */ * most);
    if (axes.length === 0) return at;
    const every = sparsest(scored, options.samples * dimension);
    const rows = scored.sampled(every);
    const points = rows.map((row) => scored.points[row]!);
    const draws = toolbox.latinHypercube(16 /* range 6..40 */, axes.length, context.random).map((places) => at.unit.map((value, axis) => {
      const k = axes.indexOf(axis);
      if (k === -1) return value;
      const { scale, lower } = problem.parameters[axis]!;
      return scale === 'lin' && lower === 0 ? places[k]! ** 2 : places[k]!;
    }));
    const evaluations = await context.simulate(draws.map((unit) => toolbox.fromUnit(problem.parameters, unit)), { every });
    const before = errorOf(points, rows.map((row) => at.logs[row]!), kind);
    let best: { readonly unit: readonly number[]; readonly error: number } = { unit: at.unit, error: before };
    for (const [k, evaluation] of evaluations.entries()) {
      if (!evaluation.ok) continue;
      const error = errorOf(points, scored.logsOf(evaluation), kind);
      if (error < best.error) best = { unit: draws[k]!, error };
    }
    context.log(`${context.budget.spent.toFixed(1)} woke ${axes.map((axis) => problem.parameters[axis]!.name).join(', ')}: ${before.toPrecision(4)} to ${best.error.toPrecision(4)}`);
    if (best.error > 0.97 * before) return at;
    const found = await bench.simulate(best.unit);
    return found === undefined || found.error > 1.3 * at.error ? at : found;
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
