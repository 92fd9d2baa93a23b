import { named, oneLine, type NamedText } from '../text-id.ts';

/** Characters of a lesson. */
const LONGEST = 400;

const line = /^\s*(?:[-*•–]|\d+[.)])\s+(?:\[(\d+)\]\s*:?\s*)?(.*?)\s*$/u;

/**
 * The lessons of an answer: a line each that begins with a dash, a number in brackets for one of those before, which stays as it is where nothing follows. Prose
 * around them is passed over.
 * @param before lessons of which the numbers speak, counted from 1
 * @returns undefined where the answer holds no lesson at all: then those before are to stay
 */
export function readLessons(answer: string, before: readonly NamedText[], most: number): readonly NamedText[] | undefined {
  const found = answer.split(/\r\n|\n|\r/u).flatMap((text) => {
    const [, number, lesson = ''] = line.exec(text) ?? [];
    const old = number === undefined ? undefined : before[Number(number) - 1];
    if (lesson === '') return old ?? [];
    return named(oneLine(lesson, LONGEST));
  });
  return found.length === 0 ? undefined : [...new Map(found.map((lesson) => [lesson.id, lesson])).values()].slice(0, most);
}
