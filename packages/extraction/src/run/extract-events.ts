import type { Json, Task, TrajectoryPoint } from '@evospice/contracts';
import type { RunFacts } from '@evospice/runs';
import type { ExtractionResult } from '../result.ts';

/** Payload of every event type that an extraction stores. Format 1 called the last one `extraction-finished`. */
export interface ExtractEvents {
  /** The extraction as it was asked for. */
  readonly 'extraction-started': Json;
  /** As each evaluation ends. */
  readonly evaluation: TrajectoryPoint;
  readonly result: ExtractionResult;
}

export interface ExtractFacts extends RunFacts {
  readonly configuration: Json;
  readonly 'extraction-task': RecordedTask;
  /** Command that gives the same result again. */
  readonly command: string;
  /** Text of the card with what was extracted. */
  readonly 'extracted-card': string;
  /** SHA-256 of every file that the run wrote besides its report, by name. */
  readonly written: Readonly<Record<string, string>>;
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
