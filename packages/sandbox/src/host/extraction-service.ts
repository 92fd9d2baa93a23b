import { defined, EvospiceError, type Evaluation, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { z } from 'zod';
import { longestMessage } from '../child/frames.ts';
import type { Answer, HostService } from './host-service.ts';

const simulateRequest = z.strictObject({ candidates: z.array(z.array(z.number())), curves: z.array(z.string()).optional(), every: z.number().optional() });

/** Without the residual vectors, which the guest makes again from the residuals of the curves: half of what would travel. */
function compact(evaluation: Evaluation): object {
  if (!evaluation.ok) return evaluation;
  const { residuals: _all, relativeResiduals: _relative, logResiduals: _log, ...rest } = evaluation;
  return rest;
}

/** Gives an optimizer its problem, and simulates for it. */
export class ExtractionService implements HostService {
  readonly start: object;
  readonly #context: OptimizerContext;
  exhausted = false;

  constructor(problem: ExtractionProblem, context: OptimizerContext, seed: number) {
    this.#context = context;
    this.start = { kind: 'extraction', problem: { ...problem, start: compact(problem.start) }, seed, budget: this.#budget(), without: context.models.without };
  }

  accept(name: string, payload: unknown): (() => Promise<Answer>) | undefined {
    const request = name === 'simulate' ? simulateRequest.safeParse(payload).data : undefined;
    return request === undefined ? undefined : () => this.#simulate(request);
  }

  log(line: string): void {
    this.#context.log(line);
  }

  /** @throws whatever `context.simulate` failed with, unless it is a matter of the program. */
  async #simulate({ candidates, curves, every }: z.output<typeof simulateRequest>): Promise<Answer> {
    const before = this.#context.budget.spent;
    const answer = (reply: Answer['reply']): Answer => ({ reply: { ...reply, budget: this.#budget() }, free: this.#context.budget.spent === before });
    try {
      return answer({ value: (await this.#context.simulate(candidates, defined({ curves, every }))).map(compact) });
    } catch (error) {
      if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED') && !EvospiceError.is(error, 'EXTRACTION_REQUEST')) throw error;
      if (error.code === 'BUDGET_EXHAUSTED') this.exhausted = true;
      return answer({ error: { code: error.code, message: error.message.slice(0, longestMessage) } });
    }
  }

  #budget(): object {
    const { allowed, spent, remaining } = this.#context.budget;
    return { allowed, spent, remaining };
  }
}
