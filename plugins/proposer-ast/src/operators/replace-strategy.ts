import MagicString from 'magic-string';
import type { ParsedProgram } from '../reading/parse-program.ts';
import { programBlocks, type ProgramBlock } from '../reading/program-blocks.ts';
import { pick, type Operator } from './operator.ts';

interface Candidate {
  readonly kind: string;
  readonly name: string;
  readonly source: string;
  readonly donor?: string;
}

/** Replaces a block by another of its kind from the library. */
export const swapStrategy: Operator = ({ program, library, random }) => {
  const block = pick(programBlocks(program).filter(({ kind, source }) => library.some((other) => other.kind === kind && other.source !== source)), random);
  const other = block === undefined ? undefined : pick(library.filter(({ kind, source }) => kind === block.kind && source !== block.source), random);
  if (block === undefined || other === undefined) return undefined;
  return { source: replaced(program, [[block, other]]), donors: [], details: { kind: block.kind, from: block.name, to: other.name } };
};

/** Replaces a block by the one of its kind in another elite. */
export const spliceStrategy: Operator = ({ program, donors, random }) => {
  const offers = programBlocks(program).flatMap((block) =>
    donors.flatMap(({ id, program: donor }) =>
      programBlocks(donor).filter(({ kind, source }) => kind === block.kind && source !== block.source).map((other) => ({ block, other, id })),
    ),
  );
  const offer = pick(offers, random);
  if (offer === undefined) return undefined;
  const { block, other, id } = offer;
  return { source: replaced(program, [[block, other]]), donors: [id], details: { kind: block.kind, from: block.name, to: other.name } };
};

/** Takes about half of the differing blocks from one other elite. */
export const crossover: Operator = ({ program, donors, random }) => {
  const mates = donors.flatMap(({ id, program: donor }) => {
    const others = programBlocks(donor);
    const pairs = programBlocks(program).flatMap((block): [ProgramBlock, Candidate][] => {
      const other = others.find(({ kind, source }) => kind === block.kind && source !== block.source);
      return other === undefined ? [] : [[block, other]];
    });
    return pairs.length < 2 ? [] : [{ id, pairs }];
  });
  const mate = pick(mates, random);
  if (mate === undefined) return undefined;
  let taken = mate.pairs.filter(() => random.next() < 0.5);
  if (taken.length === 0) taken = mate.pairs.slice(0, 1);
  return { source: replaced(program, taken), donors: [mate.id], details: { kinds: taken.map(([{ kind }]) => kind).join(', ') } };
};

function replaced(program: ParsedProgram, pairs: readonly (readonly [ProgramBlock, Candidate])[]): string {
  const edit = new MagicString(program.source);
  for (const [block, other] of pairs) edit.overwrite(block.start, block.end, other.source.trimEnd());
  return edit.toString();
}
