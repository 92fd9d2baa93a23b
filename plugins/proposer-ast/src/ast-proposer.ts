import { counted, EvospiceError, type ChildVerdict, type ProgramText, type Proposal, type ProposalRequest, type Proposer, type RandomSource } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { parseProgram, type ParsedProgram } from './reading/parse-program.ts';
import { settleBlocks } from './reading/settle-blocks.ts';
import { childFault } from './reading/verify-child.ts';
import type { StrategyBlock } from './library/strategy-block.ts';
import { strategyBlocks } from './library/strategy-blocks.ts';
import type { Donor } from './operators/operator.ts';
import { OperatorChoice } from './operators/operator-choice.ts';
import { operators, type OperatorName } from './operators/operators.ts';
import type { AstProposerOptions } from './options.ts';

/** A program on its way from parent to child. */
interface Draft {
  readonly program: ParsedProgram;
  readonly steps: readonly OperatorName[];
  readonly donors: readonly string[];
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * Writes child programs by operators on the syntax tree: no language model, no network, and the same child for the same
 * request and random. A child always parses, keeps the text around the evolve block, declares every name it uses and
 * differs from the request's parents and rejected programs.
 */
export class AstProposer implements Proposer {
  readonly name = 'ast';
  readonly #options: AstProposerOptions;
  readonly #library: readonly StrategyBlock[];
  readonly #choice: OperatorChoice;

  constructor(options: AstProposerOptions, library: readonly StrategyBlock[] = strategyBlocks) {
    this.#options = options;
    this.#library = library;
    this.#choice = new OperatorChoice(options.weights, options.choose);
  }

  async propose(request: ProposalRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Proposal> {
    if (signal?.aborted === true) throw failed('the proposal was cancelled', [], signal.reason);
    const parent = request.parents[0];
    if (parent === undefined) throw failed('there is no parent to change', []);
    const { entry, files } = parent.program;
    const parsed = parseProgram(mainSource(parent.program));
    if (!parsed.ok) throw failed(`the parent ${parent.program.id} cannot be read: ${parsed.reason}`, []);
    const donors = request.parents.slice(1).flatMap(({ program }): Donor[] => {
      const donor = parseProgram(mainSource(program));
      return donor.ok && program.id !== parent.program.id ? [{ id: program.id, program: donor.program }] : [];
    });
    const known = [...request.parents, ...request.rejections].flatMap(({ program }) => (program === null ? [] : mainSource(program)));

    const faults: string[] = [];
    for (let attempt = 0; attempt < this.#options.attempts; attempt += 1) {
      const draft = this.#draft(parsed.program, donors, request.random, faults);
      if (draft === undefined) continue;
      const fault = childFault(parsed.program, draft.program, known);
      if (fault === undefined) return { entry, files: { ...files, [entry]: draft.program.source }, ...origin(parent.program.id, draft, this.#choice) };
      faults.push(`${draft.steps.join(' + ')}: ${fault}`);
    }
    throw failed(`no child came of ${counted(this.#options.attempts, 'try', 'tries')}`, faults);
  }

  outcome(verdict: ChildVerdict): void {
    this.#choice.hear(verdict);
  }

  #draft(parent: ParsedProgram, donors: readonly Donor[], random: RandomSource, faults: string[]): Draft | undefined {
    let draft: Draft = { program: parent, steps: [], donors: [], details: {} };
    do {
      const name = this.#choice.draw(random);
      const result = operators[name]({ program: draft.program, donors, library: this.#library, random });
      if (result === undefined) {
        faults.push(`${name}: the program offers no place for it`);
        return draft.steps.length === 0 ? undefined : draft;
      }
      const outcome = settleBlocks(result.source, this.#library, random);
      if (!outcome.ok) {
        faults.push(`${name}: ${outcome.reason}`);
        return draft.steps.length === 0 ? undefined : draft;
      }
      draft = { program: outcome.program, steps: [...draft.steps, name], donors: [...draft.donors, ...result.donors], details: merged(draft, result.details) };
    } while (random.next() < this.#options.moreEdits);
    return draft;
  }
}

/** Facts of later operators carry their number, so that none covers an earlier one. */
function merged({ details, steps }: Draft, more: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const suffix = steps.length === 0 ? '' : `-${steps.length + 1}`;
  return { ...details, ...Object.fromEntries(Object.entries(more).map(([key, value]) => [`${key}${suffix}`, value])) };
}

function origin(parent: string, { steps, donors, details: facts }: Draft, choice: OperatorChoice): Omit<Proposal, keyof ProgramText> {
  const [first] = steps;
  const details = { ...facts, ...(first === undefined ? {} : choice.recordOf(first)) };
  return {
    operator: steps[0] ?? 'none',
    parents: [...new Set([parent, ...donors])],
    details: steps.length > 1 ? { operators: steps.join(', '), ...details } : details,
  };
}

function failed(message: string, faults: readonly string[], cause?: unknown): EvospiceError {
  const last = faults.slice(-3);
  return new EvospiceError('PROPOSAL_FAILED', last.length === 0 ? message : `${message}; last: ${last.join('; ')}`, {
    received: faults.length,
    expected: 'a child that parses, declares its names and is new',
    remedy: 'give the program strategy blocks or annotated numbers in its evolve block, or raise attempts',
    ...(cause === undefined ? {} : { cause }),
  });
}
