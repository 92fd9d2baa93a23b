import { countFindings, defined, type Candidate, type Evaluation, type ExtractionProblem, type PhysicsFinding, type TrajectoryPoint } from '@evospice/contracts';
import { toUnit } from '@evospice/toolbox';

export interface RecorderOptions {
  /** Keeps each candidate's position in the unit cube, which descriptors need; true by default. */
  readonly positions?: boolean;
  readonly onEvaluation?: (point: TrajectoryPoint) => void;
  /** Called with each candidate that is better than all before it, after its evaluation. */
  readonly onBest?: (candidate: Candidate, evaluation: Evaluation & { readonly ok: true }, spent: number) => void;
}

/** Keeps every evaluation that was charged, and the best full one: the only result an optimizer can have. */
export class TrajectoryRecorder {
  readonly #problem: ExtractionProblem;
  readonly #options: RecorderOptions;
  readonly #points: TrajectoryPoint[] = [];
  #best: { readonly candidate: Candidate; readonly error: number } | null = null;

  constructor(problem: ExtractionProblem, options: RecorderOptions = {}) {
    this.#problem = problem;
    this.#options = options;
  }

  /** @param spent budget units spent after this evaluation @param batch candidates paid for in the same call */
  record(candidate: Candidate, evaluation: Evaluation, spent: number, batch = 1): void {
    const error = evaluation.ok && evaluation.full ? evaluation.error : null;
    // The earlier of two equals stays: the later one found nothing better.
    const better = error !== null && (this.#best === null || error < this.#best.error);
    if (better) this.#best = { candidate, error };
    const point: TrajectoryPoint = {
      spent,
      error,
      best: this.#best?.error ?? null,
      ...(evaluation.ok ? {} : { failure: evaluation.failure.code }),
      ...(this.#options.positions === false ? {} : { position: toUnit(this.#problem.parameters, candidate) }),
      ...(batch === 1 ? {} : { batch }),
      ...defined({ findings: evaluation.ok ? foundIn(evaluation.findings) : undefined }),
    };
    this.#points.push(point);
    this.#options.onEvaluation?.(point);
    if (better && evaluation.ok) this.#options.onBest?.(candidate, evaluation, spent);
  }

  get points(): readonly TrajectoryPoint[] {
    return this.#points;
  }

  get best(): { readonly candidate: Candidate; readonly error: number } | null {
    return this.#best;
  }
}

function foundIn(findings: readonly PhysicsFinding[]): TrajectoryPoint['findings'] {
  const { violation: violations, warning: warnings } = countFindings(findings);
  return violations + warnings === 0 ? undefined : { violations, warnings };
}
