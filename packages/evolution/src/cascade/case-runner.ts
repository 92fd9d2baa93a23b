import {
  CASE_JOB, EvospiceError, PRESENT_JOB, type Case, type CaseAnswer, type CaseJob, type JobQueue, type Json, type Outcome, type Subject, type Trouble,
} from '@evospice/contracts';
import type { CaseRecord } from '../events.ts';
import type { Journal } from '../loop/journal.ts';

/** What came of a case with its repetitions: an outcome to judge, or trouble that is not the program's. */
export type CaseAttempt = { readonly outcome: Outcome } | { readonly trouble: Trouble };

export interface CaseStage {
  readonly name: string;
  readonly stored: boolean;
}

export interface CaseRunnerParts {
  readonly session: JobQueue;
  readonly journal: Journal;
  /** Repetitions allowed. */
  readonly retries: number;
  readonly signal: AbortSignal;
}

/** Runs cases for one evolution: what is already stored, of the program or another one of the same text, is not run again, what finishes is written at once. */
export class CaseRunner {
  readonly #parts: CaseRunnerParts;

  constructor(parts: CaseRunnerParts) {
    this.#parts = parts;
  }

  /**
   * A subject on a case, and again when something around it failed.
   * @throws what the job throws; EvospiceError with the code of a trouble that ends the run; `EVOLUTION_WORKER` for an answer that is none
   */
  async run(subject: Subject, stage: CaseStage, one: Case): Promise<CaseAttempt> {
    const { journal } = this.#parts;
    const name = nameOf(subject);
    const stored = journal.view.casesOf(name, stage.name).find(({ outcome }) => outcome.case === one.id && outcome.seed === one.seed);
    if (stored !== undefined) return { outcome: stored.outcome };
    const text = journal.view.programs.get(name)?.program.hash;
    const known = text === undefined ? undefined : journal.view.caseOfText(text, stage.name, one);
    if (known !== undefined) {
      journal.write('case-finished', { subject: name, stage: stage.name, outcome: known.outcome, from: known.from ?? known.subject });
      return { outcome: known.outcome };
    }
    const attempt = await this.#repeat(subject, stage.name, one);
    if (stage.stored && 'outcome' in attempt) journal.write('case-finished', { subject: name, stage: stage.name, outcome: attempt.outcome });
    return attempt;
  }

  /** Artefacts that the problem asked for. @param payload from `Problem.present` */
  async present(payload: Json): Promise<Readonly<Record<string, Json>>> {
    return (await this.#parts.session.execute({ kind: PRESENT_JOB, payload }, { signal: this.#parts.signal })) as Readonly<Record<string, Json>>;
  }

  async #repeat(subject: Subject, stage: string, one: Case): Promise<CaseAttempt> {
    const { retries, journal } = this.#parts;
    let before: Trouble | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const { outcome, trouble } = await this.#once({ subject, stage, case: one });
      if (trouble === undefined) return { outcome: outcome as Outcome };
      const repeated = trouble.place !== undefined && trouble.place === before?.place;
      if (outcome !== undefined && trouble.after === 'count' && (repeated || attempt > retries)) return { outcome };
      if (attempt > retries) return giveUp(trouble);
      journal.write('case-retried', { subject: nameOf(subject), stage, case: one.id, seed: one.seed, attempt, code: trouble.code, reason: trouble.reason });
      before = trouble;
    }
  }

  async #once(job: CaseJob): Promise<CaseAnswer> {
    const { session, signal } = this.#parts;
    const answer = (await session.execute({ kind: CASE_JOB, payload: job as unknown as Json }, { signal })) as unknown as CaseAnswer;
    const { outcome, trouble } = answer;
    const isOther = outcome !== undefined && (outcome.case !== job.case.id || outcome.seed !== job.case.seed || outcome.data === undefined);
    if ((outcome === undefined && trouble === undefined) || isOther) {
      throw new EvospiceError('EVOLUTION_WORKER', `the worker's answer to case ${job.case.id} cannot be used`, {
        received: answer, expected: 'an outcome of that case and seed with data, or trouble', remedy: 'this is a fault of the problem’s worker module',
      });
    }
    return answer;
  }
}

/** The name under which a subject's cases are stored. */
function nameOf(subject: Subject): CaseRecord['subject'] {
  return subject.kind === 'program' ? subject.id : subject.name;
}

function giveUp(trouble: Trouble): CaseAttempt {
  if (trouble.after !== 'stop') return { trouble };
  throw new EvospiceError(trouble.code, trouble.reason, { remedy: 'remove the cause (`evospice doctor` may name it), and resume the run' });
}
