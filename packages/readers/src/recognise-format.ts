import { EvospiceError, type DatasetReader, type MeasuredFile } from '@evospice/contracts';

/** A format that a file may have. */
export interface RecognisedFormat {
  readonly format: string;
  /** Above 0, up to 1. */
  readonly confidence: number;
}

/** Formats that a file may have, the most certain one first; empty where no reader knows it. */
export function recogniseFormat(measured: MeasuredFile, readers: readonly DatasetReader[]): readonly RecognisedFormat[] {
  return readers
    .map((reader) => ({ format: reader.format, confidence: confidenceOf(reader, measured) }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
}

function confidenceOf(reader: DatasetReader, measured: MeasuredFile): number {
  try {
    return reader.recognise(measured);
  } catch (error) {
    // A reader of text cannot know a file that is not text.
    if (EvospiceError.is(error, 'TEXT_ENCODING')) return 0;
    throw error;
  }
}
