import type { AddResult, Archive } from '@evospice/contracts';
import { entryOfJudged } from '../course/take-action.ts';
import { entryOf } from './entry-of.ts';
import type { JudgedRecord, RunView } from './run-view.ts';

/**
 * Fills an archive again with what a run has stored, in the order in which it was.
 * @param archive empty
 * @param added is told what the archive says of each program now
 */
export function refill(archive: Archive, { archived, programs }: Pick<RunView, 'archived' | 'programs'>, added: (record: JudgedRecord, result: AddResult) => void): void {
  for (const step of archived) {
    if ('removed' in step) archive.remove([step.removed]);
    else if ('spawned' in step) archive.spawn?.(step.spawned.map((id) => entryOfJudged({ programs }, id)));
    else added(step.added, archive.add([entryOf(step.added, step.added.verdict)])[0] as AddResult);
  }
}
