import type { ChildVerdict, CompletionRequest, Memory } from '@evospice/contracts';
import { evaluatedProgram } from '@evospice/testkit';
import type { Occasion } from '../learning/advice.ts';
import { named } from '../learning/text-id.ts';

/** What a model that plays along answers to the questions of learning, each time the same to the same question; undefined for others. */
export function teach({ messages }: Pick<CompletionRequest, 'messages'>): string | undefined {
  const asked = messages.at(-1)?.content ?? '';
  const mark = named(asked).id;
  if (asked.includes('Do not write code yet')) return `<think>hm</think>The number is too small (${mark}).\nRaise it.`;
  if (asked.includes('You keep the notebook')) return `Here they are:\n- [1]\n- Raise numbers, as ${mark} says.\n- Touch nothing else.`;
  if (asked.includes('one new paragraph')) return `\`\`\`text\nGo about it as ${mark} says.\n\`\`\``;
  if (asked.includes('Answer with one line for each')) return [...asked.matchAll(/^(\d+)\. Planned/gmu)].map(([, number]) => `${number}. In short ${mark}.`).join('\n');
  return undefined;
}

/** A child's verdict: its gain on a parent of score 0.5, or why it was turned away. */
export function verdict(id: string, gain: number | string, details: ChildVerdict['details'] = {}): ChildVerdict {
  const parent = evaluatedProgram('const step = 1;\nconst size = 2;\n', 'p0001').program;
  const { program, score } = evaluatedProgram(`const step = 1;\nconst size = 3; // ${id}\n`, id, 0.5 + (typeof gain === 'number' ? gain : 0));
  return {
    program: { ...program, parents: ['p0001'], operator: 'llm-diff' }, parent, details,
    ...(typeof gain === 'string' ? { rejection: { stage: 'trial', code: 'PROGRAM_ERROR', reason: gain } } : { judged: { score, status: gain > 0 ? 1 : 0, gain } }),
  };
}

/** An occasion of which the questions are answered by `teach`, with what was asked and kept. */
export function occasion(changes: Pick<Occasion, 'request' | 'random'> & Partial<Occasion>): Occasion & { readonly asked: string[]; readonly kept: Memory[] } {
  const asked: string[] = [];
  const kept: Memory[] = [];
  return {
    asked, kept, parts: [], arm: { model: 'm', kind: 'diff', weight: 1 },
    ask: (messages) => {
      asked.push(messages.at(-1)?.content ?? '');
      return Promise.resolve((teach({ messages }) ?? '').replace(/<think>.*<\/think>/u, ''));
    },
    fits: () => Promise.resolve(true),
    question: (asks, parts) => Promise.resolve([{ role: 'user', content: `${asks === 'ask-plan' ? 'Do not write code yet' : asks} with ${parts.map(({ name }) => name).join()}` }]),
    keep: (memory) => void kept.push(memory),
    ...changes,
  };
}
