import { defined } from '@evospice/contracts';
import type { ProposerYield } from '@evospice/evolution';
import { yieldHead, yieldRows } from '../format/yields.ts';
import { textTable, type TextTableOptions } from './text-table.ts';
import { terminalIsFancy } from './width.ts';

/** How often children of each proposer and operator improved on their parents, by how much and at what cost; null before the first child. */
export function yieldText(yields: readonly ProposerYield[], { fancy = terminalIsFancy(), width }: TextTableOptions = {}): string | null {
  const rows = yieldRows(yields);
  if (!yields.some(({ programs }) => programs > 0)) return null;
  // Columns that say nothing in any row are left out.
  const shown = yieldHead.map((_, column) => column).filter((column) => column === 0 || rows.some((row) => row[column] !== '-'));
  const choose = (row: readonly string[]): string[] => shown.map((column) => row[column] as string);
  return textTable({ head: choose(yieldHead), rows: rows.map(choose), right: shown.map((_, index) => index).slice(1) }, { fancy, ...defined({ width }) });
}
