import { counted } from '@evospice/contracts';
import { isOutOfWork, type ProposerRecord } from '@evospice/evolution';
import { spentText, troubleSentence } from '../format/proposers.ts';
import { textTable } from './text-table.ts';
import { fold, terminalIsFancy } from './width.ts';

/**
 * What came of each proposer's attempts, and why one of them ended without work.
 * @returns null for a single proposer with nothing to tell of it
 */
export function proposerText(proposers: readonly ProposerRecord[], { fancy = terminalIsFancy(), width }: { readonly fancy?: boolean; readonly width?: number } = {}): string | null {
  const asking = proposers.some(({ spent }) => spent !== null);
  const idle = proposers.filter(isOutOfWork);
  if (proposers.length < 2 && !asking && idle.length === 0) return null;
  const priced = proposers.some(({ spent }) => spent?.cost !== undefined);
  const rows = proposers.map(({ name, programs, failed, spent }) => {
    const { read, written, cost } = spentText(spent);
    return [name, String(programs), String(failed), ...(asking ? [read, written] : []), ...(priced ? [cost] : [])];
  });
  const head = ['proposer', 'programs', 'failed', ...(asking ? ['tokens in', 'tokens out'] : []), ...(priced ? ['cost'] : [])];
  const untold = proposers.reduce((sum, { spent }) => sum + (spent?.answersWithoutUsage ?? 0), 0);
  return [
    textTable({ head, rows, right: head.map((_, column) => column).slice(1) }, { fancy, ...(width === undefined ? {} : { width }) }),
    ...(untold === 0 ? [] : [fold(`For ${counted(untold, 'answer')} the service did not tell all tokens: sums with + are lower bounds.`, 0, width)]),
    ...idle.map((record) => troubleText(record, width)),
  ].join('\n');
}

function troubleText(record: ProposerRecord, width: number | undefined): string {
  const lines = (record.trouble?.reason ?? '').split('\n');
  return [`${troubleSentence(record)}:`, ...lines.map((line) => `  ${line}`)].map((line) => fold(line, 4, width)).join('\n');
}
