import { EvospiceError } from '@evospice/contracts';
import { choleskySolve } from '../linear-algebra/symmetric.ts';
import { requireSameLength } from '../require-same-length.ts';

/** What measured points say of parameters, with the bounds as the only other knowledge. Indices and columns are those of the rows' columns. */
export interface Identifiability {
  /** Of the parameters in the unit cube. */
  readonly covariance: number[][];
  /** Standard error of each parameter, as a share of its bounds: 0.29 where the points say nothing. */
  readonly errors: number[];
  /**
   * Parameters that make up for a loose one, by the loose one: those few whose knowledge would settle it. Empty for a parameter that is not loose, and for one that is
   * loose by itself.
   */
  readonly companions: number[][];
}

/** Of a value that is only known to lie between its bounds: the inverse of the variance of a uniform distribution. */
const uniform = 12;
/** A parameter that is settled only by knowledge of more others than these is loose by itself. */
const mostCompanions = 3;

/**
 * Fisher's information of measured points on parameters in the unit cube, without other knowledge: J'J.
 * @param rows one per point: change of the value over the whole range of each parameter, in units of its noise. Finite.
 * @returns n x n
 * @throws EvospiceError `TOOLBOX_SHAPE`
 */
export function fisherInformation(rows: readonly ArrayLike<number>[], n: number): number[][] {
  const information = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  for (const row of rows) {
    requireSameLength('row', row.length, n);
    for (let a = 0; a < n; a++) for (let b = 0; b <= a; b++) information[a]![b]! += row[a]! * row[b]!;
  }
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) information[a]![b] = information[b]![a]!;
  return information;
}

/** Information with that of the bounds added, which makes any of it definite. @param information n x n; not changed. */
export function withinBounds(information: readonly (readonly number[])[]): number[][] {
  return information.map((row, a) => row.map((value, b) => (a === b ? value + uniform : value)));
}

/**
 * What measured points determine, from Fisher's information with the bounds as prior knowledge (Bard 1974, "Nonlinear Parameter Estimation", section 7). A loose
 * parameter is conditioned on others, one after another, always the one that settles it most, until its error is no longer loose.
 * @param information as `fisherInformation` gives it
 * @param loose standard error, as a share of the bounds, above which a value is a guess; in (0, 0.28)
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_RANGE`
 */
export function identifiability(information: readonly (readonly number[])[], loose: number): Identifiability {
  if (!(loose > 0 && loose < 0.28)) throw new EvospiceError('TOOLBOX_RANGE', `a parameter is not loose at ${loose} of its bounds`, { received: loose, expected: 'a number above 0 and below 0.28, the standard error of a value that nothing is known of' });
  const full = withinBounds(information);
  const covariance = full.map((_, k) => choleskySolve(full, full.map((__, j) => Number(j === k))));
  const errors = covariance.map((row, k) => Math.sqrt(Math.max(0, row[k]!)));
  return { covariance, errors, companions: errors.map((error, k) => (error > loose ? companionsOf(covariance, k, loose) : [])) };
}

function companionsOf(covariance: readonly (readonly number[])[], k: number, loose: number): number[] {
  const known: number[] = [];
  let left = covariance;
  while (known.length < mostCompanions) {
    const explained = left.map((row, j) => (j === k || known.includes(j) || !(row[j]! > 0) ? 0 : left[k]![j]! ** 2 / row[j]!));
    const best = explained.indexOf(Math.max(...explained));
    if (!(explained[best]! > 0)) return [];
    known.push(best);
    left = conditionedOn(left, best);
    if (Math.sqrt(Math.max(0, left[k]![k]!)) <= loose) return known;
  }
  return [];
}

/** Covariance once parameter `j` is known (Schur complement). */
function conditionedOn(covariance: readonly (readonly number[])[], j: number): number[][] {
  const own = covariance[j]!;
  return covariance.map((row) => row.map((value, b) => value - (row[j]! * own[b]!) / own[j]!));
}
