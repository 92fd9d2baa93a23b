import type { ChildVerdict, Memory } from '@evospice/contracts';
import type { Prompts } from '../../prompt/prompts.ts';
import type { Advice, Advised, Occasion } from '../advice.ts';
import { memoryOf, readMemory } from '../memories.ts';
import { signed } from '../lessons/evidence.ts';
import { named, type NamedText } from '../text-id.ts';
import { firstParagraphs } from './first-paragraphs.ts';
import { PARAGRAPH_DETAIL, ParagraphArchive } from './paragraph-archive.ts';

/** Paragraphs shown, the best first, when a new one is asked for. */
const SHOWN = 3;
/** Characters of a paragraph. */
const LONGEST = 1500;

export interface MetaPromptsOptions {
  /** Paragraphs at most. */
  readonly size: number;
  /** Children judged or turned away between two new ones. */
  readonly every: number;
  readonly choose: 'ucb' | 'softmax';
  /** To begin with; the plugin's own when left out. */
  readonly first?: readonly string[] | undefined;
}

/** Paragraphs of instructions that are themselves evolved: each prompt holds one, and the model improves the best by what came of them. */
export class MetaPrompts implements Advice {
  readonly #options: MetaPromptsOptions;
  readonly #prompts: Pick<Prompts, 'fill'>;
  readonly #archive: ParagraphArchive;
  /** Children since a paragraph was last written. */
  #heard = 0;
  #isAsking = false;

  constructor(options: MetaPromptsOptions, prompts: Pick<Prompts, 'fill'>) {
    this.#options = options;
    this.#prompts = prompts;
    this.#archive = new ParagraphArchive(options.size);
  }

  async prepare(occasion: Occasion): Promise<Advised> {
    const { every, choose, first = firstParagraphs } = this.#options;
    if (this.#archive.paragraphs.length === 0) occasion.keep(memoryOf('paragraphs', { paragraphs: first.slice(0, this.#options.size).map(named) }));
    if (this.#heard >= every && !this.#isAsking) {
      this.#isAsking = true;
      try {
        await this.#write(occasion);
      } finally {
        this.#isAsking = false;
      }
    }
    const drawn = this.#archive.draw(choose, occasion.random);
    if (drawn === undefined) return { parts: [], details: {} };
    return { parts: [{ name: 'paragraph', text: await this.#prompts.fill('paragraph', { paragraph: drawn.text }), value: 85 }], details: { [PARAGRAPH_DETAIL]: drawn.id } };
  }

  outcome(verdict: ChildVerdict): void {
    this.#archive.outcome(verdict);
    this.#heard += 1;
  }

  remember(memory: Memory): void {
    const begun = readMemory(memory, 'paragraphs');
    for (const paragraph of begun?.paragraphs ?? []) this.#archive.add(paragraph);
    const written = readMemory(memory, 'paragraph');
    if (written === undefined) return;
    this.#heard = 0;
    if (written.paragraph !== null) this.#archive.add(written.paragraph);
  }

  /** Asks for a new paragraph. An answer without one is kept as such, so that it is not asked for at once again. */
  async #write({ request: { problem }, ask, keep }: Occasion): Promise<void> {
    const best = this.#archive.ranked.slice(0, SHOWN);
    const answer = await ask([{
      role: 'user',
      content: await this.#prompts.fill('ask-paragraph', {
        goal: problem.goal, paragraphs: best.map(({ text, tries, improved, meanGain }) => ({ text, tries, improved, gain: signed(meanGain) })),
      }),
    }]);
    keep(memoryOf('paragraph', { paragraph: paragraphIn(answer), from: best[0]?.id ?? '' }));
  }
}

/** What is inside the code fence of an answer, or all of it; null where there is nothing. */
function paragraphIn(answer: string): NamedText | null {
  const inside = /^\s*```[^\n]*\n([\s\S]*?)\n\s*```/mu.exec(answer)?.[1] ?? answer;
  const text = inside.trim().slice(0, LONGEST).trim();
  return text === '' ? null : named(text);
}
