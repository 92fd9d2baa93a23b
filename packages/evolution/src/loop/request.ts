import type {
  Archive, Descriptor, Executor, Logger, Optimizer, ParentSelector, ProgramRunner, ProgramText, RunLog, Scorer, Simulator, Task,
} from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import type { StaticCheck } from '../cascade/verdict.ts';
import type { Resources } from '../jobs/resources.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import type { RunView } from '../view/run-view.ts';
import type { EventSink } from './journal.ts';
import type { WeightedProposer } from './propose.ts';

/** A classical optimizer to compare with. */
export interface Baseline {
  readonly name: string;
  readonly optimizer: Optimizer;
}

/** The tasks of an evolution; ids are unique over all of them. */
export interface EvolutionTasks {
  /** At least one. */
  readonly train: readonly Task[];
  /** Seen by champions only. */
  readonly validate: readonly Task[];
  /** Task of the probe; the smallest training task when left out. */
  readonly probe?: Task;
}

/** Everything an evolution needs; the caller made the parts and closes the runner, the log and the reporters. */
export interface EvolutionRequest {
  readonly settings: EvolutionSettings;
  readonly tasks: EvolutionTasks;
  /** The first programs; at least one. */
  readonly seedPrograms: readonly ProgramText[];
  /** At least one. */
  readonly proposers: readonly WeightedProposer[];
  /** Empty: what the run has stored is put into it. Its axes must be measured by `descriptors`. */
  readonly archive: Archive;
  /** Chooses parents among the archive's elites. */
  readonly selector: ParentSelector;
  readonly scorer: Scorer;
  readonly descriptors: readonly Descriptor[];
  readonly runner: ProgramRunner;
  readonly executor: Executor;
  readonly simulator: Simulator;
  /** Empty for a new run; with events, the run they tell of is taken up where it ended. */
  readonly log: RunLog;
  readonly reporters?: readonly EventSink[];
  /** Run on all tasks before the first program, and stored. None by default. */
  readonly baselines?: readonly Baseline[];
  /** What the run is about, for prompts; made from the tasks when left out. */
  readonly brief?: string;
  /** Versions of what took part, for the record. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly logger?: Logger;
  /** Cores and licences that simulations wait for; without it they wait for nobody. */
  readonly resources?: Resources;
  /** Ends the run early; it can be taken up again. */
  readonly signal?: AbortSignal;
  /** Static check of a program; that of the sandbox by default. Throws EvospiceError. */
  readonly check?: StaticCheck;
}

export interface EvolutionSummary {
  /** `cancelled` when `signal` ended it. */
  readonly ended: 'finished' | 'cancelled';
  /** Everything that the run has stored. */
  readonly view: RunView;
}

/** Every task once: the probe may be one of the others. */
export function allTasks({ train, validate, probe }: EvolutionTasks): readonly Task[] {
  return [...train, ...validate, ...(probe === undefined || train.includes(probe) || validate.includes(probe) ? [] : [probe])];
}

/** @throws EvospiceError `EVOLUTION_REQUEST` for parts that cannot make a run. */
export function checkRequest({ tasks, seedPrograms, proposers, archive, descriptors }: EvolutionRequest): void {
  const fail = (message: string, received: unknown, expected: string): never => {
    throw new EvospiceError('EVOLUTION_REQUEST', message, { received, expected });
  };
  if (tasks.train.length === 0) fail('there is no training task', 0, 'at least one task to train on');
  const ids = allTasks(tasks).map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) fail(`task ${twice} is there twice`, twice, 'each task once, either to train or to validate (the probe may be one of them)');
  if (seedPrograms.length === 0) fail('there is no seed program', 0, 'at least one program to begin with');
  if (proposers.length === 0) fail('there is no proposer', 0, 'at least one proposer');
  const bad = proposers.find(({ weight }) => !(Number.isFinite(weight) && weight > 0));
  if (bad !== undefined) fail(`the weight of proposer ${bad.proposer.name} is ${bad.weight}`, bad.weight, 'a number greater than 0');
  const measured = descriptors.map(({ name }) => name);
  const unmeasured = archive.axes.find(({ descriptor }) => !measured.includes(descriptor));
  if (unmeasured !== undefined) fail(`the archive has an axis "${unmeasured.descriptor}" that no descriptor measures`, unmeasured.descriptor, `one of ${measured.join(', ')}`);
  if (archive.size > 0) fail('the archive is not empty', archive.size, 'an empty archive, which the stored run fills');
}
