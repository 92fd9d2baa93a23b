import { defined, type Exchange } from '@evospice/contracts';
import { addSpending, detailsOfUsage, type Spending } from './proposer-tally.ts';

/** What a run asked of one language model, whatever became of the answers. */
export interface ModelRecord {
  /** As its configuration calls it. */
  readonly model: string;
  /** Questions asked, those without an answer included. */
  readonly questions: number;
  /** Questions that got no answer. */
  readonly failed: number;
  /** Of those, how many failed with which code; left out where none failed. */
  readonly failures?: Readonly<Record<string, number>>;
  /** Requests that were made again on the way to an answer; left out where there were none. */
  readonly retries?: number;
  /** Of the answers; `unpriced` counts those of which no price was told. Null before the first answer. */
  readonly spent: Spending | null;
}

/** The ledger of language models: every question, also those of which no program came. */
export class ModelTally {
  readonly #records = new Map<string, ModelRecord>();

  /** In order of their first question. */
  get records(): readonly ModelRecord[] {
    return [...this.#records.values()];
  }

  asked({ model, answer, failure }: Exchange): void {
    const record = this.#records.get(model) ?? { model, questions: 0, failed: 0, spent: null };
    const code = failure?.code ?? 'LLM_ANSWER';
    const failures = answer === undefined ? { ...record.failures, [code]: (record.failures?.[code] ?? 0) + 1 } : record.failures;
    const retries = (record.retries ?? 0) + (answer?.tries ?? 1) - 1;
    this.#records.set(model, {
      ...defined({ failures, retries: retries || undefined }),
      model, questions: record.questions + 1, failed: record.failed + (answer === undefined ? 1 : 0),
      spent: answer === undefined ? record.spent : addSpending(record.spent, detailsOfUsage(answer.usage)),
    });
  }
}
