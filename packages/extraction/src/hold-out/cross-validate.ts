import { EvospiceError, type Task } from '@evospice/contracts';
import type { ExtractionResult } from '../result.ts';
import type { CrossValidation, HeldOutGroup } from './cross-validation.ts';
import { holdOutGroups, withHeldOut, type HoldOut } from './hold-out.ts';

/**
 * Extracts once for each group, with the group held out (leave-one-group-out cross-validation; Stone 1974, J. R. Stat. Soc. B 36:111).
 * @param run one extraction of a task
 * @param signal what ends it: groups from the one under way on have no errors then
 * @throws EvospiceError `TASK_HOLD_OUT`; what `run` throws, unless a group leaves a task that cannot be extracted
 */
export async function crossValidate(task: Task, holdOut: HoldOut, run: (task: Task) => Promise<ExtractionResult>, signal?: AbortSignal): Promise<CrossValidation> {
  const groups: HeldOutGroup[] = [];
  const stopped = (): boolean => signal?.aborted === true;
  for (const group of holdOutGroups(task, holdOut)) {
    const of = { label: group.label, curves: group.curves.length };
    if (stopped()) {
      groups.push(without(of, 'interrupted'));
      continue;
    }
    try {
      const { start, final, budget } = await run(withHeldOut(task, group));
      if (stopped()) {
        groups.push(without(of, 'interrupted'));
        continue;
      }
      groups.push({ ...of, train: { start: start.train, final: final.train }, heldOut: final.validate === null || start.validate === null ? null : { start: start.validate, final: final.validate }, spent: budget.spent });
    } catch (error) {
      if (!EvospiceError.is(error) || !['TASK_HOLD_OUT', 'EXTRACTION_START', 'EXTRACTION_TASK'].includes(error.code)) throw error;
      groups.push(without(of, error.message));
    }
  }
  return { axis: holdOut.terminal === undefined ? holdOut.axis : `${holdOut.axis} ${holdOut.terminal}`, groups };
}

function without(of: Pick<HeldOutGroup, 'label' | 'curves'>, failure: string): HeldOutGroup {
  return { ...of, train: null, heldOut: null, spent: 0, failure };
}
