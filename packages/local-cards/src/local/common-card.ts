import { defined, type ModelCard, type Optimizer, type OptimizerLibrary, type Simulator, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { extract, type SplitErrors } from '@evospice/extraction';
import { openTestbench } from '@evospice/testbench';

/** With what extractions are run. */
export interface ExtractionMeans {
  /** For the task of all devices, and of each. */
  readonly optimizerOf: (task: Task) => Promise<Optimizer>;
  readonly optimizers: OptimizerLibrary;
  readonly simulator: Simulator;
  /** Budget units of the common card, and of each device: simulations of the training curves. */
  readonly budget: number;
  readonly seed: number;
  readonly metric?: 'relative' | 'log';
  readonly signal: AbortSignal;
}

/** What the card that all devices share came to. */
export interface CommonExtraction {
  readonly optimizer: string;
  readonly spent: number;
  /** Training errors over all devices. */
  readonly start: SplitErrors;
  readonly final: SplitErrors;
}

/** The task's card with its tunables at their start. */
export function startCard({ model, tunables }: Task): ModelCard {
  return model.card.with(Object.fromEntries(tunables.filter(({ of }) => of === undefined).map(({ name, start }) => [name, start])));
}

/** One card for all training curves. @throws EvospiceError what `extract` throws */
export async function commonCard(task: Task, { optimizerOf, optimizers, simulator, budget, seed, metric, signal }: ExtractionMeans): Promise<{ readonly card: ModelCard; readonly common: CommonExtraction }> {
  const optimizer = await optimizerOf(task);
  const session = await openTestbench(simulator, testbenchOf(task), { signal });
  try {
    const { parameters, start, final, budget: { spent } } = await extract({ task, optimizer, optimizers, session, simulator: simulator.name, budget, seed, signal, fits: false, positions: false, ...defined({ metric }) });
    return { card: startCard(task).with(parameters), common: { optimizer: optimizer.name, spent, start: start.train, final: final.train } };
  } finally {
    await session.close();
  }
}
