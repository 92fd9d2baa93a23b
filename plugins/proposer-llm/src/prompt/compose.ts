import type { ChatMessage } from '@evospice/contracts';
import type { PromptPart } from './prompt-part.ts';
import { inspirationName, type Question } from './question.ts';
import { languageOf } from './shown.ts';
import type { Filling } from './templates.ts';

/** Parts of the system message, which is the same for all questions of a run as long as everything fits, so that services keep it. */
const ofSystem = ['background', 'reference', 'library'] as const;
const ofUser = ['run', 'failures', 'partner', 'program', 'digest', 'children', 'instructions'] as const;

/** The messages that parts make; a part that is not there leaves nothing behind. */
export function compose(templates: Filling, { request, assignment, inspirations, advice, kind }: Question, parts: readonly PromptPart[]): readonly ChatMessage[] {
  const texts = new Map(parts.map(({ name, text }) => [name, text]));
  const those = (names: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(names.map((name) => [name, texts.get(name) ?? '']));
  const { contract, rules } = request.problem;
  return [
    { role: 'system', content: templates.fill('system', { contract, rules, language: languageOf(assignment.base), parts: those(ofSystem) }) },
    {
      role: 'user',
      content: templates.fill('user', {
        kind, parts: those(ofUser),
        inspirations: inspirations.flatMap((_, index) => texts.get(inspirationName(index + 1)) ?? []),
        advice: parts.filter(({ name }) => advice.some((one) => one.name === name)).map(({ name, text }) => ({ name, text })),
      }),
    },
  ];
}
