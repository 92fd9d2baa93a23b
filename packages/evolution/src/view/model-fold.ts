import { defined, type Exchange } from '@evospice/contracts';
import type { EvolutionEvents, Purpose } from '../events.ts';
import { addSpending, type Spending } from './proposer-tally.ts';

/** What a model was asked for besides proposals, and what that cost. */
export interface ModelUse {
  readonly purpose: Purpose | 'embedding';
  readonly questions: number;
  /** Of those, the ones without an answer. */
  readonly failed: number;
  /** Null where services told nothing. */
  readonly spent: Spending | null;
}

/** What one model, or agent, was asked in all, and what that cost: for proposals and by the engine. */
export interface ModelAccount {
  /** As its configuration calls it. */
  readonly model: string;
  readonly questions: number;
  /** Questions without an answer, by the code of the failure. */
  readonly failures: Readonly<Record<string, number>>;
  /** Requests that were made again on the way to an answer. */
  readonly retries: number;
  /** Null where services told nothing. */
  readonly spent: Spending | null;
}

/** What models were asked on the way, and what is kept of their answers. */
export class ModelFold {
  exchanges = 0;
  readonly #uses = new Map<string, ModelUse>();
  readonly #accounts = new Map<string, ModelAccount>();
  /** Of programs in flight. */
  readonly #exchanges = new Map<string, Exchange>();
  readonly #embedded = new Map<string, EvolutionEvents['program-embedded']>();

  get uses(): readonly ModelUse[] {
    return [...this.#uses.values()];
  }

  /** In order of the first question. */
  get accounts(): readonly ModelAccount[] {
    return [...this.#accounts.values()];
  }

  asked({ ordinal, purpose, exchange }: EvolutionEvents['model-asked']): void {
    this.exchanges += 1;
    this.#book(exchange);
    if (purpose === undefined) return;
    this.#exchanges.set(`${ordinal} ${purpose}`, exchange);
    const { usage } = exchange.answer ?? {};
    this.#count(purpose, exchange.answer === undefined, usage ?? { inputTokens: 0, outputTokens: 0 }, usage === undefined || usage.incomplete === true);
  }

  embedded(payload: EvolutionEvents['program-embedded']): void {
    this.#embedded.set(payload.program, payload);
    this.#count('embedding', payload.failure !== undefined, { inputTokens: 0, ...payload.usage, outputTokens: 0 }, payload.usage === undefined);
  }

  /** Nothing is asked about it any more. */
  settled(ordinal: number): void {
    for (const purpose of ['novelty', 'feedback'] as const) this.#exchanges.delete(`${ordinal} ${purpose}`);
  }

  exchangeOf(ordinal: number, purpose: Purpose): Exchange | undefined {
    return this.#exchanges.get(`${ordinal} ${purpose}`);
  }

  embeddingOf(program: string): EvolutionEvents['program-embedded'] | undefined {
    return this.#embedded.get(program);
  }

  #book({ model, answer, failure }: Exchange): void {
    const before = this.#accounts.get(model) ?? { model, questions: 0, failures: {}, retries: 0, spent: null };
    const code = answer === undefined ? (failure?.code ?? 'LLM_ANSWER') : undefined;
    const { inputTokens = 0, outputTokens = 0, cachedTokens, cost, incomplete } = answer?.usage ?? {};
    const untold = answer?.usage === undefined || incomplete === true ? 1 : undefined;
    this.#accounts.set(model, {
      model, questions: before.questions + 1,
      failures: code === undefined ? before.failures : { ...before.failures, [code]: (before.failures[code] ?? 0) + 1 },
      retries: before.retries + (answer?.tries ?? 1) - 1,
      spent: answer === undefined ? before.spent : addSpending(before.spent, { inputTokens, outputTokens, ...defined({ cachedTokens, cost, answersWithoutUsage: untold }) }),
    });
  }

  #count(purpose: ModelUse['purpose'], isFailure: boolean, usage: { readonly inputTokens: number; readonly outputTokens: number; readonly cachedTokens?: number; readonly cost?: number }, isIncomplete: boolean): void {
    const before = this.#uses.get(purpose) ?? { purpose, questions: 0, failed: 0, spent: null };
    const { inputTokens, outputTokens, cachedTokens, cost } = usage;
    this.#uses.set(purpose, {
      purpose, questions: before.questions + 1, failed: before.failed + (isFailure ? 1 : 0),
      spent: isFailure ? before.spent : addSpending(before.spent, { inputTokens, outputTokens, ...defined({ cachedTokens, cost, answersWithoutUsage: isIncomplete ? 1 : undefined }) }),
    });
  }
}
