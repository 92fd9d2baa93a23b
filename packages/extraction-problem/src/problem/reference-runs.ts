import { EvospiceError, type OptimizerRun, type Outcome } from '@evospice/contracts';
import { runOf } from './extraction-outcome.ts';

/** What a reference did, for scores that are relative to it. */
export class ReferenceRuns {
  readonly #name: string;
  #byTask = new Map<string, readonly OptimizerRun[]>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Takes in what all references came to. A run that failed counts with what it had found until then. */
  learn(told: readonly { readonly name: string; readonly outcome: Outcome }[]): void {
    this.#byTask = Map.groupBy(told.filter(({ name }) => name === this.#name).map(({ outcome }) => runOf(outcome)), ({ task }) => task);
  }

  /** The run on the task of an outcome with its seed; with all seeds where there is none with this one. @throws EvospiceError `PROBLEM_REFERENCE` */
  for({ case: task, seed }: Outcome): readonly OptimizerRun[] {
    const runs = this.#byTask.get(task) ?? [];
    const same = runs.filter((run) => run.seed === seed);
    if (runs.length > 0) return same.length > 0 ? same : runs;
    throw new EvospiceError('PROBLEM_REFERENCE', `${this.#name}, which scores are relative to, was not run on task ${task}`, {
      received: [...this.#byTask.keys()], expected: 'a run on every task that is scored',
    });
  }
}
