import type { ExecutorSession, Program, Task } from '@evospice/contracts';
import type { CurveFit, ExtractionResult } from '@evospice/extraction';
import type { EvolutionEvents, ExtractionRecord } from '../events.ts';
import type { ExtractionJob } from '../jobs/extraction-job.ts';
import { requestFits } from '../jobs/fit-job.ts';
import { recordOf, runExtraction, type ExtractionAttempt } from '../jobs/run-extraction.ts';
import type { SimulatorTrouble } from '../jobs/simulator-trouble.ts';
import type { Journal } from '../loop/journal.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';

export interface ExtractionOrder {
  readonly role: ExtractionRecord['role'];
  readonly task: Task;
  readonly seed: number;
  readonly fits: boolean;
}

export type RecordedAttempt = { readonly record: ExtractionRecord } | { readonly trouble: SimulatorTrouble };

type Subject = ExtractionJob['subject'];

function subjectOf({ id, entry, files }: Program): Subject {
  return { kind: 'program', id, entry, files };
}

/** Runs extractions for one evolution: what is already stored is not run again, what finishes is stored at once. */
export class Extractor {
  readonly #settings: EvolutionSettings;
  readonly #session: ExecutorSession;
  readonly #journal: Journal;
  readonly #signal: AbortSignal;

  constructor(parts: { readonly settings: EvolutionSettings; readonly session: ExecutorSession; readonly journal: Journal; readonly signal: AbortSignal }) {
    this.#settings = parts.settings;
    this.#session = parts.session;
    this.#journal = parts.journal;
    this.#signal = parts.signal;
  }

  /** A program on a task. */
  program(program: Program, order: ExtractionOrder): Promise<RecordedAttempt> {
    return this.#recorded(subjectOf(program), program.id, order);
  }

  /** A baseline on a task. */
  baseline(name: string, order: ExtractionOrder): Promise<RecordedAttempt> {
    return this.#recorded({ kind: 'baseline', name }, name, order);
  }

  /** A small extraction that is not stored. */
  async probe(program: Program, { task, seed, budget }: { readonly task: Task; readonly seed: number; readonly budget: number }): Promise<{ readonly result: ExtractionResult } | { readonly trouble: SimulatorTrouble }> {
    const { limits, probe } = this.#settings;
    const job: ExtractionJob = {
      ...this.#job(subjectOf(program), { role: 'train', task, seed, fits: false }),
      budget,
      limits: { ...limits, wallSeconds: Math.min(limits.wallSeconds, probe.wallSeconds) },
      positions: false,
    };
    return this.#attempt(job, program.id, 'train');
  }

  /** Overlays of a stored extraction, simulated once more. */
  fits({ task, parameters }: ExtractionRecord): Promise<readonly CurveFit[]> {
    return requestFits({ task, parameters }, { session: this.#session, signal: this.#signal });
  }

  async #recorded(subject: Subject, name: string, order: ExtractionOrder): Promise<RecordedAttempt> {
    const { role, task, seed } = order;
    const stored = this.#journal.view.extractionsOf(name, role).find((record) => record.task === task.id && record.seed === seed);
    if (stored !== undefined) return { record: stored };
    const attempt = await this.#attempt(this.#job(subject, order), name, role);
    if ('trouble' in attempt) return attempt;
    const record = recordOf(attempt.result, name, role);
    await this.#journal.write('extraction-finished', record);
    return { record };
  }

  #attempt(job: ExtractionJob, name: string, role: ExtractionRecord['role']): Promise<ExtractionAttempt> {
    return runExtraction(job, {
      session: this.#session,
      retries: this.#settings.retries,
      signal: this.#signal,
      onRetry: (attempt, { code, reason }) => {
        const payload: EvolutionEvents['extraction-retried'] = { subject: name, role, task: job.task, seed: job.seed, attempt, code, reason };
        return this.#journal.write('extraction-retried', payload);
      },
    });
  }

  #job(subject: Subject, { role, task, seed, fits }: ExtractionOrder): ExtractionJob {
    const { budget, metric, limits } = this.#settings;
    // Only training extractions are measured by descriptors.
    return { subject, task: task.id, seed, budget, metric, limits: { ...limits }, positions: role === 'train', fits, priority: role === 'validate' ? 'validation' : 'exploration' };
  }
}
