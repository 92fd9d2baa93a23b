import type { RandomSource } from '@evospice/contracts';
import type { Prompts } from '../../prompt/prompts.ts';
import type { Advised } from '../advice.ts';
import type { NamedText } from '../text-id.ts';
import { shownAs } from './lesson-book.ts';

export interface ShowOptions {
  /** Chance that they are shown. */
  readonly share: number;
  readonly random: RandomSource;
  /** Of the part that shows them; see `PromptPart`. */
  readonly value: number;
  readonly prompts: Pick<Prompts, 'fill'>;
}

/**
 * Draws whether a prompt shows lessons, and says so on record: nothing where there are none.
 * @param name of the part and its template; the single lessons are told under it without its s
 */
export async function showLessons(name: 'lessons' | 'past-lessons', lessons: readonly NamedText[], { share, random, value, prompts }: ShowOptions): Promise<Advised> {
  // Drawn in any case, so that what is drawn afterwards does not depend on it.
  const isShown = random.next() < share;
  if (lessons.length === 0) return { parts: [], details: {} };
  return {
    parts: isShown ? [{ name, text: await prompts.fill(name, { lessons: lessons.map(({ text }) => text) }), value }] : [],
    details: {
      [`experiment-${name}`]: isShown ? 'shown' : 'withheld',
      [lessonDetail(name)]: lessons.map((lesson) => shownAs(lesson, isShown)).join(' '),
    },
  };
}

/** Name of the detail that tells of single lessons. */
export function lessonDetail(name: string): string {
  return `experiment-${name.slice(0, -1)}`;
}
