import type { Program, ProposalDetails } from '@evospice/contracts';
import { median } from '@evospice/toolbox';
import { held } from './held.ts';
import { addSpending, type Spending } from './proposer-tally.ts';

/** What the children of a proposer, or of one of its operators, came to. */
export interface Yield {
  /** Children proposed, those in flight included. */
  readonly programs: number;
  /** Of those, the ones with a score. */
  readonly judged: number;
  /** Of those, the ones that scored more than their first parent. */
  readonly improved: number;
  /** Of those with a score, the ones that the archive took when they were judged. */
  readonly entered: number;
  /** Score minus that of the first parent, of those that improved; null for none. */
  readonly medianGain: number | null;
  readonly bestGain: number | null;
  /** Cases of the problem's stages that were stored for them: a champion's validation is not what finding it cost. */
  readonly cases: number;
  /** What those cases told of their cost, summed. */
  readonly cost: number;
  /** Tokens and money of the language models asked; null where none was. */
  readonly spent: Spending | null;
}

/** What the children came to that an operator made with one language model. */
export interface ModelYield extends Yield {
  /** As the proposals named it in `details.model`. */
  readonly model: string;
}

/** The models in order of their first child; empty where none was asked. */
export interface OperatorYield extends Yield {
  readonly operator: string;
  readonly models: readonly ModelYield[];
}

/** The operators in order of their first child. What a proposer's failed attempts cost is counted with the proposer alone. */
export interface ProposerYield extends Yield {
  readonly proposer: string;
  readonly operators: readonly OperatorYield[];
}

/** Where a child comes from. */
export interface YieldSource extends Pick<Program, 'proposer' | 'operator'> {
  readonly model?: string;
}

interface OperatorCounts {
  readonly whole: Counts;
  readonly models: Map<string, Counts>;
}

interface ProposerCounts {
  readonly whole: Counts;
  readonly operators: Map<string, OperatorCounts>;
}

/** Counts what came of each proposer's and each operator's children. Every event takes the same time; only reading sorts the gains. */
export class YieldTally {
  readonly #proposers = new Map<string, ProposerCounts>();

  /** In order of the first proposal or failure. */
  get yields(): readonly ProposerYield[] {
    return [...this.#proposers].map(([proposer, { whole, operators }]) => ({
      proposer, ...whole.read(),
      operators: [...operators].map(([operator, own]) => ({
        operator, ...own.whole.read(), models: [...own.models].map(([model, counts]) => ({ model, ...counts.read() })),
      })),
    }));
  }

  proposed(source: YieldSource, details: ProposalDetails): void {
    for (const counts of this.#of(source)) counts.proposed(details);
  }

  /** An attempt of which no program came. */
  failed(proposer: string, details: ProposalDetails = {}): void {
    this.#whole(proposer).whole.spend(details);
  }

  /** A case of a child was stored. */
  case(source: YieldSource, cost: number): void {
    for (const counts of this.#of(source)) counts.case(cost);
  }

  /** @param gain null where there is no parent with a score */
  judged(source: YieldSource, { gain, entered }: { readonly gain: number | null; readonly entered: boolean }): void {
    for (const counts of this.#of(source)) counts.judged(gain, entered);
  }

  #whole(proposer: string): ProposerCounts {
    return held(this.#proposers, proposer, () => ({ whole: new Counts(), operators: new Map() }));
  }

  #of({ proposer, operator, model }: YieldSource): readonly Counts[] {
    const { whole, operators } = this.#whole(proposer);
    const own = held(operators, operator, () => ({ whole: new Counts(), models: new Map() }));
    return [whole, own.whole, ...(model === undefined ? [] : [held(own.models, model, () => new Counts())])];
  }
}

class Counts {
  #programs = 0;
  #judged = 0;
  #entered = 0;
  #cases = 0;
  #cost = 0;
  #spent: Spending | null = null;
  /** Of the children that improved. */
  readonly #gains: number[] = [];

  read(): Yield {
    const gains = this.#gains;
    return {
      programs: this.#programs, judged: this.#judged, improved: gains.length, entered: this.#entered,
      medianGain: gains.length === 0 ? null : median(gains),
      bestGain: gains.length === 0 ? null : gains.reduce((best, gain) => Math.max(best, gain)),
      cases: this.#cases, cost: this.#cost, spent: this.#spent,
    };
  }

  proposed(details: ProposalDetails): void {
    this.#programs += 1;
    this.spend(details);
  }

  spend(details: ProposalDetails): void {
    this.#spent = addSpending(this.#spent, details);
  }

  case(cost: number): void {
    this.#cases += 1;
    this.#cost += cost;
  }

  judged(gain: number | null, entered: boolean): void {
    this.#judged += 1;
    if (entered) this.#entered += 1;
    if (gain !== null && gain > 0) this.#gains.push(gain);
  }
}
