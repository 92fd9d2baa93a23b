import type { ProposalDetails, RandomSource } from '@evospice/contracts';
import type { NamedText } from '../text-id.ts';
import { shownAs } from './lesson-book.ts';

/**
 * Draws whether a prompt shows lessons, and what the record says of it: nothing where there are none.
 * @param name such as `lessons`; the single ones are told under it without its s
 * @param share chance that they are shown
 */
export function drawLessons(name: string, lessons: readonly NamedText[], { share, random }: { readonly share: number; readonly random: RandomSource }): { readonly isShown: boolean; readonly details: ProposalDetails } {
  // Drawn in any case, so that what is drawn afterwards does not depend on it.
  const isDrawn = random.next() < share;
  if (lessons.length === 0) return { isShown: false, details: {} };
  return {
    isShown: isDrawn,
    details: {
      [`experiment-${name}`]: isDrawn ? 'shown' : 'withheld',
      [lessonDetail(name)]: lessons.map((lesson) => shownAs(lesson, isDrawn)).join(' '),
    },
  };
}

/** Name of the detail that tells of single lessons. */
export function lessonDetail(name: string): string {
  return `experiment-${name.slice(0, -1)}`;
}
