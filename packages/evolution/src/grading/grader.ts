import type { ArchiveShape, LanguageModel, Logger, Program } from '@evospice/contracts';
import type { Verdict } from '../events.ts';
import type { Journal } from '../loop/journal.ts';
import { askModel } from '../models/ask-model.ts';
import { explained, gradeName, type FeedbackSettings } from '../settings/feedback-settings.ts';
import { ordinalOf } from '../view/program-id.ts';
import { gradePrompt, readGrades } from './grade-prompt.ts';

export interface GraderParts {
  readonly settings: FeedbackSettings;
  readonly model: LanguageModel;
  /** Of the archive: objectives that it asks for are added to the score. */
  readonly shape: ArchiveShape;
  readonly goal: string;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  readonly logger?: Logger | undefined;
}

/**
 * Has a language model grade programs once they are judged. Grades become parts of the score and measures, and add to the score by their weight. They are stored
 * with the verdict. Without an answer, the parts are left out, the verdict says why, and a stated grade is taken where one is needed.
 */
export class Grader {
  readonly #parts: GraderParts;
  readonly #criteria: Readonly<Record<string, string>>;

  constructor(parts: GraderParts) {
    this.#parts = parts;
    this.#criteria = explained(parts.settings.criteria);
  }

  /** What grades can add to a score at most. */
  get most(): number {
    return this.#parts.settings.weight;
  }

  /** @throws what the model throws once the signal has fired */
  async grade(program: Program, verdict: Omit<Verdict, 'archive'>): Promise<Omit<Verdict, 'archive'>> {
    const { settings: { weight, missing }, shape } = this.#parts;
    const names = Object.keys(this.#criteria);
    const read = await this.#ask(program, verdict, names);
    const grades = 'grades' in read ? read.grades : Object.fromEntries(names.map((name) => [name, missing]));
    const figures = Object.fromEntries(Object.entries(grades).map(([name, grade]) => [gradeName(name), grade]));
    const wanted = objectivesOf(shape).filter((name) => Object.hasOwn(figures, name)).map((name) => [name, figures[name] as number] as const);
    const { score, measures } = verdict;
    return {
      ...verdict,
      score: {
        ...score,
        value: score.value + weight * (Object.values(grades).reduce((sum, grade) => sum + grade, 0) / names.length),
        parts: { ...score.parts, ...('grades' in read ? figures : {}) },
        ...(wanted.length === 0 ? {} : { objectives: { ...score.objectives, ...Object.fromEntries(wanted) } }),
      },
      measures: { ...measures, ...figures },
      ...('grades' in read ? {} : { note: `no feedback, each grade is taken to be ${missing}: ${read.reason}` }),
    };
  }

  async #ask(program: Program, { score }: Omit<Verdict, 'archive'>, names: readonly string[]): Promise<ReturnType<typeof readGrades>> {
    const { model, goal, logger } = this.#parts;
    const messages = gradePrompt(program, score, { criteria: this.#criteria, goal });
    const { answer, failure } = await askModel(model, { ordinal: ordinalOf(program.id), proposer: program.proposer, purpose: 'feedback', messages }, this.#parts);
    const read = answer === undefined ? { reason: failure?.reason ?? 'there was no answer' } : readGrades(answer.text, names);
    if ('reason' in read) logger?.warn(`${program.id} has no feedback: ${read.reason}`);
    return read;
  }
}

function objectivesOf(shape: ArchiveShape): readonly string[] {
  if (shape.kind === 'islands') return objectivesOf(shape.of);
  return shape.kind === 'front' ? shape.objectives : [];
}
