import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/contracts';
import type {} from '@evospice/toolbox';

/** A point of the unit cube (log parameters on a log axis) and what simulating it gave. */
export interface Trial {
  readonly unit: readonly number[];
  /** Infinity when the simulation failed. */
  readonly error: number;
  readonly evaluation: SuccessfulEvaluation | undefined;
}

/** What a phase works on: indices of the parameters that may move, and the curves (all when left out) and points (every so many) that count. */
export interface Stage {
  readonly parameters: readonly number[];
  readonly curves?: readonly string[];
  readonly every?: number;
}

/** What all phases share. A phase starts from `current` and leaves there where it ended. */
export interface SearchState {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  /** Best trial of all curves so far. */
  best: Trial;
  current: Trial;
  /** Simulates one batch, on the curves of a stage or on all. */
  evaluate(units: readonly (readonly number[])[], stage?: Stage): Promise<readonly Trial[]>;
  evaluateOne(unit: readonly number[], stage?: Stage): Promise<Trial>;
  /** Budget units spent so far. */
  spent(): number;
}

export function createSearchState(problem: ExtractionProblem, context: OptimizerContext): SearchState {
  const { toolbox } = context;
  const start: Trial = { unit: toolbox.toUnit(problem.parameters, toolbox.startCandidate(problem.parameters)), error: Infinity, evaluation: undefined };
  const state: SearchState = {
    problem,
    context,
    best: start,
    current: start,
    async evaluate(units, stage) {
      const safe = units.map((unit) => unit.map((place) => (Number.isFinite(place) ? Math.min(1, Math.max(0, place)) : 0.5)));
      const evaluations = await context.simulate(safe.map((unit) => toolbox.fromUnit(problem.parameters, unit)), { ...(stage?.curves === undefined ? {} : { curves: stage.curves }), ...(stage?.every === undefined ? {} : { every: stage.every }) });
      return evaluations.map((evaluation, index) => {
        const trial: Trial = { unit: safe[index] ?? [], error: evaluation.ok ? evaluation.error : Infinity, evaluation: evaluation.ok ? evaluation : undefined };
        if (evaluation.ok && evaluation.full && trial.error < state.best.error) state.best = trial;
        return trial;
      });
    },
    async evaluateOne(unit, stage) {
      const [trial] = await state.evaluate([unit], stage);
      return trial ?? { unit, error: Infinity, evaluation: undefined };
    },
    spent: () => context.budget.spent,
  };
  return state;
}

/** Every parameter, every curve. */
export function wholeStage(state: SearchState): Stage {
  return { parameters: state.problem.parameters.map((_, index) => index) };
}

/** The parameters of a stage, out of a whole point. */
export function placeOf(unit: readonly number[], stage: Stage): number[] {
  return stage.parameters.map((index) => unit[index] ?? 0.5);
}

/** A whole point with the parameters of a stage set. */
export function withPlace(unit: readonly number[], stage: Stage, place: readonly number[]): number[] {
  const moved = [...unit];
  for (const [position, index] of stage.parameters.entries()) moved[index] = place[position] ?? 0.5;
  return moved;
}

/** The current point on the curves of a stage: simulated only when it has not been yet. */
export async function enterStage(state: SearchState, stage: Stage): Promise<Trial> {
  if (stage.curves === undefined && stage.every === undefined && state.current.evaluation?.full === true) return state.current;
  return state.evaluateOne(state.current.unit, stage);
}

/** Makes the end of a stage the current point, with all curves simulated; a failed or far worse end falls back to the best. */
export async function leaveStage(state: SearchState, end: Trial): Promise<void> {
  const whole = end.evaluation?.full === true ? end : await state.evaluateOne(end.unit);
  state.current = whole.error < 3 * state.best.error ? whole : state.best;
}
