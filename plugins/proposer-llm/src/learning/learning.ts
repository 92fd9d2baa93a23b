import type { LanguageModel, Memory } from '@evospice/contracts';
import type { Prompts } from '../prompt/prompts.ts';
import type { Advice, Occasion } from './advice.ts';
import { Lessons } from './lessons/lessons.ts';
import { PastLessons } from './lessons/past-lessons.ts';
import type { LearningOptions } from './options.ts';
import { MetaPrompts } from './paragraphs/meta-prompts.ts';
import { Planning } from './planning/planning.ts';

export interface LearningParts {
  readonly prompts: Pick<Prompts, 'fill'>;
  /** Everything that proposers of another run kept, by its folder as the options name it. */
  readonly memoriesOf: (run: string) => Promise<readonly Memory[]>;
  /** Language models other than that of the children, where options name some. */
  readonly models: { readonly lessons?: LanguageModel; readonly metaPrompts?: LanguageModel };
}

/** The ways of learning that are switched on. The plan comes last, so that it is made with all other advice. */
export function learningOf({ plan, lessons, metaPrompts }: LearningOptions, { prompts, memoriesOf, models }: LearningParts): readonly Advice[] {
  return [
    ...(metaPrompts === undefined ? [] : [askedOf(models.metaPrompts, new MetaPrompts(metaPrompts, prompts))]),
    ...(lessons === undefined || lessons.from.length === 0 ? [] : [new PastLessons(lessons, prompts, memoriesOf)]),
    ...(lessons === undefined || lessons.every === 0 ? [] : [askedOf(models.lessons, new Lessons(lessons, prompts))]),
    ...(plan === undefined ? [] : [new Planning(plan, prompts)]),
  ];
}

/** The same advice, with its questions put to another model. */
function askedOf(model: LanguageModel | undefined, advice: Advice): Advice {
  if (model === undefined) return advice;
  return {
    prepare: (occasion: Occasion) => advice.prepare({ ...occasion, ask: (messages) => occasion.ask(messages, model) }),
    outcome: (verdict) => advice.outcome?.(verdict),
    remember: (memory) => advice.remember?.(memory),
  };
}
