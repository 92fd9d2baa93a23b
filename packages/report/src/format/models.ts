import type { ModelRecord } from '@evospice/evolution';
import { addSpent, spentText } from './proposers.ts';

/** Headings of the cells of {@link modelRows}. */
export const modelHead = ['language model', 'questions', 'no answer', 'tokens in', 'tokens out', 'cost'] as const;

/** The ledger of language models, a row for each and one for all of several. */
export function modelRows(models: readonly ModelRecord[]): readonly (readonly string[])[] {
  const whole = models.reduce((sum, { questions, failed, spent }): ModelRecord => ({
    model: 'together', questions: sum.questions + questions, failed: sum.failed + failed, spent: addSpent(sum.spent, spent),
  }), { model: 'together', questions: 0, failed: 0, spent: null });
  return [...models, ...(models.length < 2 ? [] : [whole])].map(({ model, questions, failed, spent }) => {
    const { read, written, cost } = spentText(spent);
    return [model, String(questions), String(failed), read, written, cost];
  });
}
