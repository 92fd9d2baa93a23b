import type { Dataset, DatasetBlock } from '@evospice/contracts';
import { BlockColumns } from './block-columns.ts';
import type { TaskDocument } from './task-document.ts';

/**
 * A table in which the curves of a family follow each other, divided where one of the columns that stay along a curve changes. These columns
 * become constants of the blocks.
 * @param index of the entry whose `block` names them
 * @throws EvospiceError `TASK_COLUMN`
 */
export function dividedByColumns(document: TaskDocument, index: number, dataset: Dataset): Dataset {
  const { block: names } = document.task.data[index]!;
  if (names === undefined) return dataset;
  return { ...dataset, blocks: dataset.blocks.flatMap((block) => divided(block, columnsOf(document, index, dataset, block, names))) };
}

/** Those of the names that are columns here, and not constants already. */
function columnsOf(document: TaskDocument, index: number, dataset: Dataset, block: DatasetBlock, names: readonly string[]): readonly string[] {
  const columns = new BlockColumns(document, dataset, block);
  return names.filter((name, which) => columns.isColumn(name, ['data', index, 'block', which]));
}

function divided(block: DatasetBlock, names: readonly string[]): readonly DatasetBlock[] {
  const { rowLines } = block;
  const differ = (row: number): boolean => names.some((name) => block.values[name]![row] !== block.values[name]![row - 1]);
  const starts = Array.from(rowLines, (_, row) => row).filter((row) => row === 0 || differ(row));
  return starts.map((start, at): DatasetBlock => {
    const end = starts[at + 1] ?? rowLines.length;
    return {
      ...block,
      columns: block.columns.filter((name) => !names.includes(name)),
      variables: { ...block.variables, ...Object.fromEntries(names.map((name) => [name, block.values[name]![start]!])) },
      values: Object.fromEntries(Object.entries(block.values).filter(([name]) => !names.includes(name)).map(([name, values]) => [name, values.slice(start, end)])),
      rowLines: rowLines.slice(start, end),
    };
  });
}
