import { EvospiceError, type ChildVerdict, type EvaluatedProgram, type Proposal, type ProposalRequest, type Proposer } from '@evospice/contracts';
import type { ConstantsOptions } from './options.ts';
import { beginTuning, childOf, tuningName, tuningOf, type Tuning } from './search/tuning.ts';

/**
 * Tunes the numbers of one program after another by CMA-ES: each child is one point of a search and is judged like any other program; its
 * score is what the search is told. A search goes on until it has converged or no longer pays; then it is the turn of the best program that was not
 * tuned yet. A search that paid is followed by one from its best child, over numbers drawn anew.
 *
 * All that it knows follows from the verdicts on its children and the request, so a resumed run goes on as if it had not been interrupted.
 */
export class ConstantsProposer implements Proposer {
  readonly name = 'constants';
  readonly tunesNumbers = true;
  readonly parents: number;
  readonly #options: ConstantsOptions;
  /** In the order in which they began. */
  readonly #tunings = new Map<string, Tuning>();
  /** Searches from a program. */
  readonly #begun = new Map<string, number>();
  /** The search of each child, and the best child of each search that paid. */
  readonly #children = new Map<string, string>();
  readonly #best = new Map<string, string>();

  constructor(options: ConstantsOptions) {
    this.#options = options;
    this.parents = options.elites;
  }

  async propose(request: ProposalRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Proposal> {
    if (signal?.aborted === true) throw failed('the proposal was cancelled', signal.reason);
    const forStart = request.random.split();
    const tuning = [...this.#tunings.values()].find(({ search }) => !search.done) ?? this.#begin(request, forStart);
    const { child, details } = childOf(tuning, tuning.search.ask(request.random));
    if (details['constants'] === '') throw failed(`the numbers of ${tuning.root} have no other values near by`);
    return { ...child, operator: 'tune-constants', parents: [tuning.root], details };
  }

  outcome(verdict: ChildVerdict): void {
    const told = tuningOf(verdict, this.#options);
    if (told === undefined) return;
    const name = tuningName(told);
    const { search } = this.#tunings.get(name) ?? this.#keep(told);
    this.#children.set(verdict.program.id, name);
    if (search.tell(told.values, verdict.judged?.score.value ?? null)) this.#best.set(name, verdict.program.id);
  }

  /** A search from the best program that was tuned least. */
  #begin({ parents }: ProposalRequest, random: ProposalRequest['random']): Tuning {
    const ordered = parents.toSorted((a, b) => this.#tuned(a) - this.#tuned(b) || b.score.value - a.score.value);
    for (const parent of ordered) {
      const tuning = beginTuning(parent, { most: this.#options.constants, limits: this.#options, random });
      if (tuning !== undefined && !this.#tunings.has(tuningName(tuning))) return this.#keep(tuning);
    }
    throw failed(`${parents.length === 1 ? 'the program has' : `none of ${parents.length} programs has`} numbers that were not tuned yet`);
  }

  #keep(tuning: Tuning): Tuning {
    this.#tunings.set(tuningName(tuning), tuning);
    this.#begun.set(tuning.root, (this.#begun.get(tuning.root) ?? 0) + 1);
    return tuning;
  }

  /** How often a program was tuned: the children of a search were, but for the best of one that paid. */
  #tuned({ program: { id } }: EvaluatedProgram): number {
    const search = this.#children.get(id);
    return (this.#begun.get(id) ?? 0) + (search === undefined || this.#best.get(search) === id ? 0 : 1);
  }
}

function failed(message: string, cause?: unknown): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    expected: 'a program with numbers in its evolve blocks', remedy: 'write a comment `range low..high` behind numbers that are worth tuning, or give other proposers a part',
    ...(cause === undefined ? {} : { cause }),
  });
}
