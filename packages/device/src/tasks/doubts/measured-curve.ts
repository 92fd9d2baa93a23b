import type { Curve, Dataset, DatasetBlock } from '@evospice/contracts';
import type { TaskDataEntry, TaskFile } from '../task-schema.ts';

/** A curve with what it was made from: what doubts about measured files need to name the place. */
export interface MeasuredCurve {
  readonly task: TaskFile;
  readonly entry: TaskDataEntry;
  readonly dataset: Dataset;
  readonly block: DatasetBlock;
  readonly curve: Curve;
  /** Line of each point in the file. */
  readonly lines: readonly number[];
}

/** Something about a file that may be wrong; told, not refused, since it may also be meant. */
export interface Doubt {
  /** Doubts of one kind are told together. */
  readonly kind: string;
  readonly text: string;
  /** Points, by index, whose readings of `column` show something else than the device: they are not scored, unless the task says so. */
  readonly points?: readonly number[];
  readonly column?: string;
}

/** `file:line`, the file as the task names it. */
export function placeOf({ entry }: MeasuredCurve, line: number): string {
  return `${entry.file}:${line}`;
}
