import type { Memory } from '@evospice/contracts';
import type { Prompts } from '../../prompt/prompts.ts';
import type { Advice, Advised, Occasion } from '../advice.ts';
import { memoryOf, readMemory } from '../memories.ts';
import type { NamedText } from '../text-id.ts';
import { showLessons } from './show-lessons.ts';

const NAME = 'past-lessons';

export interface PastLessonsOptions {
  /** Folders of other runs, as the configuration names them. */
  readonly from: readonly string[];
  /** Lessons at most. */
  readonly keep: number;
  /** Chance that a prompt shows them. */
  readonly share: number;
}

/**
 * Lessons that other runs ended with. They are kept by this run before it begins, so it does not depend on the others any more. Each prompt shows
 * them or withholds them by lot: so what they are worth is known.
 */
export class PastLessons implements Advice {
  readonly #options: PastLessonsOptions;
  readonly #prompts: Pick<Prompts, 'fill'>;
  readonly #memoriesOf: (run: string) => Promise<readonly Memory[]>;
  #lessons: readonly NamedText[] | undefined;
  #reading: Promise<readonly NamedText[]> | undefined;

  /** @param memoriesOf everything that proposers of another run kept, in order */
  constructor(options: PastLessonsOptions, prompts: Pick<Prompts, 'fill'>, memoriesOf: (run: string) => Promise<readonly Memory[]>) {
    this.#options = options;
    this.#prompts = prompts;
    this.#memoriesOf = memoriesOf;
  }

  async prepare({ random, keep }: Occasion): Promise<Advised> {
    if (this.#lessons === undefined) {
      const read = await (this.#reading ??= this.#read());
      // Of several prompts at once the first keeps them.
      if (this.#lessons === undefined) keep(memoryOf('past-lessons', { lessons: [...read] }));
    }
    return showLessons(NAME, this.#lessons ?? [], { share: this.#options.share, random, value: 55, prompts: this.#prompts });
  }

  remember(memory: Memory): void {
    this.#lessons = readMemory(memory, 'past-lessons')?.lessons ?? this.#lessons;
  }

  /** The last lessons of each run, one of each by turns. */
  async #read(): Promise<readonly NamedText[]> {
    const runs = await Promise.all(this.#options.from.map(async (run) => (await this.#memoriesOf(run)).findLast(({ kind }) => kind === 'lessons')));
    const lists = runs.map((memory) => (memory === undefined ? [] : readMemory(memory, 'lessons')?.lessons ?? []));
    const longest = Math.max(0, ...lists.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
    return [...new Map(inTurn.map((lesson) => [lesson.id, lesson])).values()].slice(0, this.#options.keep);
  }
}
