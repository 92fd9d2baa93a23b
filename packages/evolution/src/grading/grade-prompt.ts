import type { ChatMessage, Program, Score } from '@evospice/contracts';
import { allSource } from '@evospice/program-text';
import { objectInAnswer } from '../models/object-in-answer.ts';
import { shownText } from '../models/shown-text.ts';

/** Asks for a grade by each criterion. @param goal what programs are evolved for */
export function gradePrompt(program: Program, score: Score, { criteria, goal }: { readonly criteria: Readonly<Record<string, string>>; readonly goal: string }): readonly ChatMessage[] {
  const names = Object.keys(criteria);
  const parts = Object.entries(score.parts).map(([name, value]) => `${name} ${value.toPrecision(4)}`).join(', ');
  return [
    {
      role: 'system',
      content: [
        'You grade programs that an evolutionary search writes. Give each criterion a number from 0 (worst) to 1 (best), independently of the others:',
        ...Object.entries(criteria).map(([name, meaning]) => `- ${name}${meaning === '' ? '' : `: ${meaning}`}`),
        `Answer with one JSON object and nothing else: {${names.map((name) => `"${name}": 0.0`).join(', ')}, "reason": "one sentence"}`,
      ].join('\n'),
    },
    { role: 'user', content: `What the programs are for:\n${goal}\n\nThis one scored ${score.value.toPrecision(5)}${parts === '' ? '' : ` (${parts})`}:\n${shownText(allSource(program))}` },
  ];
}

/** Grades by criterion, or why there are none. */
export function readGrades(answer: string, names: readonly string[]): { readonly grades: Readonly<Record<string, number>> } | { readonly reason: string } {
  const object = objectInAnswer(answer);
  if (object === undefined) return { reason: 'the answer holds no JSON object' };
  const grades = Object.fromEntries(names.map((name) => [name, object[name]]));
  const bad = Object.entries(grades).find(([, grade]) => typeof grade !== 'number' || !(grade >= 0 && grade <= 1));
  return bad === undefined ? { grades: grades as Readonly<Record<string, number>> } : { reason: `the answer grades ${bad[0]} ${JSON.stringify(bad[1] ?? null)}, and a number from 0 to 1 was asked for` };
}
