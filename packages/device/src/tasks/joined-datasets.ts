import type { Dataset } from '@evospice/contracts';

export interface DatasetPart {
  readonly dataset: Dataset;
  /** Constants that the file does not state; what it states itself counts. */
  readonly at: Readonly<Record<string, number>>;
}

/** Files that were measured alike as one dataset: the blocks of all of them, each with the constants that are said of its file. */
export function joinedDatasets(parts: readonly DatasetPart[]): Dataset {
  const [first, ...more] = parts as readonly [DatasetPart, ...DatasetPart[]];
  if (more.length === 0 && Object.keys(first.at).length === 0) return first.dataset;
  const { sweep, ...rest } = first.dataset;
  return {
    ...rest,
    ...(sweep !== undefined && more.every(({ dataset }) => dataset.sweep === sweep) ? { sweep } : {}),
    blocks: parts.flatMap(({ dataset, at }) => dataset.blocks.map((block) => ({ ...block, file: dataset.file, variables: { ...at, ...block.variables } }))),
    notes: parts.flatMap(({ dataset: { file, notes = [] } }) => notes.map((note) => ({ file, ...note }))),
  };
}
