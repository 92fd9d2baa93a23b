import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';

const criterion = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'lower-case words with dashes');

/** Grades that a language model gives to programs which were judged. */
export const feedbackSchema = (select: SelectionSchemaMaker) => z.strictObject({
  languageModel: select('LanguageModel').describe('Gives the grades.'),
  criteria: z
    .union([z.array(criterion).min(1).max(10).refine((names) => new Set(names).size === names.length, 'each criterion once'), z.record(criterion, z.string().min(1))])
    .refine((given) => Object.keys(given).length > 0, 'at least one criterion')
    .describe('What is graded from 0 to 1: names such as `clarity`, or names with what they mean.'),
  weight: z.number().min(0).default(0).describe('What the mean of the grades adds to the score when all are 1.'),
  missing: z.number().min(0).max(1).default(0.5).describe('Grade that is taken where there is none: for axes and objectives of the archive and for the weight. It is not among the parts of the score.'),
});

export type FeedbackSettings = z.output<ReturnType<typeof feedbackSchema>>;

/** What grades are called among the parts of a score, the measures and the objectives. */
export function gradeNames({ criteria }: FeedbackSettings): readonly string[] {
  return Object.keys(explained(criteria)).map(gradeName);
}

export function gradeName(name: string): string {
  return `feedback.${name}`;
}

/** Each criterion with what it means; nothing where that was not said. */
export function explained(criteria: FeedbackSettings['criteria']): Readonly<Record<string, string>> {
  return Array.isArray(criteria) ? Object.fromEntries(criteria.map((name) => [name, ''])) : criteria;
}
