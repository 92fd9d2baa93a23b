import { defined, EvospiceError, type Optimizer, type Selection, type Simulator, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { crossValidate, extract, groupOf, holdOutGroups, optimizerLibrary, withHeldOut, type CrossValidation, type HoldOut, type RegularisationRule } from '@evospice/extraction';
import type { Kernel } from '@evospice/kernel';
import { openTestbench } from '@evospice/testbench';

export interface HoldOutOptions {
  readonly holdOut?: HoldOut;
  readonly regularise?: RegularisationRule;
}

/** What each extraction with a group held out shares with the one of the whole task. */
export interface SearchOptions extends HoldOutOptions {
  readonly budget: number;
  readonly seed: number;
  readonly metric: 'relative' | 'log';
  readonly rules: readonly Selection[];
  /** Seconds for each. */
  readonly wallTime?: number;
}

/**
 * The task with the group held out; the whole where each is held out in turn, so that a group which does not exist is refused before anything is stored.
 * @throws EvospiceError `TASK_HOLD_OUT`; `USAGE_HOLD_OUT` where the held-out curves would choose the result
 */
export function withGroupHeldOut(task: Task, { holdOut, regularise }: HoldOutOptions): Task {
  if (holdOut === undefined) return task;
  if (regularise === 'validation') {
    throw new EvospiceError('USAGE_HOLD_OUT', 'curves that choose how far a result is drawn back do not judge it', { received: '--hold-out and --regularise validation', expected: 'one of them', remedy: 'regularise by a part of the training error, such as --regularise 0.05' });
  }
  const { value } = holdOut;
  if (value !== undefined) return withHeldOut(task, groupOf(task, { ...holdOut, value }));
  holdOutGroups(task, holdOut);
  return task;
}

/** The search again with each group held out; undefined where that was not asked for, or somebody has interrupted. */
export async function crossValidationOf(
  { registry }: Kernel, { task, optimizer, simulator }: { readonly task: Task; readonly optimizer: Optimizer; readonly simulator: Simulator }, options: SearchOptions, signal: AbortSignal,
): Promise<CrossValidation | undefined> {
  const { holdOut, budget, seed, metric, rules, regularise, wallTime } = options;
  if (holdOut === undefined || holdOut.value !== undefined || signal.aborted) return undefined;
  return crossValidate(task, holdOut, async (part) => {
    const session = await openTestbench(simulator, testbenchOf(part));
    try {
      return await extract({
        task: part, optimizer, session, simulator: simulator.name, budget, seed, metric, fits: false, positions: false, optimizers: optimizerLibrary(registry),
        stop: wallTime === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(wallTime * 1000)]),
        ...defined({ regularise, rules: rules.length === 0 ? undefined : rules.map((selection) => registry.create('PhysicsRule', selection)) }),
      });
    } finally {
      await session.close();
    }
  }, signal);
}
