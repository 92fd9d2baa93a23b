import type { FailedAttempt, ProgramText, ProposalRequest } from '@evospice/contracts';
import type { MutationKind } from './mutation-kind.ts';

/** Turned away for what they are, not for an error in them. */
const withoutError: ReadonlySet<string> = new Set(['PROGRAM_DUPLICATE', 'PROGRAM_NOT_NOVEL', 'PROGRAM_OUTSIDE_BLOCK', 'RACE_LOST']);

/** A failed child whose text and lineage are known. */
type FailedChild = FailedAttempt & { readonly program: ProgramText; readonly id: string; readonly parents: readonly string[] };

export const repair: MutationKind<'repair'> = {
  name: 'repair',
  parents: 1,
  assign(request, taken) {
    const failure = failedChildren(request).findLast(({ id }) => !taken.has(id));
    if (failure === undefined) return undefined;
    return { base: failure.program, parents: failure.parents, failure, details: { repaired: failure.id } };
  },
};

/** Children with an error, oldest first. A seed program is its author's to repair: it has no parent to be judged against. */
function failedChildren({ rejections, parents }: ProposalRequest): readonly FailedChild[] {
  const all = [...rejections, ...parents.flatMap(({ failedChildren: own = [] }) => own)];
  const children = all.filter((one): one is FailedChild => one.program !== null && one.id !== undefined && (one.parents?.length ?? 0) > 0 && !withoutError.has(one.code));
  return [...new Map(children.map((child) => [child.id, child])).values()].toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
}
