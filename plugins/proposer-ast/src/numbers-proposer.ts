import { EvospiceError, type ProgramText, type Proposal, type ProposalRequest, type Proposer } from '@evospice/contracts';
import { evolveBlocks, replaceBlock, sameText, type EvolveBlock } from '@evospice/program-text';
import { perturbed, rangeOf, type TunableNumber } from './operators/perturb-number.ts';
import { pickSeveral } from './operators/operator.ts';

/** A number in a block. */
interface Spot extends TunableNumber {
  readonly block: EvolveBlock;
  /** In the text of the block. */
  readonly start: number;
}

/** A number of its own, not part of a name, another number or a range; and what follows it on its line. */
const numberPattern = /(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])/g;

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
    const spots = evolveBlocks(parent).flatMap(spotsIn);
    const annotated = spots.filter(({ range }) => range !== undefined);
    const pool = annotated.length > 0 ? annotated : spots.filter(({ value }) => ![0, 1, 2].includes(value));
    const known = [...parents, ...rejections].flatMap(({ program }) => program ?? []);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const chosen = pickSeveral(pool, random.next() < 0.6 ? 1 : random.integer(2, 3), random);
      const changes = chosen.flatMap((spot) => {
        const text = perturbed(spot, random);
        return text === undefined ? [] : [{ spot, text }];
      });
      const child = changed(parent, changes);
      if (changes.length === 0 || known.some((program) => sameText(program, child))) continue;
      const numbers = changes.map(({ spot, text }) => `${spot.text} -> ${text}`).join('; ');
      return { ...child, operator: 'perturb-constant', parents: [parent.id], details: { numbers } };
    }
    throw failed('no number of the evolve blocks can change');
  }
}

function spotsIn(block: EvolveBlock): readonly Spot[] {
  return [...block.text.matchAll(numberPattern)].flatMap((match) => {
    const line = block.text.slice(block.text.lastIndexOf('\n', match.index) + 1, match.index);
    // Numbers in the comment itself, or in any other one.
    if (/(?:\/\/|#|--|%|\/\*|\(\*)[^\n]*$/.test(line) && !line.includes('*/')) return [];
    const rest = block.text.slice(match.index + match[0].length).split('\n', 1)[0] ?? '';
    const range = rangeOf(/^[^\w]*?(?:\/\/|#|--|%|\/\*|\(\*)\s*(range\s+\S+)/.exec(rest)?.[1] ?? '');
    return [{ block, start: match.index, text: match[0], value: Number(match[0]), range }];
  });
}

function changed({ entry, files }: ProgramText, changes: readonly { readonly spot: Spot; readonly text: string }[]): ProgramText {
  let program: ProgramText = { entry, files };
  // From the end to the beginning, so that what is still to be changed stays where it is.
  const ordered = [...changes].sort((a, b) => b.spot.block.start + b.spot.start - (a.spot.block.start + a.spot.start));
  for (const { spot, text } of ordered) {
    const { block, start } = spot;
    const now = evolveBlocks(program).find((other) => other.file === block.file && other.line === block.line) as EvolveBlock;
    program = replaceBlock(program, now, now.text.slice(0, start) + text + now.text.slice(start + spot.text.length));
  }
  return program;
}

function failed(message: string, cause?: unknown): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    expected: 'a program with numbers in its evolve blocks', remedy: 'write a comment `range low..high` behind numbers that are worth tuning', ...(cause === undefined ? {} : { cause }),
  });
}
