import type { ChildVerdict, Proposer } from '@evospice/contracts';
import { gainOf } from '../view/gain.ts';
import type { ProgramRecord, RunView } from '../view/run-view.ts';
import type { WeightedProposer } from './propose.ts';

/** Tells proposers what became of their children. */
export class Feedback {
  readonly #listeners: ReadonlyMap<string, Proposer>;
  readonly #view: RunView;

  constructor(proposers: readonly WeightedProposer[], view: RunView) {
    const listening = proposers.filter(({ proposer }) => proposer.outcome !== undefined);
    this.#listeners = new Map(listening.map(({ proposer, name = proposer.name }) => [name, proposer]));
    this.#view = view;
  }

  /** Everything that the stored run tells of: what proposers had learnt when it was cut off. */
  replay(): void {
    if (this.#listeners.size > 0) for (const id of this.#view.settled) this.settled(id);
  }

  /** A program was judged or turned away. */
  settled(id: string): void {
    const record = this.#view.programs.get(id);
    if (record !== undefined) this.#listeners.get(record.program.proposer)?.outcome?.(this.#verdictOf(record));
  }

  #verdictOf(record: ProgramRecord): ChildVerdict {
    const { program, details, verdict, rejection } = record;
    const gain = gainOf(record, this.#view.programs);
    return {
      program, details,
      ...(verdict === undefined ? {} : { judged: { score: verdict.score, status: verdict.archive.status, gain } }),
      ...(rejection === undefined ? {} : { rejection: { stage: rejection.stage, code: rejection.code, reason: rejection.reason } }),
    };
  }
}
