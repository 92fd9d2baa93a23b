const tag = /<(\/?)(?:think|thinking|thought|thoughts|reasoning|reflection)>/giu;

/**
 * An answer without the model's thoughts: what lies between `<think>` and `</think>`, or tags of the same kind. A closing tag without an
 * opening one ends a thought that began with the answer, since some services cut the opening tag off; a thought that is not closed goes
 * on to the end. Takes time proportional to the length.
 */
export function withoutThoughts(answer: string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of answer.matchAll(tag)) {
    const closing = match[1] === '/';
    if (depth === 0 && !closing) kept.push(answer.slice(from, match.index));
    if (depth === 0 && closing) kept.length = 0;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    from = match.index + match[0].length;
  }
  if (depth === 0) kept.push(answer.slice(from));
  return kept.join('');
}
