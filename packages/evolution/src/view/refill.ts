import type { AddResult, Archive } from '@evospice/contracts';
import { entryOf } from './entry-of.ts';
import type { JudgedRecord, RunView } from './run-view.ts';

/**
 * Fills an archive again with what a run has stored, in the order in which it was.
 * @param archive empty
 * @param added is told what the archive says of each program now
 */
export function refill(archive: Archive, { archived }: Pick<RunView, 'archived'>, added: (record: JudgedRecord, result: AddResult) => void): void {
  for (const step of archived) {
    if ('removed' in step) archive.remove([step.removed]);
    else added(step.added, archive.add([entryOf(step.added, step.added.verdict)])[0] as AddResult);
  }
}
