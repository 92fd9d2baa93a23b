import type { ModelAccount } from '@evospice/evolution';
import { spentText } from '../format/proposers.ts';
import { textTable } from './text-table.ts';
import { terminalIsFancy } from './width.ts';

/**
 * What each language model was asked and cost.
 * @returns null for a single model that always answered: then the table of proposers says as much
 */
export function accountText(accounts: readonly ModelAccount[], { fancy = terminalIsFancy(), width }: { readonly fancy?: boolean; readonly width?: number } = {}): string | null {
  if (accounts.length < 2 && accounts.every(({ failures, retries }) => retries === 0 && Object.keys(failures).length === 0)) return null;
  const head = ['model', 'questions', 'failed', 'retries', 'tokens in', 'tokens out', 'cost', 'failures'];
  const rows = accounts.map(({ model, questions, failures, retries, spent }) => {
    const { read, written, cost } = spentText(spent);
    const failed = Object.values(failures).reduce((sum, count) => sum + count, 0);
    return [model, String(questions), String(failed), String(retries), read, written, cost, Object.entries(failures).map(([code, count]) => `${count} ${code}`).join(', ')];
  });
  return textTable({ head, rows, right: [1, 2, 3, 4, 5, 6] }, { fancy, ...(width === undefined ? {} : { width }) });
}
