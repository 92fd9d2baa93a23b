import { counted } from '@evospice/contracts';
import type { ModelUse } from '@evospice/evolution';
import { spentText } from './proposers.ts';

const about: Readonly<Record<ModelUse['purpose'], string>> = { novelty: 'whether children are new', feedback: 'what is to be said for programs', embedding: 'vectors of programs' };

/** What the engine itself asked models, a line for each purpose. */
export function modelUseLines(uses: readonly ModelUse[]): readonly string[] {
  return uses.map(({ purpose, questions, failed, spent }) => {
    const { read, written, cost } = spentText(spent);
    const tokens = spent === null ? [] : [`${read} tokens read`, ...(purpose === 'embedding' ? [] : [`${written} written`]), ...(cost === '-' ? [] : [cost])];
    return [`models were asked ${counted(questions, 'time')} for ${about[purpose]}`, ...(failed === 0 ? [] : [`${failed} without an answer`]), ...tokens].join(', ');
  });
}
