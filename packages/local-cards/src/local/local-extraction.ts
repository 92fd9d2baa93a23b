import { defined, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { constraintsWith, extract, type SplitErrors } from '@evospice/extraction';
import { openTestbench } from '@evospice/testbench';
import type { ExtractionMeans } from './common-card.ts';

/** What a part of the devices came to by itself. */
export interface LocalExtraction {
  readonly optimizer: string;
  readonly spent: number;
  /** Training errors of its curves: with the common card, and with its own values. */
  readonly start: SplitErrors;
  readonly final: SplitErrors;
  readonly values: Readonly<Record<string, number>>;
}

export interface LocalPart {
  /** Of the task's tunables; the others stay as on its card. */
  readonly parameters: readonly string[];
  /** Where they begin, and what they are drawn back to. */
  readonly start: Readonly<Record<string, number>>;
  /** Part by which the training error may grow for values that are nearer to the start. */
  readonly tolerance: number;
}

/** @param task with the curves and the card of the part. @throws EvospiceError what `extract` throws */
export async function localExtraction(task: Task, { parameters, start, tolerance }: LocalPart, { optimizerOf, optimizers, simulator, budget, seed, metric, signal }: ExtractionMeans): Promise<LocalExtraction> {
  const local: Task = {
    ...task,
    ...(task.constraints === undefined ? {} : { constraints: constraintsWith(task.constraints, standing(task, parameters)) }),
    curves: task.curves.filter(({ split }) => split === 'train'),
    tunables: task.tunables.filter(({ name }) => parameters.includes(name)).map((tunable) => {
      const value = start[tunable.name] ?? tunable.start;
      return { ...tunable, start: value, lower: Math.min(tunable.lower, value), upper: Math.max(tunable.upper, value) };
    }),
  };
  const optimizer = await optimizerOf(local);
  const session = await openTestbench(simulator, testbenchOf(local, ['train']), { signal });
  try {
    const result = await extract({
      task: local, optimizer, optimizers, session, simulator: simulator.name, budget, seed, signal, fits: false, positions: false,
      ...defined({ metric, regularise: tolerance > 0 ? tolerance : undefined }),
    });
    return { optimizer: optimizer.name, spent: result.budget.spent, start: result.start.train, final: result.final.train, values: result.parameters };
  } finally {
    await session.close();
  }
}

/** Parameters of the card that no longer move, at its values. */
function standing({ model: { card }, tunables }: Task, moving: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(tunables.filter(({ name, of }) => of === undefined && !moving.includes(name)).map(({ name, start }) => [name, card.value(name) ?? start]));
}
