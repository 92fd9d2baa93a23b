import type { Task } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import type { Extractor } from '../cascade/extractor.ts';
import { trainingSeeds, validationSeeds, type EvolutionSettings } from '../settings/evolution-settings.ts';
import type { Baseline, EvolutionTasks } from './request.ts';
import { drive } from './drive.ts';

interface BaselineOrder {
  readonly name: string;
  readonly task: Task;
  readonly seed: number;
  readonly fits: boolean;
}

/**
 * Runs every baseline on every task that programs meet, with the same seeds and budget, and stores each extraction as it
 * finishes; what is stored already is not run again. A baseline that fails is stored as failed.
 *
 * @throws EvospiceError with the simulator's code when it was in trouble more often than `retries` allow: a comparison with
 *   a hole in it would say something false.
 */
export async function runBaselines(
  baselines: readonly Baseline[],
  { settings, tasks, extractor, stop, signal }: { readonly settings: EvolutionSettings; readonly tasks: EvolutionTasks; readonly extractor: Extractor; readonly stop: AbortController; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = ordersOf(baselines, settings, tasks);
  await drive({
    workers: settings.workers,
    stop,
    next: () => {
      const order = signal.aborted ? undefined : waiting.shift();
      return order === undefined ? undefined : () => runOne(order, extractor);
    },
  });
}

async function runOne({ name, ...rest }: BaselineOrder, extractor: Extractor): Promise<void> {
  const attempt = await extractor.baseline(name, { role: 'baseline', ...rest });
  if ('record' in attempt) return;
  const { code, reason } = attempt.trouble;
  throw new EvospiceError(code, `baseline ${name} could not be run on task ${rest.task.id}: ${reason}`, { remedy: 'resume the run when the simulator is in order' });
}

function ordersOf(baselines: readonly Baseline[], settings: EvolutionSettings, { train, validate }: EvolutionTasks): BaselineOrder[] {
  const cells = [
    ...train.map((task) => ({ task, seeds: trainingSeeds(settings) })),
    ...validate.map((task) => ({ task, seeds: validationSeeds(settings) })),
  ];
  return baselines.flatMap(({ name }) => cells.flatMap(({ task, seeds }) => seeds.map((seed, index) => ({ name, task, seed, fits: index === 0 }))));
}
