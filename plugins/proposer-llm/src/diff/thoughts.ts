import { fencedBlocks } from './fences.ts';

/** Names of tags and fences around a thought, alone or as a part of a name (`seed:think`, `reasoning_content`). */
const name = '(?:ant|[a-z]{1,16}[:_-])?(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflections?|analysis|scratchpad|monologue|deliberation|brainstorm(?:ing)?|plan(?:ning)?|drafts?)(?:[_-][a-z]{1,16})?';
/** `<think>`, `<|thinking|>`, `<|begin_of_thought|>`, `<|END_THINKING|>`, `◁think▷`; `[THINK]` in capitals only, as brackets are code. */
const tag = new RegExp(
  `<(?<close>/?)${name}(?:\\s[^<>\\n]{0,80})?>|<\\|(?<end>/|end_(?:of_)?)?(?:begin_(?:of_)?|start_(?:of_)?)?${name}\\|>|◁(?<shut>/?)${name}▷`
  + '|\\[(?<off>/?)(?-i:THINK|THINKING|REASONING)\\]', 'giu');
const fenceName = new RegExp(`^${name}$`, 'iu');

/** Channels of the Harmony format, as they come where a service leaves them in the text. */
const message = /<\|channel\|>\s*(?<channel>\w+)[^<]{0,80}<\|message\|>(?<text>[\s\S]*?)(?=<\|(?:end|return|start|channel|call)\|>|$)/gu;
const otherChannel = /<\|channel>\s*\w[\s\S]*?(?:<channel\|>|$)/gu;
/** The same with the special tokens left out. */
const bareChannels = /^\s*analysis(?=[^a-z])[\s\S]*\bassistant\s*final/u;

/**
 * An answer without the model's thoughts: what is between `<think>` and `</think>`, between tags of the same kind in other spellings, in
 * fences of such a name, and in channels other than the final one. A closing tag without an opening one ends a thought that began with
 * the answer, since some services cut the opening tag off; a thought that is not closed extends to the end. A tag in quotation marks is
 * talk about tags, and one behind a word is a type argument. Takes time proportional to the length.
 */
export function withoutThoughts(answer: string): string {
  return withoutFences(withoutTags(finalChannel(answer)));
}

function finalChannel(answer: string): string {
  const messages = [...answer.matchAll(message)];
  if (messages.length > 0) return messages.filter(({ groups }) => groups?.['channel'] === 'final').map(({ groups }) => groups?.['text'] ?? '').join('\n');
  return answer.replace(otherChannel, '\n').replace(bareChannels, '');
}

function withoutTags(answer: string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of answer.matchAll(tag)) {
    const { index, 0: text, groups = {} } = match;
    const closing = [groups['close'], groups['end'], groups['shut'], groups['off']].some((mark) => mark !== undefined && mark !== '');
    const [before, behind] = [answer.charAt(index - 1), answer.charAt(index + text.length)];
    if (/["'`]/u.test(before) && before === behind) continue;
    if (!closing && text.startsWith('<') && /\w/u.test(before)) continue;
    if (depth === 0 && !closing) kept.push(answer.slice(from, index));
    if (depth === 0 && closing) kept.length = 0;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    from = index + text.length;
  }
  if (depth === 0) kept.push(answer.slice(from));
  return kept.join('');
}

function withoutFences(answer: string): string {
  const thoughts = fencedBlocks(answer).filter(({ info }) => fenceName.test(info));
  if (thoughts.length === 0) return answer;
  const lines = answer.split(/\r\n|\n|\r/u);
  for (const { begin, end } of thoughts) lines.fill('', begin, Math.min(end + 1, lines.length));
  return lines.join('\n');
}
