import type { CompletionUsage, Exchange } from '@evospice/contracts';
import type { EvolutionEvents, Purpose } from '../events.ts';
import { addSpending, detailsOfUsage, type Spending } from './proposer-tally.ts';

/** What a model was asked for besides proposals, and what that cost. */
export interface ModelUse {
  readonly purpose: Purpose | 'embedding';
  readonly questions: number;
  /** Of those, the ones without an answer. */
  readonly failed: number;
  /** Null where services told nothing. */
  readonly spent: Spending | null;
}

/** What models were asked on the way, and what is kept of their answers. */
export class ModelFold {
  exchanges = 0;
  readonly #uses = new Map<string, ModelUse>();
  /** Of programs in flight. */
  readonly #exchanges = new Map<string, Exchange>();
  readonly #embedded = new Map<string, EvolutionEvents['program-embedded']>();

  get uses(): readonly ModelUse[] {
    return [...this.#uses.values()];
  }

  asked({ ordinal, purpose, exchange }: EvolutionEvents['model-asked']): void {
    this.exchanges += 1;
    if (purpose === undefined) return;
    this.#exchanges.set(`${ordinal} ${purpose}`, exchange);
    this.#count(purpose, exchange.answer === undefined, exchange.answer?.usage);
  }

  embedded(payload: EvolutionEvents['program-embedded']): void {
    this.#embedded.set(payload.program, payload);
    this.#count('embedding', payload.failure !== undefined, payload.usage && { ...payload.usage, outputTokens: 0 });
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

  #count(purpose: ModelUse['purpose'], isFailure: boolean, usage: CompletionUsage | undefined): void {
    const before = this.#uses.get(purpose) ?? { purpose, questions: 0, failed: 0, spent: null };
    this.#uses.set(purpose, {
      purpose, questions: before.questions + 1, failed: before.failed + (isFailure ? 1 : 0), spent: isFailure ? before.spent : addSpending(before.spent, detailsOfUsage(usage)),
    });
  }
}
