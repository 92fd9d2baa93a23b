import type { TrajectoryPoint } from '@evospice/contracts';
import type { BestFound, ExtractionResult, RecordedTask, StartFound } from '@evospice/extraction';
import { budgetUnits } from '../format/quantities.ts';

/** What is stored of an extraction that did not come to its end. */
export interface UnfinishedExtraction {
  readonly task: RecordedTask;
  /** As it was asked for. */
  readonly configuration: { readonly optimizer?: string; readonly simulator?: { readonly name?: string }; readonly seed?: number; readonly budget?: number; readonly metric?: string };
  readonly start: StartFound;
  /** Null before anything better than the start was found. */
  readonly best: BestFound | null;
  readonly trajectory: readonly TrajectoryPoint[];
}

/** The result that an extraction would have if it had been ended where it is: without overlays, log and held-out errors of the best card. */
export function resultSoFar({ task, configuration, start, best, trajectory }: UnfinishedExtraction): ExtractionResult {
  const { optimizer = '?', simulator, seed = 0, budget: allowed = 0, metric } = configuration;
  const { error, ...errors } = start;
  return {
    task: task.id, optimizer, simulator: simulator?.name ?? '?', seed, metric: metric === 'log' ? 'log' : 'relative',
    budget: { allowed, spent: trajectory.at(-1)?.spent ?? 0 },
    start: errors,
    final: best === null ? errors : { train: best.train, validate: errors.validate === null ? null : { relativeRms: null, logRms: null } },
    parameters: best?.parameters ?? Object.fromEntries(task.tunables.map((tunable) => [tunable.name, tunable.start])),
    trajectory, run: { task: task.id, seed, allowed, startError: error, trajectory },
    fits: [], end: 'interrupted', log: [],
  };
}

/** What a reader must know of such a result. */
export function unfinishedNotice({ budget: { spent, allowed } }: ExtractionResult): string {
  return `The extraction has not ended: ${budgetUnits(spent)} of ${budgetUnits(allowed)} simulations are stored, and the best card among them is shown. Fits, held-out errors and errors of single curves come at its end; given again, the command begins anew.`;
}
