import { EvospiceError, type Task } from '@evospice/contracts';

/** The tasks of an evolution of extraction programs; ids are unique over all of them. */
export interface ExtractionTasks {
  /** At least one. */
  readonly train: readonly Task[];
  /** Seen by champions only. */
  readonly validate: readonly Task[];
  /** Task of the trial; the training task with the least work when left out. */
  readonly trial?: Task;
  /** Ids of tasks on which programs and baselines have no compact model; see {@link withoutModels}. */
  readonly withoutModels?: readonly string[];
}

/** A task to which compact models are hidden, beside the same task with them. */
export function withoutModels(task: Task): Task {
  return { ...task, id: `${task.id}-without-models`, title: `${task.title}, without compact models` };
}

/** A task as reports know it. */
export interface TaskFact {
  readonly id: string;
  readonly title: string;
  readonly origin: 'measured' | 'generated';
  readonly role: 'train' | 'validate';
  readonly parameters: number;
}

/** Every task once: the trial's may be one of the others. */
export function allTasks({ train, validate, trial }: ExtractionTasks): readonly Task[] {
  return [...train, ...validate, ...(trial === undefined || train.includes(trial) || validate.includes(trial) ? [] : [trial])];
}

/** @throws EvospiceError `PROBLEM_TASKS` when there is no training task, or one task twice. */
export function checkTasks(tasks: ExtractionTasks): void {
  if (tasks.train.length === 0) throw new EvospiceError('PROBLEM_TASKS', 'there is no training task', { received: 0, expected: 'at least one task to train on' });
  const ids = allTasks(tasks).map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new EvospiceError('PROBLEM_TASKS', `task ${twice} is there twice`, { received: twice, expected: 'each task once, either to train or to validate (that of the trial may be one of them)' });
  }
}

export function taskFacts({ train, validate }: ExtractionTasks): readonly TaskFact[] {
  return [...train.map((task) => ({ task, role: 'train' as const })), ...validate.map((task) => ({ task, role: 'validate' as const }))].map(({ task, role }) => ({
    id: task.id, title: task.title, origin: task.origin, role, parameters: task.tunables.length,
  }));
}

/** The task of the trial: the one chosen, else the first of the training tasks with the smallest product of parameters and points. */
export function trialTask({ trial, train }: ExtractionTasks): Task {
  const work = (task: Task): number => task.tunables.length * pointsOf(task);
  return trial ?? train.reduce((least, task) => (work(task) < work(least) ? task : least));
}

/** Points of all curves: what a simulation of the suite takes, roughly. */
export function pointsOf({ curves }: Task): number {
  return curves.reduce((points, curve) => points + curve.x.length, 0);
}
