import type { EvolveBlock } from '../text/evolve-blocks.ts';
import { rangeOf, type WrittenNumber } from './written-number.ts';

/** A number of its own, not part of a name, another number or a range. */
const numberPattern = /(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])/g;

/** Numbers of a block in any language: those outside comments, each with the range that a comment behind it on its line states, in whatever comment signs. */
export function numbersInText({ text, start: offset }: EvolveBlock): readonly WrittenNumber[] {
  return [...text.matchAll(numberPattern)].flatMap((match) => {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    // Numbers in the comment itself, or in any other one.
    if (/(?:\/\/|#|--|%|\/\*|\(\*)[^\n]*$/.test(line) && !line.includes('*/')) return [];
    const start = offset + match.index;
    const rest = text.slice(match.index + match[0].length).split('\n', 1)[0] ?? '';
    const range = rangeOf(/^[^\w]*?(?:\/\/|#|--|%|\/\*|\(\*)\s*(range\s+\S+)/.exec(rest)?.[1] ?? '');
    return [{ start, end: start + match[0].length, text: match[0], value: Number(match[0]), range }];
  });
}
