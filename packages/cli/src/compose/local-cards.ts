import { counted, EvospiceError, type Task } from '@evospice/contracts';
import { optimizerLibrary, type SplitErrors } from '@evospice/extraction';
import type { Kernel } from '@evospice/kernel';
import type { CommonExtraction, ExtractionMeans, LocalExtraction } from '@evospice/local-cards';
import { fold } from '@evospice/report';
import type { LocalCardOptions } from '../options/local-card-options.ts';
import { percent } from '../output/format.ts';
import { readCard } from './cards.ts';
import { defaultOptimizer } from './default-optimizer.ts';

/** With what the commands of single devices extract: the optimizer that was named, else the best for each of them. */
export function localMeans({ registry }: Kernel, { optimizer, simulator, budget, seed, metric }: LocalCardOptions, signal: AbortSignal): ExtractionMeans {
  const named = optimizer === undefined ? undefined : registry.create('Optimizer', optimizer);
  return {
    optimizerOf: async (task) => named ?? registry.create('Optimizer', (await defaultOptimizer(task, false)).name),
    optimizers: optimizerLibrary(registry), simulator: registry.create('Simulator', simulator), budget, seed, metric, signal,
  };
}

/** The task with another card of the same kind; tunables begin at its values. @throws EvospiceError `USAGE_CARD` for one outside its bounds */
export async function beginningWith(kernel: Kernel, task: Task, file: string | undefined): Promise<Task> {
  if (file === undefined) return task;
  const card = await readCard(kernel, task, file);
  const tunables = task.tunables.map((tunable) => {
    const start = card.value(tunable.name) ?? tunable.start;
    if (start >= tunable.lower && start <= tunable.upper) return { ...tunable, start };
    throw new EvospiceError('USAGE_CARD', `${tunable.name} = ${start} of the card lies outside the task's bounds`, { received: start, expected: `a value from ${tunable.lower} to ${tunable.upper}`, remedy: 'widen the bounds in task.yaml', file });
  });
  return { ...task, tunables, model: { ...task.model, card } };
}

export const errorText = ({ relativeRms }: SplitErrors): string => percent(relativeRms);

/** What the card that all devices share came to, for the terminal; nothing where the task's was taken. */
export function commonLines(common: CommonExtraction | null): readonly string[] {
  if (common === null) return [];
  const { optimizer, spent, start, final } = common;
  return [fold(`  one card for all, by ${optimizer} in ${counted(spent, 'simulation')}: training ${errorText(start)} -> ${errorText(final)}`, 4)];
}

/** One device's extraction, for the terminal. */
export function localText({ start, final, spent, optimizer }: LocalExtraction): string {
  return `${errorText(start)} -> ${errorText(final)}, ${counted(spent, 'simulation')} by ${optimizer}`;
}
