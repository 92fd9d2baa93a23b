import {
  EvospiceError, defined, describeError, type Archive, type ArchiveView, type EvaluatedProgram, type FailedAttempt, type ParentSelector, type Problem, type Program, type ProgramText, type Proposal,
  type ProposalDetails, type ProposalRequest, type Proposer, type RandomSource,
} from '@evospice/contracts';
import { programHash } from '@evospice/program-text';
import { createRandom, rouletteIndex } from '@evospice/toolbox';
import { PROPOSAL, SEED, type RejectionRecord } from '../events.ts';
import { ordinalOf, programId } from '../view/program-id.ts';
import { isProposerTrouble } from '../view/proposer-tally.ts';
import type { RunView } from '../view/run-view.ts';
import type { Journal } from './journal.ts';

/** Rejections that a proposer is told of: the run's newest, and the newest of each parent's children. */
const TOLD_REJECTIONS = 20;
const TOLD_OF_EACH_PARENT = 5;

/** Times that a selector is asked again when a proposer wants more different parents than it gave. */
const MOST_DRAWS = 16;

/** Draws per seed for more ordinals than any run has; the product with the largest seed is still a safe integer. */
const ORDINALS_PER_SEED = 2 ** 22;

export interface WeightedProposer {
  readonly proposer: Proposer;
  /** What records call it; its own name when left out. */
  readonly name?: string;
  /** Chance of being asked, relative to the others' weights; greater than 0. */
  readonly weight: number;
}

export interface ProposalParts {
  readonly proposers: readonly WeightedProposer[];
  readonly archive: Archive;
  readonly selector: ParentSelector;
  readonly journal: Journal;
  /** Seed of the run. */
  readonly seed: number;
  /** Elites handed over to a proposer that does not say how many it wants. */
  readonly parents: number;
  readonly problem: Problem;
  /** What the run is about, before the problem's own goal. */
  readonly brief?: string | undefined;
  readonly signal: AbortSignal;
}

export type ProposalOutcome =
  | { readonly program: Program; readonly details: ProposalDetails; readonly island?: number; readonly settled: number }
  | { readonly failed: RejectionRecord; readonly error: unknown };

/** A seed program, as it enters the run. */
export function seedProgram(ordinal: number, { entry, files }: ProgramText): Program {
  return { id: programId(ordinal), entry, files, parents: [], proposer: SEED, operator: SEED, hash: programHash({ entry, files }), generation: 0 };
}

/**
 * Asks a proposer for the program with this place in the order of proposals.
 *
 * All chance comes from the run's seed and the ordinal, and parents from the archive as it is: nothing is carried from one
 * proposal to the next, so a run that was cut off goes on as if it had not been.
 */
export async function propose(ordinal: number, parts: ProposalParts): Promise<ProposalOutcome> {
  const { journal, signal } = parts;
  const { view } = journal;
  const { forParents, forProposer, rest } = streamsOf(parts.seed, ordinal);
  const { proposer, name = proposer.name } = choose(parts.proposers, forProposer);
  const island = islandFor(ordinal, parts.archive);
  const settled = view.settled.length;
  const request: ProposalRequest = {
    parents: parts.archive.size === 0 ? [] : chooseParents(parts, { proposer, island, random: forParents }),
    ...defined({ blank: parts.archive.size === 0 ? parts.problem.blank : undefined }),
    rejections: newest(view, TOLD_REJECTIONS, ({ program, code }) => program !== null || !isProposerTrouble(code)),
    problem: parts.problem.brief,
    brief: briefOf(parts),
    random: rest.split(),
  };
  let proposal: Proposal;
  let spent: ProposalDetails | undefined;
  try {
    proposal = await proposer.propose(request, {
      signal,
      spent: (details) => { spent = details; },
      exchanged: (exchange) => journal.write('model-asked', { ordinal, proposer: name, exchange }),
      keep: (memory) => journal.write('memory-kept', { ordinal, proposer: name, memory }),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    const code = EvospiceError.is(error) ? error.code : 'PROPOSER_ERROR';
    return { error, failed: { program: null, proposer: name, stage: PROPOSAL, code, reason: describeError(error), ordinal, ...defined({ details: spent }) } };
  }
  const { entry, files, operator, details } = proposal;
  const used = proposal.parents.flatMap((id) => view.programs.get(id)?.program ?? []);
  const generation = 1 + Math.max(-1, ...used.map((parent) => parent.generation));
  const program: Program = {
    id: programId(ordinal), entry, files, parents: used.map(({ id }) => id), proposer: name, operator, hash: programHash({ entry, files }), generation,
  };
  return { program, details, settled, ...defined({ island }) };
}

/** Who is asked for the program with this place: it follows from seed and place alone. */
export function proposerFor(proposers: readonly WeightedProposer[], seed: number, ordinal: number): WeightedProposer {
  return choose(proposers, streamsOf(seed, ordinal).forProposer);
}

/** Independent chance for what one proposal draws; `rest` gives the proposer's own. */
function streamsOf(seed: number, ordinal: number): { readonly forParents: RandomSource; readonly forProposer: RandomSource; readonly rest: RandomSource } {
  const rest = proposalRandom(seed, ordinal);
  const [forParents, forProposer] = [rest.split(), rest.split()];
  return { forParents, forProposer, rest };
}

/** The generator of one proposal. */
function proposalRandom(seed: number, ordinal: number): RandomSource {
  return createRandom(seed * ORDINALS_PER_SEED + ordinal);
}

interface ParentChoice {
  readonly proposer: Proposer;
  readonly island: number | undefined;
  readonly random: RandomSource;
}

/** Islands take turns; one on which nobody lives is passed over. Undefined where there are none. */
function islandFor(ordinal: number, { islands = [] }: Archive): number | undefined {
  for (let step = 0; step < islands.length; step += 1) {
    const island = (ordinal + step) % islands.length;
    if ((islands[island]?.size ?? 0) > 0) return island;
  }
  return undefined;
}

/**
 * Different elites, the first chosen first. A proposer that says how many it wants gets as many while the archive holds them: if the
 * selector repeats itself it is asked again. Otherwise there are fewer when the choice repeats itself.
 */
function chooseParents({ archive: whole, selector, journal: { view }, parents }: ProposalParts, { proposer, island, random }: ParentChoice): readonly EvaluatedProgram[] {
  const archive: ArchiveView = (island === undefined ? undefined : whole.islands?.[island]) ?? whole;
  const wanted = proposer.parents ?? parents;
  const select = (count: number): readonly string[] =>
    selector.select({ archive, count, random, children: (id) => view.children(id), ordinal: ordinalOf }).map(({ id }) => id);
  // Somebody wants to see this one's children.
  const ids = new Set([...(view.focus === null ? [] : [view.focus]), ...select(wanted)]);
  const enough = proposer.parents === undefined ? 0 : Math.min(wanted, archive.size);
  for (let draws = 0; ids.size < enough && draws < MOST_DRAWS; draws += 1) for (const id of select(enough - ids.size)) ids.add(id);
  return [...ids].slice(0, wanted).map((id) => {
    const record = view.programs.get(id);
    if (record?.verdict === undefined) throw new EvospiceError('EVOLUTION_EVENTS', `the archive offers program ${id}, which was never judged`, { received: id });
    const { score, measures, digest } = record.verdict;
    const failedChildren = newest(view, TOLD_OF_EACH_PARENT, ({ program }) => view.programs.get(program ?? '')?.program.parents[0] === id);
    return { program: record.program, score, measures, ...defined({ digest, failedChildren: failedChildren.length === 0 ? undefined : failedChildren }) };
  });
}

/** The newest rejections of a kind, newest last. That a service was out of reach is nothing to learn from. */
function newest({ rejections, programs }: RunView, count: number, isWanted: (rejection: RejectionRecord) => boolean): readonly FailedAttempt[] {
  const found: FailedAttempt[] = [];
  for (let index = rejections.length - 1; index >= 0 && found.length < count; index -= 1) {
    const rejection = rejections[index] as RejectionRecord;
    if (rejection.excused === true || !isWanted(rejection)) continue;
    const { program: id, code, reason } = rejection;
    const program = id === null ? undefined : programs.get(id)?.program;
    found.unshift({ program: program ?? null, code, reason, ...(program === undefined ? {} : { id: program.id, parents: program.parents }) });
  }
  return found;
}

/** What the run is about, in plain words for a prompt. Follows from stored events, so it is the same after a resumption. */
function briefOf({ problem, brief, journal: { view } }: ProposalParts): string {
  const best = view.champion === null ? 'No program has a score yet.' : `Best score so far: ${view.champion.verdict.score.value.toPrecision(5)}.`;
  const notes = view.notes.map((note) => `A note from the person in charge: ${note}`);
  return [...(brief === undefined ? [] : [brief]), problem.brief.goal, best, ...(view.course.text === '' ? [] : [view.course.text]), ...notes].join('\n');
}

function choose(proposers: readonly WeightedProposer[], random: RandomSource): WeightedProposer {
  return proposers[rouletteIndex(proposers.map(({ weight }) => weight), random)] as WeightedProposer;
}
