import { EvospiceError } from '@evospice/contracts';

/** What went wrong in a measured file. */
export type DatasetErrorCode =
  | 'DATASET_SYNTAX' | 'DATASET_TRUNCATED' | 'DATASET_COLUMNS' | 'DATASET_NUMBER' | 'DATASET_EMPTY' | 'DATASET_UNIT' | 'DATASET_SWEEP' | 'DATASET_FORMAT';

/** Place in a measured file, for messages. */
export interface DatasetPlace {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export function datasetError(
  code: DatasetErrorCode,
  place: DatasetPlace,
  message: string,
  details: { readonly received?: unknown; readonly expected: string; readonly remedy: string },
): EvospiceError {
  return new EvospiceError(code, message, { ...details, file: place.file, line: place.line });
}
