import { defined, type ChildVerdict, type Proposer } from '@evospice/contracts';
import { gainOf } from '../view/gain.ts';
import type { ProgramRecord, RunView } from '../view/run-view.ts';
import type { WeightedProposer } from './propose.ts';

/** Tells proposers what became of their children, and what they knew. */
export class Feedback {
  readonly #proposers: ReadonlyMap<string, Proposer>;
  readonly #view: RunView;

  constructor(proposers: readonly WeightedProposer[], view: RunView) {
    const listening = proposers.filter(({ proposer }) => proposer.outcome !== undefined || proposer.remember !== undefined);
    this.#proposers = new Map(listening.map(({ proposer, name = proposer.name }) => [name, proposer]));
    this.#view = view;
  }

  /** Everything that the stored run tells of, in its order: what proposers had learnt when it was cut off. */
  replay(): void {
    if (this.#proposers.size === 0) return;
    const { settled, memories } = this.#view;
    let next = 0;
    for (let count = 0; count <= settled.length; count += 1) {
      for (; memories[next]?.settled === count; next += 1) {
        const { proposer, memory } = memories[next]!;
        this.#proposers.get(proposer)?.remember?.(memory);
      }
      if (count < settled.length) this.settled(settled[count]!);
    }
  }

  /** A program was judged or turned away. */
  settled(id: string): void {
    const record = this.#view.programs.get(id);
    if (record !== undefined) this.#proposers.get(record.program.proposer)?.outcome?.(this.#verdictOf(record));
  }

  #verdictOf(record: ProgramRecord): ChildVerdict {
    const { program, details, verdict, rejection } = record;
    const { programs } = this.#view;
    return {
      program, details,
      ...defined({
        parent: programs.get(program.parents[0] ?? '')?.program,
        judged: verdict && { score: verdict.score, status: verdict.archive.status, gain: gainOf(record, programs) },
        rejection: rejection && { stage: rejection.stage, code: rejection.code, reason: rejection.reason },
      }),
    };
  }
}
