import type { Archive, EmbeddingModel, Executor, Json, LanguageModel, Logger, ParentSelector, Problem, ProgramText, RunLog } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import { programHash } from '@evospice/program-text';
import type { Steering } from '../events.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import { gradeNames } from '../settings/feedback-settings.ts';
import type { RunView } from '../view/run-view.ts';
import type { EventSink } from './journal.ts';
import type { WeightedProposer } from './propose.ts';

/** Everything an evolution needs; the caller made the parts and closes the problem, the log and the reporters. */
export interface EvolutionRequest {
  readonly settings: EvolutionSettings;
  readonly problem: Problem;
  /** Programs to begin with besides those of the problem; texts that are there already are left out. */
  readonly seeds?: readonly ProgramText[];
  /** At least one. */
  readonly proposers: readonly WeightedProposer[];
  /** Empty: what the run has stored is put into it. Its axes must be measured by the problem. */
  readonly archive: Archive;
  /** Chooses parents among the archive's elites. */
  readonly selector: ParentSelector;
  readonly executor: Executor;
  /** Models that the settings ask for, by what they are for. */
  readonly models?: { readonly embedding?: EmbeddingModel; readonly judge?: LanguageModel; readonly feedback?: LanguageModel };
  /** Empty for a new run; with events, the run they tell of is taken up where it ended. */
  readonly log: RunLog;
  readonly reporters?: readonly EventSink[];
  /** What the run is about, for prompts, before the problem's own goal. */
  readonly brief?: string;
  /** Versions of what took part, for the record. */
  readonly versions?: Readonly<Record<string, string>>;
  /** What else decides over the run, by name, such as options and code of plugins: compared on resumption. */
  readonly conditions?: Readonly<Record<string, Json>>;
  readonly logger?: Logger;
  /** Called once it is settled that the run begins or may go on, before anything is done. */
  readonly onBegin?: () => Promise<void>;
  /** Milliseconds since some moment, for the rule `stop.seconds`. */
  readonly now?: () => number;
  /**
   * Hands on what somebody outside tells the run; called once, before the first program. What `steer` returns resolves when it is stored, and is refused with
   * EvospiceError `USAGE_PROGRAM` for a program that was never judged.
   * @returns ends the connection
   */
  readonly steering?: (steer: (steering: Steering) => Promise<void>) => () => void;
  /** Ends the run early; it can be taken up again. */
  readonly signal?: AbortSignal;
}

export interface EvolutionSummary {
  /** `cancelled` when `signal` ended it. */
  readonly ended: 'finished' | 'cancelled';
  /** Everything that the run has stored. */
  readonly view: RunView;
}

/** Proposers under names that tell them apart: of two with one name the second gets a number. */
export function distinct(proposers: readonly WeightedProposer[]): readonly WeightedProposer[] {
  const taken = new Set<string>();
  return proposers.map(({ proposer, weight }) => {
    let name = proposer.name;
    for (let number = 2; taken.has(name); number += 1) name = `${proposer.name}-${number}`;
    taken.add(name);
    return { proposer, name, weight };
  });
}

/** Programs to begin with, in their order: the problem's as they are, and each other text once. */
export function seedsOf({ problem, seeds = [] }: Pick<EvolutionRequest, 'problem' | 'seeds'>): readonly ProgramText[] {
  const known = new Set(seeds.length === 0 ? [] : problem.seeds.map(programHash));
  const others = seeds.filter((program) => {
    const key = programHash(program);
    return !known.has(key) && known.add(key);
  });
  return [...problem.seeds, ...others];
}

/** @throws EvospiceError `EVOLUTION_REQUEST` for parts that cannot make a run. */
export function checkRequest({ settings, problem, proposers, archive, models = {} }: EvolutionRequest): void {
  const fail = (message: string, received: unknown, expected: string): never => {
    throw new EvospiceError('EVOLUTION_REQUEST', message, { received, expected });
  };
  if (problem.seeds.length === 0 && problem.blank === undefined) fail('there is no seed program', 0, 'at least one program to begin with, or a blank one to be written');
  if (proposers.length === 0) fail('there is no proposer', 0, 'at least one proposer');
  const bad = proposers.find(({ weight }) => !(Number.isFinite(weight) && weight > 0));
  if (bad !== undefined) fail(`the weight of proposer ${bad.proposer.name} is ${bad.weight}`, bad.weight, 'a number greater than 0');
  const last = problem.stages.at(-1);
  if (last === undefined || last.cases.length === 0 || !last.stored) fail(`the problem ${problem.name} has no cases to score programs by`, last ?? null, 'a last stage whose outcomes are stored, with at least one case');
  for (const { name, cases } of [...problem.stages, { name: 'validation', cases: problem.validation ?? [] }]) {
    const keys = cases.map(({ id, seed }) => `${id} with seed ${seed}`);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) fail(`case ${twice} is there twice in stage ${name}`, twice, 'each case once per stage');
  }
  const measured = [...problem.descriptors, ...(settings.feedback === undefined ? [] : gradeNames(settings.feedback))];
  const unmeasured = archive.axes.find(({ descriptor }) => !measured.includes(descriptor));
  if (unmeasured !== undefined) fail(`the archive has an axis "${unmeasured.descriptor}" that no descriptor measures`, unmeasured.descriptor, `one of ${measured.join(', ')}`);
  if (settings.confirm > 0 && problem.confirmation === undefined) fail(`\`confirm\` is ${settings.confirm}, and the problem ${problem.name} has no other seeds to confirm champions on`, settings.confirm, '0 for this problem');
  if (settings.novelty?.embedding !== undefined && models.embedding === undefined) fail('`novelty` asks for an embedding model that is not there', null, 'a model to embed programs with');
  if (settings.novelty?.judge !== undefined && models.judge === undefined) fail('`novelty` asks for a language model that is not there', null, 'a model that judges');
  if (settings.feedback !== undefined && models.feedback === undefined) fail('`feedback` asks for a language model that is not there', null, 'a model that grades');
  checkStagnation(settings.stagnation, { archive, proposers: distinct(proposers) }, fail);
  if (archive.size > 0) fail('the archive is not empty', archive.size, 'an empty archive, which the stored run fills');
}

type Fail = (message: string, received: unknown, expected: string) => never;

function checkStagnation(stagnation: EvolutionSettings['stagnation'], { archive, proposers }: Pick<EvolutionRequest, 'archive' | 'proposers'>, fail: Fail): void {
  const names = proposers.map(({ name, proposer }) => name ?? proposer.name);
  for (const action of stagnation?.do ?? []) {
    if ('spawn' in action && archive.spawn === undefined) fail('`stagnation` is to open an island, and the archive has none', archive.shape.kind, 'the archive `islands`');
    if (!('use' in action)) continue;
    const unknown = Object.keys(action.use).find((name) => !names.includes(name));
    if (unknown !== undefined) fail(`\`stagnation\` gives a weight to "${unknown}", which is not among the proposers`, unknown, `one of ${names.join(', ')}`);
    if (names.every((name) => action.use[name] === 0)) fail('`stagnation` leaves no proposer a weight', action.use, 'a weight greater than 0 for at least one');
  }
}
