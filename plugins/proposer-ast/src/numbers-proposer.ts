import { EvospiceError, type Proposal, type ProposalRequest, type Proposer } from '@evospice/contracts';
import { isTunable, programNumbers, replaceNumbers, sameText } from '@evospice/program-text';
import { perturbed } from './operators/perturb-number.ts';
import { pickSeveral } from './operators/operator.ts';

const attempts = 20;

/**
 * Changes numbers inside evolve blocks, in programs of any language. Numbers with a comment `range low..high` on the same line
 * (in whatever comment signs) are tuned within it; where there are none, any number but 0, 1 and 2 may change.
 */
export class NumbersProposer implements Proposer {
  readonly name = 'numbers';
  readonly parents = 1;

  async propose({ parents, rejections, random }: ProposalRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Proposal> {
    if (signal?.aborted === true) throw failed('the proposal was cancelled', signal.reason);
    const parent = parents[0]?.program;
    if (parent === undefined) throw failed('there is no parent to change');
    const numbers = programNumbers(parent);
    const annotated = numbers.filter(({ range }) => range !== undefined);
    const pool = annotated.length > 0 ? annotated : numbers.filter(isTunable);
    const known = [...parents, ...rejections].flatMap(({ program }) => program ?? []);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const chosen = pickSeveral(pool, random.next() < 0.6 ? 1 : random.integer(2, 3), random);
      const changes = chosen.flatMap((number) => {
        const text = perturbed(number, random);
        return text === undefined ? [] : [{ number, text }];
      });
      const child = replaceNumbers(parent, changes);
      if (changes.length === 0 || known.some((program) => sameText(program, child))) continue;
      const details = { numbers: changes.map(({ number, text }) => `${number.text} -> ${text}`).join('; ') };
      return { ...child, operator: 'perturb-constant', parents: [parent.id], details };
    }
    throw failed('no number of the evolve blocks can change');
  }
}

function failed(message: string, cause?: unknown): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    expected: 'a program with numbers in its evolve blocks', remedy: 'write a comment `range low..high` behind numbers that are worth tuning', ...(cause === undefined ? {} : { cause }),
  });
}
