import type { Archive, CaseJob, Executor, Json, ParentSelector, Problem } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import type { EvolutionEvents } from '../events.ts';
import { evolve } from '../loop/evolve.ts';
import type { WeightedProposer } from '../loop/propose.ts';
import { seedsOf, type EvolutionRequest } from '../loop/request.ts';
import { MemoryRunLog } from './memory-run-log.ts';

/** Proposals of a rehearsal: fewer than may fail in a row before a run gives up. */
const PROPOSALS = 24;

export interface Rehearsed {
  /** Proposals that were made, with every question to a language model on the way to each. */
  readonly proposals: readonly (readonly EvolutionEvents['model-asked']['exchange'][])[];
  /** Proposals of which a program came. */
  readonly programs: number;
}

/** What of a run takes part: fresh, as the rehearsal fills the archive. */
export interface RehearsalParts {
  readonly request: EvolutionRequest;
  readonly proposer: WeightedProposer;
  readonly archive: Archive;
  readonly selector: ParentSelector;
}

/**
 * Has one proposer write some programs in a run of which nothing is stored: the loop, prompts and the text of every program are real, but no case is run, and scores are made up.
 * The caller puts something in the place of language models.
 */
export async function rehearse({ request, proposer, archive, selector }: RehearsalParts): Promise<Rehearsed> {
  const log = new MemoryRunLog();
  const seeds = seedsOf(request).length;
  // What the engine itself asks models is not rehearsed.
  const { race: _race, novelty: _novelty, stagnation: _stagnation, ...settings } = request.settings;
  const { view } = await evolve({
    settings: { ...settings, programs: seeds + PROPOSALS, proposals: seeds + PROPOSALS, workers: 1, confirm: 0, controls: [], stop: {} },
    problem: standIn(request.problem, archive), seeds: request.seeds ?? [], proposers: [proposer], archive, selector, executor: nobody, log,
    ...(request.brief === undefined ? {} : { brief: request.brief }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const asked = new Map<number, EvolutionEvents['model-asked']['exchange'][]>();
  for (const { type, payload } of log.stored) {
    if (type !== 'model-asked') continue;
    const { ordinal, exchange } = payload as unknown as EvolutionEvents['model-asked'];
    asked.set(ordinal, [...(asked.get(ordinal) ?? []), exchange]);
  }
  const ordinals = Array.from({ length: Math.max(0, view.proposals - seeds) }, (_, index) => seeds + index + 1);
  return {
    proposals: ordinals.map((ordinal) => asked.get(ordinal) ?? []),
    programs: [...view.programs.values()].filter(({ ordinal }) => ordinal > seeds).length,
  };
}

/** Runs no case: every outcome is empty. */
const nobody: Executor = {
  name: 'nobody',
  open: () => Promise.resolve({
    concurrency: 1,
    execute: ({ payload }) => {
      const { case: one } = payload as unknown as CaseJob;
      return Promise.resolve({ outcome: { case: one.id, seed: one.seed, data: null } } as unknown as Json);
    },
    close: () => Promise.resolve(),
  }),
};

/** The problem as far as proposers see it, with made-up scores within the axes of the archive. */
function standIn(problem: Problem, { axes }: Archive): Problem {
  const scored = problem.stages.at(-1);
  const random = createRandom(1);
  const { brief, seeds, descriptors, name, worker } = problem;
  return {
    name, brief, seeds, descriptors, worker, check: (program) => problem.check(program), conditions: () => Promise.resolve({}),
    stages: scored === undefined ? [] : [scored],
    score: () => ({
      value: random.next(), parts: { part: random.next() },
      cases: (scored?.cases ?? []).map(({ id, seed }) => ({ case: id, seed, value: random.next(), parts: { part: random.next() } })),
    }),
    measures: () => Object.fromEntries(descriptors.map((descriptor) => {
      const axis = axes.find((one) => one.descriptor === descriptor);
      return [descriptor, axis === undefined ? 0.5 : axis.low + random.next() * (axis.high - axis.low)];
    })),
  };
}
