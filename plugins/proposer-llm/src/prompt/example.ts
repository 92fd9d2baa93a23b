import type { EvaluatedProgram, FailedAttempt, ProposalRequest } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import type { KindName } from '../kinds/mutation-kind.ts';
import { mutationKinds } from '../kinds/mutation-kinds.ts';
import { write } from '../kinds/write.ts';
import type { PromptPart } from './prompt-part.ts';
import type { Question } from './question.ts';
import type { TemplateName } from './templates.ts';

const program = (step: string): string => `export default function guess(x: number): number {
  // EVOLVE-BLOCK-START
  const step = ${step};
  // EVOLVE-BLOCK-END
  return x + step;
}
`;

function evaluated(id: string, step: string, value: number): EvaluatedProgram {
  const score = { value, parts: { precision: value, efficiency: 1.2 }, spread: 0.05, cases: [{ case: 'first', seed: 1, value: value - 0.1, parts: { precision: value - 0.1 } }] };
  return {
    program: { id, ...singleFile(program(step)), parents: [], proposer: 'seed', operator: 'seed', hash: id, generation: 0 },
    score, measures: { length: 12 }, digest: ['first: stalls after a fifth of its steps', 'second: the last steps bring nothing'],
  };
}

const failed: FailedAttempt = { id: 'p0004', parents: ['p0001'], program: singleFile(program('steps')), code: 'PROGRAM_ERROR', reason: 'line 3: steps is not defined' };
const advice: readonly PromptPart[] = [{ name: 'lessons', text: '# Lessons\n- Small steps first.', value: 40 }];

/** A question in which everything is there: what templates are checked by, and what they can be tried with. */
export function exampleQuestion(kind: KindName): Question {
  const request: Omit<ProposalRequest, 'random'> = {
    parents: [{ ...evaluated('p0001', '0.1', 0.7), failedChildren: kind === 'repair' ? [failed, { ...failed, id: 'p0005' }] : [failed] }, evaluated('p0002', '0.3', 0.6), evaluated('p0003', '0.2', 0.5)],
    rejections: [failed, { program: null, code: 'PROPOSAL_FAILED', reason: 'the answer holds no program' }],
    problem: {
      contract: 'export default function guess(x: number): number', rules: '- It imports nothing.', goal: 'Come near.',
      background: 'The values grow slowly.', reference: ['round(x: number): number  // To the nearest whole number.', 'round(x: number): number'],
      library: [{ name: 'bisection', summary: 'halves the range at each step' }],
    },
    ...(kind === write.name ? { blank: singleFile(program('0')) } : {}),
    brief: 'Come near.\nBest score so far: 0.7.',
  };
  // Nothing of an example is drawn.
  const whole = request as ProposalRequest;
  const assignment = [...mutationKinds, write].find(({ name }) => name === kind)!.assign(whole, new Set())!;
  return { request: whole, kind, assignment, inspirations: whole.parents.slice(2), maxRejections: 3, advice };
}

/** What the templates of learning are filled with, where everything is there. */
export const learningExamples = {
  plan: { plan: 'The steps are too long at the end. Halve them.' },
  summaries: { summaries: ['Planned: halve the steps. Done: llm-diff, 1 edit. Came of it: score 0.7, +0.1 against its parent; kept.'] },
  'ask-summaries': { attempts: [{ number: 1, program: 'p0004', planned: 'halve the steps', done: 'llm-diff, 1 edit', came: 'score 0.7, +0.1 against its parent; kept' }] },
  lessons: { lessons: ['Small steps first.'] },
  'past-lessons': { lessons: ['Small steps first.'] },
  'ask-lessons': {
    goal: 'Come near.', most: 8,
    children: [{ id: 'p0004', operator: 'llm-diff', gain: '+0.1', failure: null, diff: '-step\n+step / 2' }, { id: 'p0005', operator: 'llm-diff', gain: null, failure: 'PROGRAM_ERROR at trial: no', diff: '' }],
    lessons: [{ number: 1, text: 'Small steps first.', shown: { children: 3, improved: 1, gain: '+0.1' }, withheld: { children: 0, improved: 0, gain: null } }],
  },
  paragraph: { paragraph: 'Look first for what costs most.' },
  'ask-paragraph': { goal: 'Come near.', paragraphs: [{ text: 'Look first for what costs most.', tries: 4, improved: 1, gain: '+0.02' }] },
} satisfies Partial<Record<TemplateName, object>>;
