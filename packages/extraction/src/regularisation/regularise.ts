import type { Candidate, Evaluation, ExtractionProblem, ResidualDerivatives, SuccessfulEvaluation } from '@evospice/contracts';
import { assembleJacobian, clipToUnit, differencePoints, finiteDifferenceSteps, fromUnit, leastSquares, rms, startCandidate, toUnit, unitSlopes } from '@evospice/toolbox';

/** What may decide how strongly a result is drawn back: the error of the validation curves, or a part by which the training error may grow. */
export type RegularisationRule = 'validation' | number;

export interface RegularisedPoint {
  /** What moving a parameter over its whole range costs, in mean squared errors of the result; 0 for the result itself. */
  readonly strength: number;
  /** Training error, of the problem's metric. */
  readonly error: number;
  /** The same of the validation curves; null where they were not simulated or could not be. */
  readonly validation: number | null;
  /** Root mean square of the parameters' distances from the start, in the unit cube. */
  readonly distance: number;
  readonly candidate: Candidate;
}

export interface Regularisation {
  readonly rule: RegularisationRule;
  /** The result first, then as the strength grows. */
  readonly path: readonly RegularisedPoint[];
  /** Index into `path`. */
  readonly chosen: number;
  /** Family of the compact model whose derivatives were taken; null for differences. */
  readonly derivatives: string | null;
  /** Simulations of the training curves, outside the budget. */
  readonly simulations: number;
}

export interface RegularisationRequest {
  readonly problem: ExtractionProblem;
  readonly result: { readonly candidate: Candidate; readonly evaluation: SuccessfulEvaluation };
  readonly rule: RegularisationRule;
  readonly simulate: (candidates: readonly Candidate[]) => Promise<readonly Evaluation[]>;
  /** Error of the validation curves; null where they cannot be simulated. */
  readonly validate: (candidate: Candidate) => Promise<number | null>;
  /** Exact derivatives, with the name of their family; differences are taken where they are left out or undefined. */
  readonly exact?: { readonly family: string; readonly derivatives: (candidate: Candidate) => ResidualDerivatives | undefined };
}

/** From a thirtieth of the mean squared error for the whole range of a parameter to three thousand times it, two steps to a decade. */
const strengths = Array.from({ length: 11 }, (_, index) => 10 ** (-1.5 + index / 2));
/** Steps at one strength, tries of a step, and how far the first may move a parameter, as a part of its bounds. */
const [steps, tries, reach] = [4, 3, 0.1];
/** Where validation decides, the path ends when the training error has grown by this part. */
const farthest = 0.5;
/** Step of a difference in the unit cube. */
const difference = 1e-3;

/**
 * Draws a result back towards the start card (Tikhonov's regularisation, minimised along growing strengths from the result on by Gauss-Newton steps; Hansen,
 * "Rank-Deficient and Discrete Ill-Posed Problems", 1998, chapter 5): minimises e^2 + s e*^2 |u - u0|^2, with e the error, e* that of the result, u in
 * the unit cube. What the curves do not determine goes back to the start card, at hardly a cost; what they do stays.
 * By `validation` the point with the least validation error is chosen; by a tolerance (Morozov's discrepancy principle) the last whose training error has
 * not grown by more.
 */
export async function regularise({ problem, result, rule, simulate, validate, exact }: RegularisationRequest): Promise<Regularisation> {
  const { parameters, metric } = problem;
  const origin = toUnit(parameters, startCandidate(parameters));
  const least = result.evaluation.error;
  const limit = least * (1 + (rule === 'validation' ? farthest : rule));
  let simulations = 0;
  let differences = false;
  const tried = async (unit: readonly number[]): Promise<Place | undefined> => {
    const candidate = fromUnit(parameters, unit);
    simulations += 1;
    const [evaluation] = await simulate([candidate]);
    return evaluation?.ok === true && evaluation.full ? { candidate, unit: toUnit(parameters, candidate), evaluation } : undefined;
  };
  const slopesAt = async ({ candidate, unit, evaluation }: Place): Promise<readonly ArrayLike<number>[]> => {
    const found = exact?.derivatives(candidate);
    if (found !== undefined) {
      const widths = unitSlopes(parameters, [...candidate]);
      return found[metric].map((row) => row.map((slope, axis) => slope * widths[axis]!));
    }
    differences = true;
    const moves = finiteDifferenceSteps(unit, difference);
    simulations += moves.length;
    const moved = await simulate(differencePoints(unit, moves).map((point) => fromUnit(parameters, point)));
    return assembleJacobian([...evaluation.residuals], moves, moved.map((one) => (one.ok && one.full ? [...one.residuals] : undefined)));
  };
  const pointOf = async (strength: number, { candidate, unit, evaluation }: Place): Promise<RegularisedPoint> => ({
    strength, candidate, error: evaluation.error, validation: await validate(candidate), distance: rms(distances(unit, origin)),
  });

  let place: Place = { candidate: result.candidate, unit: toUnit(parameters, [...result.candidate]), evaluation: result.evaluation };
  const path = [await pointOf(0, place)];
  let known: { readonly place: Place; readonly slopes: readonly ArrayLike<number>[] } | undefined;
  let radius = reach;
  for (const strength of least > 0 ? strengths : []) {
    const price = strength * least ** 2;
    const objective = ({ unit, evaluation }: Place): number => evaluation.error ** 2 + price * sumOfSquares(distances(unit, origin));
    const from = place;
    for (let step = 0; step < steps; step += 1) {
      // A place that was not left keeps its slopes: a larger strength changes the step, not them.
      if (known?.place !== place) known = { place, slopes: await slopesAt(place) };
      const wanted = regularisedStep(known.slopes, place, origin, price);
      const moved = await better(place, wanted, radius, { objective, limit, tried });
      if (moved === undefined) {
        radius = Math.max(radius / 2 ** tries, 1e-3);
        break;
      }
      const length = longest(distances(moved.unit, place.unit));
      radius = Math.min(1, Math.max(2 * length, 1e-3));
      place = moved;
      if (length < 1e-3) break;
    }
    if (place !== from) path.push(await pointOf(strength, place));
    // What the limit forbids at this strength it forbids at any larger one.
    else if (path.length > 1) break;
  }
  return { rule, path, chosen: chosenOf(path, rule), derivatives: differences || exact === undefined ? null : exact.family, simulations };
}

interface Place {
  readonly candidate: Candidate;
  readonly unit: readonly number[];
  readonly evaluation: SuccessfulEvaluation;
}

interface Judging {
  readonly objective: (place: Place) => number;
  /** Greatest training error allowed. */
  readonly limit: number;
  readonly tried: (unit: readonly number[]) => Promise<Place | undefined>;
}

/** The step, no longer than the radius; else half of it, and so on, whichever first has a lower objective. */
async function better(from: Place, step: readonly number[], radius: number, { objective, limit, tried }: Judging): Promise<Place | undefined> {
  let share = Math.min(1, radius / longest(step));
  for (let attempt = 0; attempt < tries && Number.isFinite(share); attempt += 1, share /= 2) {
    const place = await tried(clipToUnit(from.unit.map((value, axis) => value + share * step[axis]!)));
    if (place !== undefined && place.evaluation.error <= limit && objective(place) < objective(from)) return place;
  }
  return undefined;
}

/** Gauss-Newton step of the mean squared residuals plus `price` times the squared distance from the origin. */
function regularisedStep(jacobian: readonly ArrayLike<number>[], { unit, evaluation }: Place, origin: readonly number[], price: number): number[] {
  const pull = Math.sqrt(price * evaluation.residuals.length);
  const identity = unit.map((_, axis) => unit.map((__, other) => (axis === other ? pull : 0)));
  const rhs = [...evaluation.residuals.map((residual) => -residual), ...distances(origin, unit).map((way) => pull * way)];
  return leastSquares([...jacobian.map((row) => Array.from(row)), ...identity], rhs).solution;
}

function chosenOf(path: readonly RegularisedPoint[], rule: RegularisationRule): number {
  if (rule !== 'validation') return path.length - 1;
  const known = path.map(({ validation }) => validation ?? Infinity);
  return known.lastIndexOf(Math.min(...known));
}

function distances(to: readonly number[], from: readonly number[]): number[] {
  return to.map((value, axis) => value - from[axis]!);
}

function longest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
