import type { ExtractionProblem, ProblemCurve, ProblemParameter, ProblemVector } from '@evospice/contracts';

/** A curve that is computed. */
export type CompactCurve = Pick<ProblemCurve, 'id' | 'instance' | 'geometry' | 'temperatureC' | 'frequency' | 'wrapped'> & {
  readonly x: ArrayLike<number>;
  readonly drives: Readonly<Record<string, { readonly quantity: 'v' | 'i'; readonly values: ArrayLike<number> }>>;
  readonly vectors: readonly Pick<ProblemVector, 'kind' | 'node' | 'hi' | 'lo'>[];
};

/** What of an `ExtractionProblem` its compact model depends on. */
export interface CompactProblem {
  readonly device: Pick<ExtractionProblem['device'], 'kind' | 'thermalNode'>;
  readonly model: ExtractionProblem['model'];
  /** With bounds, what the equations do not have there counts as unsupported too. */
  readonly parameters: readonly (Pick<ProblemParameter, 'name'> & Partial<Pick<ProblemParameter, 'lower' | 'upper'>>)[];
  readonly curves: readonly CompactCurve[];
}
