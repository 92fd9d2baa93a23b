import { defined, type OptimizerRun, type PhysicsFinding } from '@evospice/contracts';
import type { ExtractionEnd, ExtractionResult, SplitErrors } from '@evospice/extraction';

/** One entry on one task with one seed: plain JSON, everything a comparison is computed from. */
export interface BenchRun {
  /** Name of the entry. */
  readonly entry: string;
  readonly task: string;
  readonly seed: number;
  readonly simulator: string;
  /** Its trajectory, budget and start error. */
  readonly run: OptimizerRun;
  readonly start: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly final: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly parameters: Readonly<Record<string, number>>;
  readonly end: ExtractionEnd;
  /** Seconds the run took, and of those the optimizer's own; depends on the machine, so nothing is judged by it. */
  readonly seconds?: { readonly wall: number; readonly own: number };
  readonly failure?: { readonly code: string; readonly message: string };
  /** What physics rules found in the resulting card; left out where none were asked. */
  readonly findings?: readonly PhysicsFinding[];
  /** Where an earlier benchmark made the run, if it was not run for this one. */
  readonly takenFrom?: {
    readonly folder: string;
    /** Whether the code that every run goes through, whatever its optimizer, was the same byte by byte. */
    readonly sameCode: boolean;
  };
}

/** What a comparison keeps of an extraction. */
export function benchRunOf(entry: string, result: ExtractionResult): BenchRun {
  const { task, seed, simulator, run, start, final, parameters, end, failure, findings } = result;
  return { entry, task, seed, simulator, run, start, final, parameters, end, ...defined({ failure, findings }) };
}
