import { defined, faultOf, type CompletionUsage, type ProposalDetails } from '@evospice/contracts';

/** What a proposer's children cost, as far as services told it. */
export interface Spending {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens: number;
  /** Answers of which a service did not tell all tokens: with any, the sums are lower bounds. */
  readonly answersWithoutUsage: number;
  /** US dollars; left out where no service told a price. */
  readonly cost?: number;
  /** Proposals of which no price was told: with any, `cost` is a lower bound. */
  readonly unpriced: number;
}

/** What a run knows of one proposer. */
export interface ProposerRecord {
  readonly name: string;
  /** Programs that it wrote. */
  readonly programs: number;
  /** Proposals of which no program came. */
  readonly failed: number;
  /** Why the proposer itself, or a service that it asks, did not work; null once it has written a program, or the run was taken up again. */
  readonly trouble: { readonly code: string; readonly reason: string; readonly times: number } | null;
  /** Null for a proposer that asks no language model. */
  readonly spent: Spending | null;
}

/** Failures in a row from which on a proposer that did write programs is taken to be out of work. */
const MANY_FAILURES = 3;

/** A proposer reports `PROPOSAL_FAILED` when no program came of an attempt; any other code says that it cannot work. */
export function isProposerTrouble(code: string): boolean {
  return code !== 'PROPOSAL_FAILED';
}

/** Whether a proposer has ended without work: it never wrote a program, was refused, or has failed again and again since its last one. */
export function isOutOfWork({ programs, trouble }: ProposerRecord): boolean {
  return trouble !== null && (programs === 0 || faultOf(trouble.code) === 'usage' || trouble.times >= MANY_FAILURES);
}

/** Counts what came of each proposer's attempts. */
export class ProposerTally {
  readonly #records = new Map<string, ProposerRecord>();

  /** In order of their first proposal. */
  get records(): readonly ProposerRecord[] {
    return [...this.#records.values()];
  }

  wrote(name: string, details: ProposalDetails): void {
    const record = this.#of(name);
    this.#records.set(name, { ...record, programs: record.programs + 1, trouble: null, spent: addSpending(record.spent, details) });
  }

  failed(name: string, { code, reason, details = {} }: { readonly code: string; readonly reason: string; readonly details?: ProposalDetails }): void {
    const record = this.#of(name);
    const trouble = isProposerTrouble(code) ? { code, reason, times: (record.trouble?.times ?? 0) + 1 } : record.trouble;
    this.#records.set(name, { ...record, failed: record.failed + 1, trouble, spent: addSpending(record.spent, details) });
  }

  /** The run was taken up again: what did not work may have been mended. */
  resumed(): void {
    for (const [name, record] of this.#records) this.#records.set(name, { ...record, trouble: null });
  }

  #of(name: string): ProposerRecord {
    return this.#records.get(name) ?? { name, programs: 0, failed: 0, trouble: null, spent: null };
  }
}

/** What a service told of one answer, as details that can be added; undefined where it told nothing. */
export function detailsOfUsage(usage: CompletionUsage | undefined): ProposalDetails {
  if (usage === undefined) return { answersWithoutUsage: 1 };
  const { inputTokens, outputTokens, cachedTokens, cost, incomplete } = usage;
  return { inputTokens, outputTokens, ...defined({ cachedTokens, cost, answersWithoutUsage: incomplete === true ? 1 : undefined }) };
}

/** Adds what a proposal says of its cost; what it says nothing of stays as it was. */
export function addSpending(before: Spending | null, details: ProposalDetails): Spending | null {
  const read = (name: string): number | undefined => (typeof details[name] === 'number' ? details[name] : undefined);
  const [inputTokens, outputTokens, answersWithoutUsage] = [read('inputTokens'), read('outputTokens'), read('answersWithoutUsage')];
  if (inputTokens === undefined && outputTokens === undefined && answersWithoutUsage === undefined) return before;
  const cost = read('cost');
  return {
    inputTokens: (before?.inputTokens ?? 0) + (inputTokens ?? 0),
    outputTokens: (before?.outputTokens ?? 0) + (outputTokens ?? 0),
    cachedTokens: (before?.cachedTokens ?? 0) + (read('cachedTokens') ?? 0),
    answersWithoutUsage: (before?.answersWithoutUsage ?? 0) + (answersWithoutUsage ?? 0),
    unpriced: (before?.unpriced ?? 0) + (cost === undefined ? 1 : 0),
    ...defined({ cost: cost === undefined && before?.cost === undefined ? undefined : (before?.cost ?? 0) + (cost ?? 0) }),
  };
}
