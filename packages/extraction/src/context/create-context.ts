import {
  defined, EvospiceError, type Candidate, type CompactModels, type Evaluation, type ExtractionProblem, type OptimizerContext, type OptimizerLibrary, type PhysicsFinding,
  type RandomSource, type ResidualDerivatives, type SimulateOptions, type SimulationOutcome, type SimulatedCurve, type SimulatorSession, type Toolbox,
} from '@evospice/contracts';
import type { BudgetMeter } from '../budget/budget-meter.ts';
import { Constraints } from '../constraints/constraints.ts';
import { evaluationOf, type SimulatedPart } from '../metric/evaluate.ts';
import { clipCandidate } from '../problem/candidate.ts';
import type { TrajectoryRecorder } from '../trajectory/trajectory-recorder.ts';
import type { OwnTime } from './own-time.ts';
import { BoundedLog } from './bounded-log.ts';

export interface ContextOptions {
  readonly problem: ExtractionProblem;
  /** Opened on a testbench whose parameters are the problem's, in order, and that has all its curves. */
  readonly session: SimulatorSession;
  readonly budget: BudgetMeter;
  readonly recorder: TrajectoryRecorder;
  readonly random: RandomSource;
  readonly toolbox: Toolbox;
  readonly models: CompactModels;
  /** Optimizers that the optimizer may call; none by default. */
  readonly optimizers?: OptimizerLibrary;
  /** Exact derivatives of a candidate's residuals; none by default. */
  readonly differentiate?: (candidate: Candidate) => ResidualDerivatives | undefined;
  readonly signal: AbortSignal;
  /** Ends the search: no further request is served, and the one under way comes to its end. */
  readonly stop?: AbortSignal;
  /** Physics findings of one simulated candidate; none by default. */
  readonly findings?: (candidate: Candidate, curves: readonly SimulatedCurve[]) => readonly PhysicsFinding[];
  /** Called with every line that is kept of the log. Must not throw. */
  readonly onLog?: (line: string) => void;
  /** Stands still while the optimizer waits for simulations. */
  readonly ownTime?: OwnTime;
}

/** The driver's side of an optimizer's context. */
export interface EvaluationHost {
  readonly context: OptimizerContext;
  /** Lines logged, bounded. */
  log(): readonly string[];
  /**
   * Ends the context: later requests are refused with `EXTRACTION_CLOSED`; waits for the one under way.
   * @throws whatever a simulator session threw while the optimizer used it: a defect that is not the optimizer's.
   */
  close(): Promise<void>;
}

/**
 * The context an optimizer works in: charges the budget, clips, simulates, measures the error and records it.
 * Requests that overlap are served one after another in order of their calls, so that a trajectory does not depend on timing.
 */
export function createContext(options: ContextOptions): EvaluationHost {
  const { problem, budget, random, toolbox, signal } = options;
  const log = new BoundedLog(options.onLog);
  const constraints = new Constraints(problem.constraints ?? [], problem.parameters);
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;
  let defect: { readonly error: unknown } | undefined;

  const serve = async (candidates: readonly Candidate[], part: SimulatedPart): Promise<readonly Evaluation[]> => {
    refuseEnded(closed, signal, options.stop);
    if (defect !== undefined) throw defect.error;
    try {
      return await evaluate(options, constraints, candidates, part);
    } catch (error) {
      const ordinary = ['BUDGET_EXHAUSTED', 'EXTRACTION_CANCELLED'].some((code) => EvospiceError.is(error, code));
      if (!ordinary) defect = { error };
      throw error;
    }
  };

  // Runs up to its first await at once, so that a candidate changed after the call is the candidate of the call.
  const submit = async (candidates: readonly Candidate[], request: SimulateOptions): Promise<readonly Evaluation[]> => {
    const part = requestedPart(problem, request);
    const clipped = clipAll(problem, candidates);
    const turn = queue.then(() => serve(clipped, part));
    queue = turn.catch(() => undefined);
    return turn;
  };

  const context: OptimizerContext = {
    simulate(candidates, request = {}) {
      const ask = (): Promise<readonly Evaluation[]> => submit(candidates, request);
      const answer = options.ownTime === undefined ? ask() : options.ownTime.wait(ask);
      // An optimizer may drop the promise; its rejection then reaches nobody and must not end the process.
      answer.catch(() => undefined);
      return answer;
    },
    get budget() {
      return budget.view;
    },
    random,
    toolbox,
    models: options.models,
    ...defined({ differentiate: options.differentiate }),
    optimizers: options.optimizers ?? {},
    signal: options.stop === undefined ? signal : AbortSignal.any([signal, options.stop]),
    log(message) {
      log.add(message);
    },
    ...(options.ownTime === undefined ? {} : { workedElsewhere: (seconds: number) => options.ownTime?.add(seconds) }),
  };

  return {
    context,
    log: () => log.lines,
    async close() {
      closed = true;
      await queue;
      if (defect !== undefined) throw defect.error;
    },
  };
}

/** Charges for as many candidates as the budget can pay, simulates those that no constraint forbids, and fails the rest. */
async function evaluate(
  options: ContextOptions, constraints: Constraints, candidates: readonly Candidate[], part: SimulatedPart,
): Promise<readonly Evaluation[]> {
  if (candidates.length === 0) return [];
  const { budget, recorder } = options;
  const ids = part.curves.map((curve) => curve.id);
  const count = Math.min(candidates.length, budget.affordable(ids, part.every));
  if (count === 0) throw budget.exhausted();
  const paid = candidates.slice(0, count);
  const evaluations = await evaluateWithin(constraints, options, paid, part);
  for (const [index, evaluation] of evaluations.entries()) {
    budget.charge(ids, part.every);
    recorder.record(paid[index]!, evaluation, budget.view.spent, count);
  }
  return [...evaluations, ...candidates.slice(count).map(outOfBudget)];
}

/** With what candidates are simulated and judged. */
export type EvaluationMeans = Pick<ContextOptions, 'problem' | 'session' | 'signal' | 'findings'>;

/** One evaluation per candidate, in order; those that a constraint forbids beforehand are not simulated. Nothing is charged. */
export async function evaluateWithin(constraints: Constraints, means: EvaluationMeans, candidates: readonly Candidate[], part: SimulatedPart): Promise<readonly Evaluation[]> {
  const forbidden = candidates.map((candidate) => constraints.beforeSimulation(candidate));
  const outcomes = await simulate(means, candidates.filter((_, index) => forbidden[index] === undefined), part.curves.map((curve) => curve.id), part.every);
  let next = 0;
  return candidates.map((candidate, index) => forbidden[index] ?? judge(candidate, outcomes[next++] as SimulationOutcome));

  function judge(candidate: Candidate, outcome: SimulationOutcome): Evaluation {
    const findings = outcome.ok ? means.findings?.(candidate, outcome.curves) ?? [] : [];
    const evaluation = evaluationOf(means.problem, part, outcome, findings);
    return evaluation.ok ? constraints.afterSimulation(candidate, evaluation) ?? evaluation : evaluation;
  }
}

async function simulate(
  { session, signal }: Pick<ContextOptions, 'session' | 'signal'>, candidates: readonly Candidate[], curves: readonly string[], every = 1,
): Promise<readonly SimulationOutcome[]> {
  if (candidates.length === 0) return [];
  const outcomes = await session.simulate({ candidates, curves, ...(every === 1 ? {} : { every }) }, { signal });
  refuseCancelled(signal);
  refuseOtherCount(outcomes, candidates.length);
  return outcomes;
}

function outOfBudget(): Evaluation {
  return { ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'the remaining budget could not pay this candidate; it was not simulated' } };
}

function clipAll(problem: ExtractionProblem, candidates: readonly Candidate[]): readonly Candidate[] {
  if (!Array.isArray(candidates)) {
    throw new EvospiceError('EXTRACTION_REQUEST', 'simulate was not given a list of candidates', {
      received: typeof candidates, expected: 'an array of candidates', remedy: 'pass [candidate] for a single one',
    });
  }
  return candidates.map((candidate) => clipCandidate(problem, candidate as Candidate));
}

/** The curves asked for, each once, in the problem's order; all that have a scored point when none are named. */
function requestedPart(problem: ExtractionProblem, { curves: ids, every = 1 }: SimulateOptions): SimulatedPart {
  if (!Number.isInteger(every) || every < 1) {
    throw new EvospiceError('EXTRACTION_REQUEST', `simulate cannot take every ${String(every)} points of a curve`, {
      received: every, expected: 'a whole number from 1', remedy: 'leave every out to simulate all points',
    });
  }
  if (ids === undefined) return { curves: problem.curves.filter(({ residuals }) => residuals > 0), every };
  const known = new Set(problem.curves.map((curve) => curve.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined || ids.length === 0) {
    throw new EvospiceError('EXTRACTION_REQUEST', unknown === undefined ? 'simulate was given no curve' : `the problem has no curve "${unknown}"`, {
      received: unknown ?? ids, expected: `ids out of ${[...known].join(', ')}`, remedy: 'leave curves out to simulate all that have a scored point',
    });
  }
  return { curves: problem.curves.filter((curve) => ids.includes(curve.id)), every };
}

function refuseOtherCount(outcomes: readonly SimulationOutcome[], expected: number): void {
  if (outcomes.length === expected) return;
  throw new EvospiceError('EXTRACTION_SIMULATOR', 'the simulator did not answer once for each candidate', {
    received: outcomes.length, expected: `${expected} outcomes`, remedy: 'report it to the author of the simulator plugin',
  });
}

/** @throws EvospiceError `EXTRACTION_CANCELLED` when the caller's signal has fired, with its reason as cause. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EvospiceError('EXTRACTION_CANCELLED', 'the extraction was cancelled', { cause: signal.reason });
}

function refuseEnded(closed: boolean, signal: AbortSignal, stop: AbortSignal | undefined): void {
  refuseCancelled(signal);
  if (stop?.aborted === true) throw new EvospiceError('EXTRACTION_STOPPED', 'the extraction is to end', { expected: 'an end of the search', cause: stop.reason });
  if (closed) throw new EvospiceError('EXTRACTION_CLOSED', 'the extraction has ended', { expected: 'await every call of simulate before returning' });
}
