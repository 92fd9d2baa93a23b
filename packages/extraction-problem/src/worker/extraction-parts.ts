import { EvospiceError, type Optimizer, type OptimizerLibrary, type PhysicsRule, type ProgramRunner, type Simulator, type Task } from '@evospice/contracts';
import type { SessionCache } from '@evospice/extraction';
import type { PlanParts } from '../problem/stages.ts';
import { allTasks } from '../problem/tasks.ts';
import type { Resources } from './resources.ts';

/** A classical optimizer to compare with. */
export interface Baseline {
  readonly name: string;
  readonly optimizer: Optimizer;
}

/** What the machine that runs extractions holds. */
export interface ExtractionParts extends PlanParts {
  readonly simulator: Simulator;
  readonly runner: ProgramRunner;
  readonly baselines: readonly Baseline[];
  /** Optimizers that baselines may call as `context.optimizers`; none when left out. Programs have the sandbox's own. */
  readonly optimizerLibrary?: OptimizerLibrary;
  /** Rules whose findings programs see, and scorers get for each result. */
  readonly rules: readonly PhysicsRule[];
  /** Whether to record how long optimizers work themselves, which some descriptors need. */
  readonly timed?: boolean;
  /** Shared with everything else that simulates; without it, simulations start at once. */
  readonly resources?: Resources;
}

/** What a job is run with. */
export interface JobParts {
  readonly parts: ExtractionParts;
  readonly sessions: SessionCache;
  readonly signal: AbortSignal;
}

/** @throws EvospiceError `PROBLEM_JOB` */
export function taskNamed(id: string, { tasks }: Pick<ExtractionParts, 'tasks'>): Task {
  const all = allTasks(tasks);
  const task = all.find((one) => one.id === id);
  if (task !== undefined) return task;
  throw new EvospiceError('PROBLEM_JOB', `there is no task "${id}" here`, { received: id, expected: `one of ${all.map((one) => one.id).join(', ')}` });
}
