/** Why a cell holds no measured value. */
export type Mark = 'overflow' | 'compliance' | 'no value';

/**
 * No quantity that these files hold comes near it. Instruments write 9.9E+37 and 9.91E+37 for infinity and "not a number" (SCPI-99, volume 1,
 * section 7.2.1.4) and 199.999E+99 for an overflow (4155 and 4156).
 */
const largestPlausible = 9.8e36;

const words: readonly (readonly [RegExp, Mark])[] = [
  [/^#?(?:ovf(?:l|lw)?|ovld|ovr|overflow|overload|overrange|over|ol|of|o\.[lf]\.?)$/iu, 'overflow'],
  [/^\*{2,}$/u, 'overflow'],
  [/^(?:c|cmpl?|compl?\.?|compliance|clamp(?:ed)?|limit)$/iu, 'compliance'],
  [/^(?:-{2,}|#n\/?a!?|n\/a|#(?:num|div\/0|value|null|ref)!|#name\?)$/iu, 'no value'],
];

/** A value behind the status letter of the 4155 and 4156: T another unit, C this unit at compliance, V overflow, X oscillation. */
const flagged = /^([CTVX])\s*([+-]?[\d.][\d.eE+-]*)$/u;

/** Whether a cell is the status letter of {@link flagged} alone, which happens where blanks separate the cells of a row. */
export const isStatusLetter = (text: string): boolean => /^[CTVX]$/u.test(text);

/** What a cell says in place of a measured value; undefined for everything else, ordinary numbers included. */
export function markIn(text: string): Mark | undefined {
  const value = Number(text);
  if (text !== '' && Number.isFinite(value)) return Math.abs(value) >= largestPlausible ? 'overflow' : undefined;
  for (const [pattern, mark] of words) if (pattern.test(text)) return mark;
  const match = flagged.exec(text);
  if (match === null || !Number.isFinite(Number(match[2]))) return undefined;
  return match[1] === 'V' ? 'overflow' : 'compliance';
}
