import { EvospiceError, type ExecutorSession } from '@evospice/contracts';
import type { ExtractionResult } from '@evospice/extraction';
import type { ExtractionRecord } from '../events.ts';
import { EXTRACTION_JOB, extractionResultOf, type ExtractionJob } from './extraction-job.ts';
import { isSandboxCode, troubleIn, troubleOf, type SimulatorTrouble } from './simulator-trouble.ts';

export interface AttemptOptions {
  readonly session: ExecutorSession;
  /** Repetitions allowed. */
  readonly retries: number;
  readonly signal: AbortSignal;
  /** Called before each repetition; `attempt` counts from 1. */
  readonly onRetry: (attempt: number, trouble: SimulatorTrouble) => void | Promise<void>;
}

/** What came of an extraction with its repetitions: a result to judge, or trouble that is not the program's. */
export type ExtractionAttempt = { readonly result: ExtractionResult } | { readonly trouble: SimulatorTrouble };

/**
 * Runs an extraction, and again when the simulator (not the program) was in trouble.
 *
 * A simulator that crashes at the very same evaluations twice does so because of the candidates: then the result stands and
 * the crashes count as the program's failures. A missing licence never counts against the program.
 *
 * @throws whatever the job throws that no repetition cures, such as a missing simulator; EvospiceError `SANDBOX_*` when the sandbox fails
 *   time and again
 */
export async function runExtraction(job: ExtractionJob, options: AttemptOptions): Promise<ExtractionAttempt> {
  let before: SimulatorTrouble | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const { result, trouble } = await attemptOnce(job, options);
    if (trouble === undefined && result !== undefined) return { result };
    if (trouble === undefined) throw new EvospiceError('EVOLUTION_JOB', 'the extraction gave neither a result nor a reason');
    const repeated = before !== undefined && String(trouble.struck) === String(before.struck);
    if (result !== undefined && trouble.code === 'CRASHED' && (repeated || attempt > options.retries)) return { result };
    if (attempt > options.retries) return giveUp(trouble);
    await options.onRetry(attempt, trouble);
    before = trouble;
  }
}

function giveUp(trouble: SimulatorTrouble): ExtractionAttempt {
  if (!isSandboxCode(trouble.code)) return { trouble };
  throw new EvospiceError(trouble.code, trouble.reason, { expected: 'a sandbox that runs programs', remedy: 'run `evospice doctor`, and resume the run' });
}

async function attemptOnce(job: ExtractionJob, { session, signal }: AttemptOptions): Promise<{ readonly result?: ExtractionResult; readonly trouble?: SimulatorTrouble }> {
  try {
    const result = extractionResultOf(await session.execute({ kind: EXTRACTION_JOB, payload: job }, { signal }));
    const trouble = troubleIn(result);
    return trouble === undefined ? { result } : { result, trouble };
  } catch (error) {
    const trouble = signal.aborted ? undefined : troubleOf(error);
    if (trouble === undefined) throw error;
    return { trouble };
  }
}

/**
 * What is stored of a result, and what programs are scored and measured by. Positions in the unit cube are cut to nine decimals, far
 * finer than any step worth telling apart: they are the bulk of a run's file.
 */
export function recordOf(result: ExtractionResult, subject: string, role: ExtractionRecord['role']): ExtractionRecord {
  const { task, seed, simulator, start, final, parameters, end, failure, fits } = result;
  const trajectory = result.run.trajectory.map((point) =>
    point.position === undefined ? point : { ...point, position: point.position.map((place) => Number(place.toFixed(9))) });
  const run = { ...result.run, trajectory };
  return {
    subject, role, task, seed, simulator, run, start, final, parameters, end,
    ...(failure === undefined ? {} : { failure }),
    ...(fits.length === 0 ? {} : { fits }),
  };
}
