import { defined, EvospiceError, type Case, type Json, type Outcome } from '@evospice/contracts';
import { z } from 'zod';

const figures = z.record(z.string().min(1), z.number());

/** What an evaluation says of a program on one case. */
const evaluationSchema = z.union([
  z.strictObject({
    invalid: z.string().min(1).describe('Why what the program made does not count; it has no score then'),
  }),
  z.strictObject({
    score: z.number().describe('Larger is better'),
    parts: figures.optional().describe('Figures that the score is made of'),
    measures: figures.optional().describe('Descriptor values'),
    objectives: figures.optional().describe('Further objectives, larger is better'),
    artefacts: z.record(z.string(), z.json()).optional().describe('Things to look at; they never enter the score'),
  }),
]);
export type Evaluation = z.input<typeof evaluationSchema>;

/** What an outcome holds: an evaluation without its artefacts. */
export interface EvaluationData {
  readonly score: number;
  readonly parts?: Readonly<Record<string, number>>;
  readonly measures?: Readonly<Record<string, number>>;
  readonly objectives?: Readonly<Record<string, number>>;
}

/**
 * Outcome of a case from what an evaluation said.
 * @throws EvospiceError `PROBLEM_EVALUATION` when it is not an evaluation: a number that is not finite, a field that there is not
 */
export function outcomeOf({ id, seed }: Case, evaluation: unknown): Outcome {
  const parsed = evaluationSchema.safeParse(evaluation);
  if (!parsed.success) {
    throw new EvospiceError('PROBLEM_EVALUATION', `what the evaluation says on case ${id} cannot be used: ${z.prettifyError(parsed.error).split('\n')[0]}`, {
      received: evaluation, expected: '{"score": number, "parts"?, "measures"?, "objectives"?, "artefacts"?} with finite numbers, or {"invalid": "why"}',
    });
  }
  if ('invalid' in parsed.data) return failedOutcome({ id, seed }, 'PROGRAM_INVALID', parsed.data.invalid);
  const { artefacts, ...data } = parsed.data;
  return { case: id, seed, data: data as Json, ...defined({ artefacts }) };
}

/** Outcome of a case that the program failed on. */
export function failedOutcome({ id, seed }: Case, code: string, message: string): Outcome {
  return { case: id, seed, failure: { code, message: message.slice(0, 2000) }, data: null };
}
