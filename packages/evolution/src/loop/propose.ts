import {
  EvospiceError, describeError, type Archive, type EvaluatedProgram, type ParentSelector, type Program, type ProgramText, type Proposal, type ProposalRequest, type Proposer,
  type RandomSource,
} from '@evospice/contracts';
import { programHash } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import type { EvolutionEvents } from '../events.ts';
import { programId } from '../view/program-id.ts';
import type { RunView } from '../view/run-view.ts';

/** Rejections that a proposer is shown. */
const SHOWN_REJECTIONS = 5;

/** Draws per seed for more ordinals than any run has; the product with the largest seed is still a safe integer. */
const ORDINALS_A_SEED = 2 ** 22;

export interface WeightedProposer {
  readonly proposer: Proposer;
  /** Chance of being asked, relative to the others' weights; greater than 0. */
  readonly weight: number;
}

export interface ProposalParts {
  readonly proposers: readonly WeightedProposer[];
  readonly archive: Archive;
  readonly selector: ParentSelector;
  readonly view: RunView;
  /** Seed of the run. */
  readonly seed: number;
  /** Elites handed over. */
  readonly parents: number;
  readonly brief: string;
  readonly signal: AbortSignal;
}

export type ProposalOutcome =
  | { readonly program: Program; readonly details: Readonly<Record<string, string | number>> }
  | { readonly failed: EvolutionEvents['program-rejected'] };

/** A seed program, as it enters the run. */
export function seedProgram(ordinal: number, { entry, files }: ProgramText): Program {
  return { id: programId(ordinal), entry, files, parents: [], proposer: 'seed', operator: 'seed', hash: programHash({ entry, files }), generation: 0 };
}

/**
 * Asks a proposer for the program with this place in the order of proposals.
 *
 * All chance comes from the run's seed and the ordinal, and parents from the archive as it stands: nothing is carried from one
 * proposal to the next, so a run that was cut off goes on as if it had not been.
 */
export async function propose(ordinal: number, parts: ProposalParts): Promise<ProposalOutcome> {
  const { view, signal } = parts;
  const random = proposalRandom(parts.seed, ordinal);
  const parents = sampleParents(parts, random.split());
  const { proposer } = choose(parts.proposers, random.split());
  const request: ProposalRequest = {
    parents,
    rejections: view.rejections.slice(-SHOWN_REJECTIONS).map(({ program, code, reason }) => ({ program: textOf(view, program), code, reason })),
    brief: parts.brief,
    random: random.split(),
  };
  let proposal: Proposal;
  try {
    proposal = await proposer.propose(request, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const code = EvospiceError.is(error) ? error.code : 'PROPOSER_ERROR';
    return { failed: { program: null, proposer: proposer.name, stage: 'proposal', code, reason: describeError(error), ordinal } };
  }
  const { entry, files, operator, details } = proposal;
  const used = proposal.parents.flatMap((id) => view.programs.get(id)?.program ?? []);
  const generation = 1 + Math.max(-1, ...used.map((parent) => parent.generation));
  const program: Program = {
    id: programId(ordinal), entry, files, parents: used.map(({ id }) => id), proposer: proposer.name, operator, hash: programHash({ entry, files }), generation,
  };
  return { program, details };
}

function textOf(view: RunView, id: string | null): ProgramText | null {
  return (id === null ? undefined : view.programs.get(id)?.program) ?? null;
}

/** The generator of one proposal. */
export function proposalRandom(seed: number, ordinal: number): RandomSource {
  return createRandom(seed * ORDINALS_A_SEED + ordinal);
}

/** Different elites, the first drawn first. Fewer than asked for when the draws repeat themselves or the archive holds fewer. */
function sampleParents({ archive, selector, view, parents }: ProposalParts, random: RandomSource): readonly EvaluatedProgram[] {
  const children = (id: string): number => [...view.programs.values()].filter(({ program }) => program.parents.includes(id)).length;
  const ordinal = (id: string): number => view.programs.get(id)?.ordinal ?? 0;
  const ids = new Set(selector.select({ archive, count: parents, random, children, ordinal }).map(({ id }) => id));
  return [...ids].map((id) => {
    const record = view.programs.get(id);
    if (record?.verdict === undefined) throw new EvospiceError('EVOLUTION_EVENTS', `the archive offers program ${id}, which was never evaluated`, { received: id });
    return { program: record.program, score: record.verdict.score, measures: record.verdict.measures };
  });
}

function choose(proposers: readonly WeightedProposer[], random: RandomSource): WeightedProposer {
  const total = proposers.reduce((sum, { weight }) => sum + weight, 0);
  let rest = random.next() * total;
  for (const candidate of proposers) {
    rest -= candidate.weight;
    if (rest < 0) return candidate;
  }
  // Rounding can leave a rest of zero after the last.
  return proposers.at(-1) as WeightedProposer;
}
