import type { Program, ProgramText } from '@evospice/contracts';
import { shinglesOf, similarity } from '@evospice/program-text';

/** A program run before, and how much it is like another. */
export interface Neighbour {
  readonly program: Program;
  /** 1 for the same. */
  readonly alike: number;
}

/** Shingles of texts seen before; a text goes when nobody holds it any more. */
const known = new WeakMap<ProgramText, ReadonlySet<number>>();

/** The nearest first by the share of token sequences in common; of equally near ones the first stays first. */
export function nearestTexts(program: Program, others: readonly Program[]): readonly Neighbour[] {
  const own = shinglesFor(program);
  return others.map((other) => ({ program: other, alike: similarity(own, shinglesFor(other)) })).toSorted((a, b) => b.alike - a.alike);
}

function shinglesFor(program: ProgramText): ReadonlySet<number> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const shingles = shinglesOf(program);
  known.set(program, shingles);
  return shingles;
}
