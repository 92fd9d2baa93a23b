import type { BlockColumns } from './block-columns.ts';
import type { TaskDocument, TaskPath } from './task-document.ts';
import type { TaskDataEntry } from './task-schema.ts';

/** Counts, over all curves of a data entry, how many points each of its `weights` takes in: one without any is a mistake. */
export class PointWeights {
  readonly #document: TaskDocument;
  readonly #path: TaskPath;
  readonly #rules: NonNullable<TaskDataEntry['weights']>;
  readonly #matched: number[];

  /** @param index of the entry in the task's data */
  constructor(document: TaskDocument, index: number) {
    this.#document = document;
    this.#path = ['data', index, 'weights'];
    this.#rules = document.task.data[index]!.weights ?? [];
    this.#matched = this.#rules.map(() => 0);
  }

  /**
   * One factor for each row that is kept: of ranges that overlap, the product. Undefined where the entry says nothing of points.
   * @throws EvospiceError `TASK_COLUMN`
   */
  of(columns: BlockColumns, kept: readonly number[]): Float64Array | undefined {
    if (this.#rules.length === 0) return undefined;
    const weights = new Float64Array(kept.length).fill(1);
    for (const [rule, { where, weight }] of this.#rules.entries()) {
      const ranges = Object.entries(where).map(([name, [low, high]]) => ({ values: columns.values(name, [...this.#path, rule, 'where', name]), low, high }));
      for (const [point, row] of kept.entries()) {
        if (!ranges.every(({ values, low, high }) => values[row]! >= low && values[row]! <= high)) continue;
        weights[point]! *= weight;
        this.#matched[rule]! += 1;
      }
    }
    return weights;
  }

  /** @throws EvospiceError `TASK_EMPTY` for a range in which no point of the entry lies */
  refuseUnmatched(): void {
    const rule = this.#matched.indexOf(0);
    if (rule < 0) return;
    throw this.#document.error('TASK_EMPTY', 'no point lies in the range of a weight', [...this.#path, rule, 'where'], {
      received: this.#rules[rule]!.where, expected: 'at least one kept row inside all its ranges', remedy: 'widen the ranges, or see whether they name the right columns',
    });
  }
}
