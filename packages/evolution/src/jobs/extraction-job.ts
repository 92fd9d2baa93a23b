import type { Json, JobHandler, Optimizer, ProgramLimits, ProgramRunner, SchedulingPriority, Simulator, Task } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import { extract, isForeign, programOptimizer, type ExtractionResult } from '@evospice/extraction';
import { turnTaking, type Resources } from './resources.ts';
import type { SessionPool } from './session-pool.ts';

/** Kind under which the handler of {@link extractionHandler} is known to an executor. */
export const EXTRACTION_JOB = 'extract';

/** One extraction as plain JSON, so that it can be sent anywhere that has the tasks. */
export interface ExtractionJob {
  readonly [key: string]: Json;
  /** A program by its text, or a baseline by its name. */
  readonly subject: { readonly kind: 'program'; readonly id: string; readonly entry: string; readonly files: Readonly<Record<string, string>> } | { readonly kind: 'baseline'; readonly name: string };
  /** Id of the task. */
  readonly task: string;
  readonly seed: number;
  /** Budget units. */
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly limits: { readonly wallSeconds: number; readonly memoryMb: number };
  /** Whether to keep positions in the trajectory, which descriptors need. */
  readonly positions: boolean;
  /** Whether to keep overlays. */
  readonly fits: boolean;
  /** Whose simulations go first where resources are short. */
  readonly priority: SchedulingPriority;
}

/** What the machine that runs extractions holds. */
export interface ExtractionParts {
  readonly tasks: readonly Task[];
  readonly simulator: Simulator;
  readonly sessions: SessionPool;
  readonly runner: ProgramRunner;
  readonly baselines: readonly { readonly name: string; readonly optimizer: Optimizer }[];
  /** Shared with everything else that simulates; without it simulations wait for nobody. */
  readonly resources?: Resources;
}

/** Handler of extraction jobs; answers with an `ExtractionResult`. */
export function extractionHandler(parts: ExtractionParts): JobHandler {
  return async (payload, { signal }) => {
    const job = payload as unknown as ExtractionJob;
    const task = parts.tasks.find(({ id }) => id === job.task);
    if (task === undefined) {
      throw new EvospiceError('EVOLUTION_JOB', `there is no task "${job.task}" here`, { received: job.task, expected: `one of ${parts.tasks.map(({ id }) => id).join(', ')}` });
    }
    const optimizer = optimizerOf(job, parts);
    const result = await parts.sessions.use(task, signal, async (session) => {
      const extracted = await extract({
        task, optimizer, signal,
        session: turnTaking(session, { name: optimizer.name, priority: job.priority, memoryMb: job.subject.kind === 'program' ? Math.ceil(job.limits.memoryMb) : 0 }, parts),
        simulator: parts.simulator.name,
        budget: job.budget,
        seed: job.seed,
        metric: job.metric,
        positions: job.positions,
        fits: job.fits,
      });
      const { failure } = extracted;
      // Not a result about the optimizer; thrown in here, it also keeps a broken session from being used again.
      if (failure !== undefined && isForeign(failure.code)) throw new EvospiceError(failure.code, failure.message);
      return extracted;
    });
    return result as unknown as Json;
  };
}

/** Reads back what the handler answered. */
export function extractionResultOf(answer: Json): ExtractionResult {
  return answer as unknown as ExtractionResult;
}

function optimizerOf({ subject, limits }: ExtractionJob, { runner, baselines }: ExtractionParts): Optimizer {
  if (subject.kind === 'program') return programOptimizer({ name: subject.id, program: { entry: subject.entry, files: subject.files }, runner, limits: limits satisfies ProgramLimits });
  const baseline = baselines.find(({ name }) => name === subject.name);
  if (baseline !== undefined) return baseline.optimizer;
  throw new EvospiceError('EVOLUTION_JOB', `there is no baseline "${subject.name}" here`, { received: subject.name, expected: `one of ${baselines.map(({ name }) => name).join(', ')}` });
}
