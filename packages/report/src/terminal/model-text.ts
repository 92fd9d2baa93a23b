import { defined } from '@evospice/contracts';
import type { ModelRecord } from '@evospice/evolution';
import { modelHead, modelRows } from '../format/models.ts';
import { textTable, type TextTableOptions } from './text-table.ts';
import { terminalIsFancy } from './width.ts';

/** The ledger of language models; null for none, and for a single one that always answered, of which the table of proposers says the same. */
export function modelText(models: readonly ModelRecord[], { fancy = terminalIsFancy(), width }: TextTableOptions = {}): string | null {
  if (models.length < 2 && !models.some(({ failed }) => failed > 0)) return null;
  return textTable({ head: modelHead, rows: modelRows(models), right: [1, 2, 3, 4, 5] }, { fancy, ...defined({ width }) });
}
