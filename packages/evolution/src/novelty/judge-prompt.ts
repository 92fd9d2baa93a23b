import type { ChatMessage, Program } from '@evospice/contracts';
import { allSource } from '@evospice/program-text';
import { shownText } from '../models/shown-text.ts';
import { objectInAnswer } from '../models/object-in-answer.ts';

/** What a model says of a child. */
export interface NoveltyVerdict {
  readonly differs: boolean;
  readonly reason: string;
}

/** Asks whether a child tries something that none of its neighbours does. @param goal what programs are evolved for */
export function judgePrompt(child: Program, neighbours: readonly Program[], goal: string): readonly ChatMessage[] {
  return [
    {
      role: 'system',
      content: [
        'You compare programs that an evolutionary search writes. You are shown programs that were tried already and a new one. Say whether the new one tries',
        'an idea that none of the others does: another method, another order of steps, another criterion. Other names, numbers, comments or ways of writing the',
        'same steps are not another idea. A judgement of how good it is is not asked for.',
        'Answer with one JSON object and nothing else: {"differs": true or false, "reason": "one sentence"}',
      ].join('\n'),
    },
    {
      role: 'user',
      content: [`What the programs are for:\n${goal}`, ...neighbours.map((program) => `Tried already, ${program.id}:\n${shownText(allSource(program))}`), `The new one:\n${shownText(allSource(child))}`].join('\n\n'),
    },
  ];
}

/** Undefined for an answer that does not say. */
export function readJudgement(answer: string): NoveltyVerdict | undefined {
  const { differs, reason } = objectInAnswer(answer) ?? {};
  const said = typeof differs === 'string' ? { true: true, yes: true, false: false, no: false }[differs.trim().toLowerCase()] : differs;
  return typeof said === 'boolean' ? { differs: said, reason: typeof reason === 'string' ? reason.trim().slice(0, 500) : 'no reason given' } : undefined;
}
