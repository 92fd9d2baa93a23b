import type { ChatMessage, ChildVerdict, Memory } from '@evospice/contracts';
import type { Prompts } from '../../prompt/prompts.ts';
import type { Advice, Advised, Occasion } from '../advice.ts';
import { memoryOf, readMemory } from '../memories.ts';
import { signed, tellingChildren, type ShownChild } from './evidence.ts';
import { LessonBook } from './lesson-book.ts';
import { readLessons } from './read-lessons.ts';
import type { LessonRecord } from './record.ts';
import { lessonDetail, showLessons } from './show-lessons.ts';

const NAME = 'lessons';
/** Children remembered between two questions for lessons. */
const MOST_CHILDREN = 60;

export interface LessonsOptions {
  /** Children judged or turned away between two questions for lessons. */
  readonly every: number;
  /** Lessons at most. */
  readonly keep: number;
  /** Chance that a prompt shows them. */
  readonly ownShare: number;
}

/** Lessons that the model draws from what became of children, and shows itself again. */
export class Lessons implements Advice {
  readonly #options: LessonsOptions;
  readonly #prompts: Pick<Prompts, 'fill'>;
  readonly #book = new LessonBook(lessonDetail(NAME));
  /** Since lessons were last drawn. */
  #children: ChildVerdict[] = [];
  #heard = 0;
  #isAsking = false;

  constructor(options: LessonsOptions, prompts: Pick<Prompts, 'fill'>) {
    this.#options = options;
    this.#prompts = prompts;
  }

  async prepare(occasion: Occasion): Promise<Advised> {
    if (this.#heard >= this.#options.every && !this.#isAsking) {
      this.#isAsking = true;
      try {
        await this.#draw(occasion);
      } finally {
        this.#isAsking = false;
      }
    }
    return showLessons(NAME, this.#book.lessons, { share: this.#options.ownShare, random: occasion.random, value: 65, prompts: this.#prompts });
  }

  outcome(verdict: ChildVerdict): void {
    this.#book.outcome(verdict);
    this.#heard += 1;
    this.#children = [...this.#children, verdict].slice(-MOST_CHILDREN);
  }

  remember(memory: Memory): void {
    const told = readMemory(memory, 'lessons');
    if (told === undefined) return;
    this.#book.lessons = told.lessons;
    this.#heard = 0;
    this.#children = [];
  }

  /** Asks for lessons anew. An answer without any leaves those that there are. */
  async #draw(occasion: Occasion): Promise<void> {
    const before = this.#book.lessons;
    let children = tellingChildren(this.#children);
    let question = await this.#question(children, occasion);
    while (children.length > 1 && !(await occasion.fits(question))) {
      children = children.slice(0, -1);
      question = await this.#question(children, occasion);
    }
    const answer = await occasion.ask(question);
    occasion.keep(memoryOf('lessons', { lessons: [...(readLessons(answer, before, this.#options.keep) ?? before)] }));
  }

  async #question(children: readonly ShownChild[], { request: { problem: { goal } } }: Occasion): Promise<readonly ChatMessage[]> {
    const lessons = this.#book.lessons.map((lesson, index) => (
      { number: index + 1, text: lesson.text, shown: told(this.#book.recordOf(lesson, true)), withheld: told(this.#book.recordOf(lesson, false)) }
    ));
    return [{ role: 'user', content: await this.#prompts.fill('ask-lessons', { goal, most: this.#options.keep, children, lessons }) }];
  }
}

function told({ children, improved, meanGain }: LessonRecord): { readonly children: number; readonly improved: number; readonly gain: string | null } {
  return { children, improved, gain: meanGain === null ? null : signed(meanGain) };
}
