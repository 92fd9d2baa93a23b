import type { Descriptor } from '@evospice/contracts';

/** Strings first, so that what looks like a comment inside one is none. */
const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Characters of a program's source that are neither white space nor comment, in thousands. */
export const programLength: Descriptor = {
  name: 'program-length',
  summary: 'thousands of characters of source without comments and white space',
  range: [0, 10],
  measure: ({ source }) => source.replace(stringOrComment, (_, text: string | undefined) => text ?? '').replace(/\s+/g, '').length / 1000,
};
