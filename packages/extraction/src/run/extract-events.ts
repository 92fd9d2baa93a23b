import type { Json, Task, TrajectoryPoint } from '@evospice/contracts';
import type { RunFacts } from '@evospice/runs';
import type { SplitErrors } from '../metric/split-errors.ts';
import type { ExtractionResult } from '../result.ts';

/** Payload of every event type that an extraction stores. Format 1 called the last one `extraction-finished`. */
export interface ExtractEvents {
  /** The extraction as it was asked for. */
  readonly 'extraction-started': Json;
  /** What the start card came to; runs of earlier versions do not have it. */
  readonly start: StartFound;
  /** As each evaluation ends. */
  readonly evaluation: TrajectoryPoint;
  /** As each candidate is found that is better than all before it, and than the start. */
  readonly best: BestFound;
  readonly result: ExtractionResult;
}

/** The start card, simulated before the search begins. */
export interface StartFound {
  /** What the search brings down; greater than 0. */
  readonly error: number;
  readonly train: SplitErrors;
  readonly validate: SplitErrors | null;
}

/** The best card so far. */
export interface BestFound {
  /** Budget units spent when it was found. */
  readonly spent: number;
  readonly error: number;
  readonly train: SplitErrors;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface ExtractFacts extends RunFacts {
  readonly configuration: Json;
  readonly 'extraction-task': RecordedTask;
  /** Command that gives the same result again. */
  readonly command: string;
  /** Text of the card with the best that was found until now; of the result at the end. */
  readonly 'extracted-card': string;
}

/** What a report needs of a task: plain JSON, so that it can be made when the task's files are gone. */
export interface RecordedTask extends Pick<Task, 'id' | 'title' | 'origin' | 'device' | 'tunables'> {
  readonly family: string;
  /** Text of the start card. */
  readonly card: string;
  /** How the task was read, then what it says of itself; runs of earlier versions do not have it. */
  readonly notes?: readonly string[];
}

export function recordedTask({ id, title, origin, device, tunables, model, notes, remarks = [] }: Task): RecordedTask {
  return { id, title, origin, device, tunables, family: model.family, card: model.card.toString(), notes: [...remarks, ...notes] };
}
