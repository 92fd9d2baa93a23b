import type { Program, ProgramText, Rejection } from '@evospice/contracts';
import { shinglesOf, similarity } from '@evospice/program-text';
import { engineStages } from '../events.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import type { RunView } from '../view/run-view.ts';

/** Shingles of texts seen before; a text goes when nobody holds it any more. */
const known = new WeakMap<ProgramText, ReadonlySet<number>>();

/**
 * Why a child is too much like a program before it; undefined when it is not. Compared are all programs that were run or are being run, whatever became of
 * them, and of equally near ones the first is named. Seeds are welcome however much alike.
 */
export function checkNovelty(program: Program, { view, novelty }: { readonly view: RunView; readonly novelty?: EvolutionSettings['novelty'] }): Rejection | undefined {
  if (novelty === undefined || program.parents.length === 0) return undefined;
  const own = shinglesFor(program);
  let nearest: { readonly id: string; readonly alike: number } | undefined;
  for (const other of view.programs.values()) {
    if (other.program.id === program.id || (other.rejection !== undefined && (engineStages.includes(other.rejection.stage) || other.rejection.excused === true))) continue;
    const alike = similarity(own, shinglesFor(other.program));
    if (alike > (nearest?.alike ?? 0)) nearest = { id: other.program.id, alike };
  }
  if (nearest === undefined || nearest.alike < novelty.similarity) return undefined;
  return { stage: 'novelty', code: 'PROGRAM_NOT_NOVEL', reason: `${(100 * nearest.alike).toFixed(1)} % alike with ${nearest.id}, and ${100 * novelty.similarity} % is too much` };
}

function shinglesFor(program: ProgramText): ReadonlySet<number> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const shingles = shinglesOf(program);
  known.set(program, shingles);
  return shingles;
}
