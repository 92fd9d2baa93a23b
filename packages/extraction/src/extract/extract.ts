import { once } from 'node:events';
import {
  EvospiceError, defined, describeError, type Candidate, type CompactModels, type Evaluation, type ExtractionProblem, type Optimizer, type OptimizerLibrary, type PhysicsRule,
  type SimulatedCurve, type SimulatorSession, type Task, type TrajectoryPoint,
} from '@evospice/contracts';
import { circuitWith } from '@evospice/device';
import { createRandom, startCandidate, toolbox } from '@evospice/toolbox';
import { BudgetMeter } from '../budget/budget-meter.ts';
import { Constraints } from '../constraints/constraints.ts';
import { createContext, refuseCancelled, type EvaluationHost } from '../context/create-context.ts';
import { loadCompactModels } from '../context/load-compact-models.ts';
import { OwnTime } from '../context/own-time.ts';
import { diagnose, type DiagnosedResult } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { withoutEffect } from '../diagnosis/without-effect.ts';
import { compareFigures } from '../figures/read-figures.ts';
import { evaluationOf } from '../metric/evaluate.ts';
import { createProblem } from '../problem/create-problem.ts';
import type { ExtractionEnd, ExtractionResult } from '../result.ts';
import type { SplitErrors } from '../metric/split-errors.ts';
import type { RegularisationRule } from '../regularisation/regularise.ts';
import { refuseUnvalidated, regularisedResult } from '../regularisation/regularised-result.ts';
import { CardJudge } from '../rules/card-judge.ts';
import type { BestFound, StartFound } from '../run/extract-events.ts';
import { assessUncertainty } from '../uncertainty/assess-uncertainty.ts';
import type { NoUncertainty, Uncertainty } from '../uncertainty/uncertainty.ts';
import { TrajectoryRecorder } from '../trajectory/trajectory-recorder.ts';
import { curveFits } from './curve-fits.ts';
import { curvesOf, simulateSplit, type SplitSimulation } from './simulate-split.ts';
import { worstCurves } from './worst-curves.ts';

export interface ExtractRequest {
  readonly task: Task;
  readonly optimizer: Optimizer;
  /** Opened on the task's testbench: its training and validation curves, its tunables in order. It is left open. */
  readonly session: SimulatorSession;
  /** Name of the simulator, for the record. */
  readonly simulator: string;
  /** Budget units allowed, greater than 0. */
  readonly budget: number;
  /** Whole number; all of the optimizer's chance comes from it. */
  readonly seed: number;
  /** Error to bring down; `relative` by default. */
  readonly metric?: 'relative' | 'log';
  /** Cancels everything: there is no result then. */
  readonly signal?: AbortSignal;
  /** Ends the search; the best that was found until then is the result, which ends as `interrupted`. */
  readonly stop?: AbortSignal;
  /** Whether the result says what is to be known of it; false by default, as it takes two further simulations for each parameter. */
  readonly diagnosis?: boolean;
  /** Whether the result says how well the curves determine it; false by default, as it takes up to one further simulation for each parameter and one more. */
  readonly uncertainty?: boolean;
  /** Called with every evaluation as it is recorded. Must not throw. */
  readonly onEvaluation?: (point: TrajectoryPoint) => void;
  /** Called once, when the start card was simulated. Must not throw. */
  readonly onStart?: (start: StartFound) => void;
  /** Called with each candidate that is better than all before it and than the start. Must not throw. */
  readonly onBest?: (best: BestFound) => void;
  /**
   * Draws the result back towards the start card, with further simulations outside the budget; left out by default. By `validation` validation curves
   * decide how far, so their error is no longer independent of the result.
   */
  readonly regularise?: RegularisationRule;
  /** Whether the result holds overlays; true by default. */
  readonly fits?: boolean;
  /** Whether the trajectory holds positions, which most descriptors need; true by default. */
  readonly positions?: boolean;
  /** Whether to record how long the optimizer worked itself; false by default, as it depends on the machine. */
  readonly timed?: boolean;
  /** Rules whose findings the optimizer sees beside each simulated candidate, and the result states of its card; none by default. */
  readonly rules?: readonly PhysicsRule[];
  /** Optimizers that the optimizer may call as `context.optimizers`; none by default. */
  readonly optimizers?: OptimizerLibrary;
  /** Compact models that the optimizer may ask; all by default. */
  readonly models?: CompactModels;
  /** Called with every line the optimizer logs, up to the bound of `ExtractionResult.log`. Must not throw. */
  readonly onLog?: (line: string) => void;
}

/**
 * Runs one optimizer on one task with one seed.
 *
 * The starting card is simulated first, outside the budget; the optimizer is given its evaluation as `problem.start`. The best full evaluation of the
 * trajectory is the result if it is better than the start, else the start is; the result is simulated once more on the
 * training and validation curves. An optimizer that throws ends the extraction as `failed`, and what it found until then is the result.
 * @throws EvospiceError `EXTRACTION_START` when the starting card cannot be simulated on the training curves or fits them
 *   exactly, since every error is stated as a part of its error; `EXTRACTION_CONSTRAINT` when it violates a constraint; `EXTRACTION_REGULARISATION` for `validation` without validation curves; `EXTRACTION_CANCELLED` when `signal` fired;
 *   `EXTRACTION_TASK`, `EXTRACTION_BUDGET` for a request that makes no sense; `EXTRACTION_SIMULATOR`, or what the session
 *   threw, when the simulator (not a candidate) failed.
 */
export async function extract(request: ExtractRequest): Promise<ExtractionResult> {
  const { task, session, seed } = request;
  const signal = request.signal ?? new AbortController().signal;
  const stated = createProblem(task, defined({ metric: request.metric }));
  const budget = new BudgetMeter(stated, request.budget);
  const random = createRandom(seed);
  refuseCancelled(signal);
  refuseUnvalidated(task, request.regularise);

  const startValues = startCandidate(stated.parameters);
  const start = await simulateSplits(session, task, startValues, signal);
  const findings = await findingsOf(task, stated, request.rules ?? []);
  const startEvaluation = evaluationOfStart(stated, startValues, start.train, findings);
  const startError = errorOfStart(task, start.train, startEvaluation);
  refuseForbiddenStart(stated, startValues, startEvaluation, request.rules ?? []);
  const problem: ExtractionProblem = { ...stated, start: startEvaluation };
  request.onStart?.({ error: startError, ...errorsOf(start) });
  const recorder = new TrajectoryRecorder(stated, {
    ...defined({ positions: request.positions, onEvaluation: request.onEvaluation }),
    onBest: (candidate, { error, relativeRms, logRms }, spent) => {
      if (error < startError) request.onBest?.({ spent, error, train: { relativeRms, logRms }, parameters: byName(stated, candidate) });
    },
  });

  const models = request.models ?? await loadCompactModels();
  const ownTime = request.timed === true ? new OwnTime() : undefined;
  const host = createContext({
    problem, session, budget, recorder, random, toolbox, signal, models,
    ...defined({ findings: findings?.ofCandidate, optimizers: request.optimizers, onLog: request.onLog, stop: request.stop, ownTime }),
  });
  const ending = await runOptimizer(request.optimizer, problem, host, request.stop);
  const ownSeconds = ownTime?.seconds;
  refuseCancelled(signal);

  const { best } = recorder;
  const improved = best !== null && best.error < startError;
  const regularisation = improved && request.regularise !== undefined && request.stop?.aborted !== true
    ? await regularisedResult({ task, session, models, signal }, { problem, candidate: best.candidate, rule: request.regularise, ...defined({ findings: findings?.ofCandidate }) }) : undefined;
  const values = regularisation?.path[regularisation.chosen]?.candidate ?? (improved ? best.candidate : startValues);
  const final = improved ? await simulateSplits(session, task, values, signal) : start;
  const trajectory = recorder.points;
  const { allowed, spent } = budget.view;
  const uncertainty = request.uncertainty === true ? await uncertaintyOf(request, { metric: problem.metric, final: final.train, candidate: values }, signal) : undefined;
  const diagnosis = request.diagnosis === true ? await diagnosisOf(request, { task, problem, start, final, values }, signal) : undefined;
  return {
    task: task.id,
    optimizer: request.optimizer.name,
    simulator: request.simulator,
    seed,
    metric: problem.metric,
    budget: { allowed, spent },
    start: errorsOf(start),
    final: errorsOf(final),
    worstCurves: worstCurves(curvesOf(task, 'train'), final.train.residuals, problem.metric),
    parameters: byName(problem, values),
    trajectory,
    run: { task: task.id, seed, allowed, startError, trajectory, ...defined({ ownSeconds }) },
    fits: request.fits === false ? [] : curveFits([...curvesOf(task, 'train'), ...curvesOf(task, 'validate')], simulatedCurves(start), simulatedCurves(final)),
    ...ending,
    log: host.log(),
    ...(request.diagnosis === true ? { figures: compareFigures(task, simulatedCurves(start), simulatedCurves(final)) } : {}),
    ...defined({ findings: await findings?.ofResult(values, [...final.train.curves.values()]), diagnosis, uncertainty, regularisation }),
  };
}

/** Somebody who interrupts does not want to wait for further simulations. */
async function diagnosisOf({ session, stop }: ExtractRequest, result: DiagnosedResult & { readonly problem: ExtractionProblem; readonly values: Candidate }, signal: AbortSignal): Promise<Diagnosis> {
  const known = diagnose(result);
  if (stop?.aborted === true) return known;
  return { ...known, withoutEffect: await withoutEffect(session, result.problem, result.values, signal) };
}

async function uncertaintyOf(
  { task, session, stop }: ExtractRequest, { metric, final, candidate }: { readonly metric: ExtractionProblem['metric']; readonly final: SplitSimulation; readonly candidate: Candidate }, signal: AbortSignal,
): Promise<Uncertainty | NoUncertainty> {
  if (stop?.aborted === true) return { unavailable: 'the extraction was interrupted' };
  if (final.failure !== undefined) return { unavailable: `the result cannot be simulated: ${final.failure.message}` };
  return assessUncertainty({ task, metric, session, candidate, simulated: final.curves, signal });
}

async function runOptimizer(
  optimizer: Optimizer, problem: ExtractionProblem, host: EvaluationHost, stop: AbortSignal | undefined,
): Promise<{ readonly end: ExtractionEnd; readonly failure?: { readonly code: string; readonly message: string } }> {
  // A copy: what an optimizer does to its problem must not reach what it is judged by.
  const search = (async () => optimizer.optimize(structuredClone(problem), host.context))().then(() => undefined, (error: unknown) => ({ error }));
  const thrown = await (stop === undefined ? search : Promise.race([search, stopped(stop)]));
  await host.close();
  if (stop?.aborted === true) return { end: 'interrupted' };
  if (thrown === undefined) return { end: 'completed' };
  const { error } = thrown;
  if (EvospiceError.is(error, 'BUDGET_EXHAUSTED')) return { end: 'budget' };
  return { end: 'failed', failure: { code: EvospiceError.is(error) ? error.code : 'OPTIMIZER_ERROR', message: describeError(error) } };
}

/** An optimizer that does not look at its signal is not waited for. */
async function stopped(stop: AbortSignal): Promise<undefined> {
  if (!stop.aborted) await once(stop, 'abort');
  return undefined;
}

interface SplitsSimulation {
  readonly train: SplitSimulation;
  readonly validate: SplitSimulation | null;
}

/** Apart, so that a validation curve that fails leaves the training errors standing. */
async function simulateSplits(session: SimulatorSession, task: Task, candidate: Candidate, signal: AbortSignal): Promise<SplitsSimulation> {
  const validation = curvesOf(task, 'validate');
  const train = await simulateSplit(session, curvesOf(task, 'train'), candidate, signal);
  const validate = validation.length === 0 ? null : await simulateSplit(session, validation, candidate, signal);
  return { train, validate };
}

function evaluationOfStart(problem: ExtractionProblem, values: Candidate, train: SplitSimulation, findings: Awaited<ReturnType<typeof findingsOf>>): Evaluation {
  const curves = [...train.curves.values()];
  if (train.failure !== undefined) return { ok: false, failure: train.failure };
  return evaluationOf(problem, { curves: problem.curves }, { ok: true, curves }, findings?.ofCandidate(values, curves));
}

function errorOfStart(task: Task, train: SplitSimulation, evaluation: Evaluation): number {
  if (train.failure !== undefined) {
    throw new EvospiceError('EXTRACTION_START', `the starting card of task ${task.id} cannot be simulated: ${train.failure.message}`, {
      received: train.failure, expected: 'a starting card whose training curves all simulate', remedy: 'give the task another card, or start values nearer to a working one', cause: train.failure,
    });
  }
  const error = evaluation.ok ? evaluation.error : null;
  if (error !== null && error > 0) return error;
  throw new EvospiceError('EXTRACTION_START', `the error of the starting card of task ${task.id} is ${error === null ? 'not finite' : 'zero'}`, {
    received: error, expected: 'an error greater than 0, the measure of all others', remedy: 'check the card and the measured values',
  });
}

/** A start that is not allowed could stand as the result when nothing better is found. */
function refuseForbiddenStart(problem: ExtractionProblem, values: Candidate, evaluation: Evaluation, rules: readonly PhysicsRule[]): void {
  if (problem.constraints === undefined) return;
  const constraints = new Constraints(problem.constraints, problem.parameters);
  if (constraints.onFindings !== undefined && rules.length === 0) {
    throw new EvospiceError('EXTRACTION_CONSTRAINT', `the constraint ${constraints.onFindings} is about what physics rules find, and there are none`, {
      received: 'no rules', expected: 'physics rules, such as card and curve', remedy: 'choose rules: `--rule card --rule curve`, or `rules` in a configuration',
    });
  }
  const violation = constraints.beforeSimulation(values) ?? (evaluation.ok ? constraints.afterSimulation(values, evaluation) : evaluation);
  if (violation === undefined) return;
  throw new EvospiceError('EXTRACTION_CONSTRAINT', `the starting card of task ${problem.task} ${violation.failure.message}`, {
    received: byName(problem, values), expected: 'start values that satisfy every constraint', remedy: 'give other start values, or loosen the constraint',
  });
}

/** Findings of the rules on one candidate; undefined without rules, so that no card is built for nothing. */
async function findingsOf(task: Task, problem: ExtractionProblem, rules: readonly PhysicsRule[]) {
  if (rules.length === 0) return undefined;
  const judge = await CardJudge.of(rules, task);
  const cardsOf = (candidate: Candidate, curves: readonly SimulatedCurve[]) => {
    const { card, cards = {} } = circuitWith(task, byName(problem, candidate));
    return { card, cards, curves };
  };
  return {
    ofCandidate: (candidate: Candidate, curves: readonly SimulatedCurve[]) => judge.findings(cardsOf(candidate, curves)),
    ofResult: (candidate: Candidate, curves: readonly SimulatedCurve[]) => judge.resultFindings(cardsOf(candidate, curves)),
  };
}

function errorsOf(splits: SplitsSimulation): { readonly train: SplitErrors; readonly validate: SplitErrors | null } {
  return { train: splits.train.errors, validate: splits.validate?.errors ?? null };
}

function simulatedCurves({ train, validate }: SplitsSimulation): ReadonlyMap<string, SimulatedCurve> {
  return new Map([...train.curves, ...(validate?.curves ?? [])]);
}

function byName(problem: ExtractionProblem, values: Candidate): Readonly<Record<string, number>> {
  return Object.fromEntries(problem.parameters.map((parameter, index) => [parameter.name, values[index] as number]));
}
