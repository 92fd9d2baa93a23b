import { EvospiceError } from '@evospice/contracts';
import { normalEquations, type NormalEquations } from '../model-region/normal-equations.ts';
import { minimizeQuadraticInBox } from '../model-region/quadratic-in-box.ts';

/** What is believed of a hidden value before anything is simulated. */
export interface Prior {
  readonly mean: number;
  /** Standard deviation, above 0; values stay within `reach` of them. */
  readonly spread: number;
}

export interface Calibration {
  readonly priors: readonly Prior[];
  /**
   * What the model gets wrong with these hidden values, in standard deviations of what it may get wrong: differences of values, of changes
   * between simulations, of slopes. As many entries at each call.
   */
  readonly misfit: (values: readonly number[]) => readonly number[];
  /** Where to begin, such as the last result; the means unless given. */
  readonly start?: readonly number[];
  /** Misfit in standard deviations beyond which a point counts less and less (Student's t); 3 unless given. */
  readonly outlier?: number;
  /** Farthest from the mean, in spreads; 3 unless given. */
  readonly reach?: number;
  /** Gauss-Newton steps; 8 unless given. */
  readonly iterations?: number;
}

export interface Calibrated {
  readonly values: number[];
  /** What is minimised: robust misfit and half the squares of the distances from the means. */
  readonly cost: number;
}

/**
 * Hidden values of a model, such as card values that a problem keeps to itself, from what the model gets wrong: the most probable ones
 * under normal priors and heavy-tailed misfits (maximum a posteriori, damped Gauss-Newton, slopes by differences of the model).
 * @throws EvospiceError `TOOLBOX_RANGE` for a spread not above 0.
 */
export function calibrateHidden({ priors, misfit, start, outlier = 3, reach = 3, iterations = 8 }: Calibration): Calibrated {
  if (priors.some(({ spread }) => !(spread > 0))) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a prior with a spread that is not above 0', { received: priors.map(({ spread }) => spread), expected: 'spreads above 0' });
  }
  const values = (deviations: readonly number[]): number[] => priors.map(({ mean, spread }, k) => mean + spread * deviations[k]!);
  const at = (deviations: readonly number[]): State => {
    const errors = misfit(values(deviations));
    const cost = errors.reduce((sum, value) => sum + 0.5 * outlier * outlier * Math.log1p((value / outlier) ** 2), 0) + 0.5 * deviations.reduce((sum, value) => sum + value * value, 0);
    return { deviations, errors, cost };
  };
  const clip = (value: number): number => Math.min(reach, Math.max(-reach, value));
  let state = at(priors.map(({ mean, spread }, k) => (start === undefined ? 0 : clip((start[k]! - mean) / spread))));
  let damping = 1e-3;
  for (let step = 0; step < iterations && priors.length > 0; step++) {
    const { matrix, gradient } = equationsAt(state, at, outlier);
    let next: State | undefined;
    for (let attempt = 0; attempt < 8 && next === undefined; attempt++) {
      const damped = matrix.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
      const { deviations } = state;
      const move = minimizeQuadraticInBox(damped, gradient, deviations.map((value) => -reach - value), deviations.map((value) => reach - value));
      const trial = at(deviations.map((value, k) => clip(value + move[k]!)));
      if (trial.cost < state.cost) next = trial;
      else damping = Math.max(10 * damping, 1e-3);
    }
    if (next === undefined) break;
    const gain = state.cost - next.cost;
    state = next;
    damping *= 0.2;
    if (gain < 1e-4 * state.cost) break;
  }
  return { values: values(state.deviations), cost: state.cost };
}

interface State {
  readonly deviations: readonly number[];
  readonly errors: readonly number[];
  readonly cost: number;
}

/** Of the cost about a state, misfits weighted down as Student's t has them. */
function equationsAt(state: State, at: (deviations: readonly number[]) => State, outlier: number): NormalEquations {
  const h = 1e-2;
  const weights = state.errors.map((value) => 1 / Math.sqrt(1 + (value / outlier) ** 2));
  const columns = state.deviations.map((_, axis) => {
    const moved = at(state.deviations.map((value, k) => (k === axis ? value + h : value))).errors;
    return moved.map((value, i) => (Number.isFinite(value) ? (value - state.errors[i]!) / h : 0));
  });
  const rows = weights.map((weight, i) => columns.map((column) => weight * column[i]!));
  const { matrix, gradient } = normalEquations(rows, state.errors.map((value, i) => weights[i]! * value), columns.length);
  return { matrix: matrix.map((row, i) => row.map((value, j) => (i === j ? value + 1 : value))), gradient: gradient.map((value, k) => value + state.deviations[k]!) };
}
