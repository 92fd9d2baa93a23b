import type { BudgetView, Evaluation, ExtractionProblem, OptimizerLibrary, SimulateOptions } from '@evospice/contracts';
import { compactModels } from '@evospice/compact-models';
import { mostRefusals } from '../child/frames.ts';
import { codedError, type Channel, type Reply } from './channel.ts';
import { encodeRequest, residualRule, restoreEvaluation, restoreEvaluations } from './encoding.ts';
import type { Tools } from './tools.ts';

/** What an optimizer is started with. */
export interface ExtractionStart {
  readonly kind: 'extraction';
  readonly problem: ExtractionProblem;
  readonly seed: number;
  readonly budget: BudgetView;
  /** Families of compact models that are hidden. */
  readonly without: readonly string[];
}

const { freeze } = Object;
const SafePromise = Promise;

/** Problem and context of an optimizer. */
export function extractionArguments(
  channel: Channel, { problem, budget: first, without }: ExtractionStart, tools: Tools, optimizers: OptimizerLibrary,
): unknown[] {
  const rule = residualRule(problem);
  let budget = freeze(first);
  let refusals = 0;
  const take = (reply: Reply & { readonly budget?: BudgetView }): unknown => {
    const now = freeze(reply.budget ?? budget);
    if (now.spent > budget.spent) refusals = 0;
    else if (reply.error?.code === 'BUDGET_EXHAUSTED') refusals += 1;
    budget = now;
    return reply.error === undefined ? restoreEvaluations(reply.value as readonly Evaluation[], rule) : undefined;
  };
  const simulate = (candidates: unknown, options?: SimulateOptions): Promise<unknown> =>
    new SafePromise((resolve, reject) => {
      // Counted by what the program has heard, not by what is on its way: the end is then the same in every run.
      if (refusals > mostRefusals) return channel.end('budget', '');
      const request = encodeRequest(candidates, options?.curves, options?.every);
      if (typeof request === 'string') channel.call('simulate', `{${request}}`, { take, resolve, reject });
      else reject(codedError('EXTRACTION_REQUEST', request.refused));
    });
  const context = freeze({
    ...tools,
    models: compactModels({ without }),
    optimizers,
    simulate,
    get budget() {
      return budget;
    },
    // Cancelling ends the whole process, so the flag never changes while the program can look.
    signal: freeze({ aborted: false, reason: undefined, throwIfAborted: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }),
  });
  return [{ ...problem, start: restoreEvaluation(problem.start, rule) }, context];
}
