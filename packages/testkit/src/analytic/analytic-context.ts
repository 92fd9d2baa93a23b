import { EvospiceError, noCompactModels, type Candidate, type Evaluation, type OptimizerContext } from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';
import type { AnalyticProblem } from './analytic-problem.ts';
import { evaluateAnalytically } from './evaluate-analytically.ts';

export interface AnalyticContextOptions {
  /** Budget units allowed. */
  readonly budget: number;
  readonly seed: number;
  /** The signal fires while the evaluation with this number (from 1) is under way. */
  readonly abortAt?: number;
}

/** What an optimizer did, call by call. */
export interface AnalyticRecord {
  readonly candidates: Candidate[];
  readonly batches: number[];
  /** Error of each evaluation that was simulated in full; null for a failure or a subset. */
  readonly errors: (number | null)[];
  /** Calls of `simulate` that were made after the signal had fired. */
  callsAfterAbort: number;
  spent: number;
  best(): number;
}

/** An `OptimizerContext` over formulas, in memory, with the rules of the contract: clipping, shares of the budget, typed failures. */
export function createAnalyticContext(analytic: AnalyticProblem, options: AnalyticContextOptions): { readonly context: OptimizerContext; readonly record: AnalyticRecord } {
  const { problem } = analytic;
  const abort = new AbortController();
  const record: AnalyticRecord = {
    candidates: [],
    batches: [],
    errors: [],
    callsAfterAbort: 0,
    spent: 0,
    best: () => Math.min(...record.errors.filter((error) => error !== null)),
  };

  const simulate: OptimizerContext['simulate'] = async (candidates, request) => {
    refuseMalformed(analytic, candidates, request?.curves ?? problem.curves.map(({ id }) => id));
    if (abort.signal.aborted) record.callsAfterAbort++;
    const cost = toolbox.simulationCost(problem, request);
    if (record.spent + cost > options.budget + 1e-9) throw new EvospiceError('BUDGET_EXHAUSTED', 'the budget is spent');
    record.batches.push(candidates.length);
    const evaluations: Evaluation[] = [];
    for (const candidate of candidates) {
      if (record.spent + cost > options.budget + 1e-9) {
        evaluations.push({ ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'not simulated' } });
        continue;
      }
      record.spent += cost;
      record.candidates.push([...candidate]);
      const evaluation = evaluateAnalytically(analytic, toolbox.clipToBounds(problem.parameters, candidate), request);
      evaluations.push(evaluation);
      record.errors.push(evaluation.ok && evaluation.full ? evaluation.error : null);
      if (record.candidates.length === options.abortAt) abort.abort(new EvospiceError('EXTRACTION_CANCELLED', 'cancelled by the test'));
    }
    return evaluations;
  };

  const context: OptimizerContext = {
    simulate,
    // A snapshot, as drivers give one: an optimizer that keeps it does not see the budget go.
    get budget() {
      return { allowed: options.budget, spent: record.spent, remaining: Math.max(0, options.budget - record.spent) };
    },
    random: createRandom(options.seed),
    toolbox,
    models: noCompactModels,
    optimizers: {},
    signal: abort.signal,
    log: () => undefined,
  };
  return { context, record };
}

function refuseMalformed({ problem }: AnalyticProblem, candidates: readonly Candidate[], curves: readonly string[]): void {
  const unknown = curves.find((id) => problem.curves.every((curve) => curve.id !== id));
  const wrong = candidates.find((candidate) => candidate.length !== problem.parameters.length || candidate.some((value) => Number.isNaN(value)));
  if (unknown === undefined && wrong === undefined && candidates.length > 0 && curves.length > 0) return;
  throw new EvospiceError('EXTRACTION_REQUEST', unknown === undefined ? 'a candidate is malformed' : `there is no curve ${unknown}`, {
    received: unknown ?? wrong ?? candidates,
    expected: `known curves and candidates of ${problem.parameters.length} numbers`,
  });
}
