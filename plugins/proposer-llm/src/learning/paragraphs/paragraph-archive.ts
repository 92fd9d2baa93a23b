import type { ChildVerdict, RandomSource } from '@evospice/contracts';
import { rouletteIndex } from '@evospice/toolbox';
import type { NamedText } from '../text-id.ts';

/** Name of the detail of a child that says which paragraph its prompt held. */
export const PARAGRAPH_DETAIL = 'experiment-paragraph';

/** Tries without which a paragraph is not given up, as long as there are others. */
const FEWEST_TRIES = 2;
/** How much a paragraph that was tried seldom is preferred by UCB, as a share of the best gain. */
const CURIOSITY = 0.5;
/** How far apart mean gains must lie for softmax, as a share of the best gain, to make one e times as likely as the other. */
const TEMPERATURE = 0.3;

/** A paragraph with what children came to whose prompts held it. */
export interface TriedParagraph extends NamedText {
  /** Children judged or turned away. */
  readonly tries: number;
  readonly judged: number;
  readonly improved: number;
  /** Mean over all tries of the gain on the parent; 0 for a child that gained nothing or was turned away. */
  readonly meanGain: number;
}

type Tally = { tries: number; judged: number; improved: number; sum: number };

/** Paragraphs of instructions, the best of which are drawn most often. */
export class ParagraphArchive {
  readonly #size: number;
  readonly #tallies = new Map<string, Tally>();
  #paragraphs: readonly NamedText[] = [];
  /** Largest gain of any child: what gains are measured by. */
  #largest = 0;

  /** @param size paragraphs at most, at least 2 */
  constructor(size: number) {
    this.#size = size;
  }

  /** In order of entry. */
  get paragraphs(): readonly TriedParagraph[] {
    return this.#paragraphs.map((paragraph) => {
      const { tries, judged, improved, sum } = this.#tallyOf(paragraph.id);
      return { ...paragraph, tries, judged, improved, meanGain: tries === 0 ? 0 : sum / tries };
    });
  }

  /** Those with the greatest mean gain first. */
  get ranked(): readonly TriedParagraph[] {
    return this.paragraphs.toSorted((a, b) => b.meanGain - a.meanGain);
  }

  /** Takes in what is not there yet; where there are too many then, the least useful older one goes. */
  add(paragraph: NamedText): void {
    if (this.#paragraphs.some(({ id }) => id === paragraph.id)) return;
    this.#paragraphs = [...this.#paragraphs, paragraph];
    if (this.#paragraphs.length <= this.#size) return;
    const older = this.paragraphs.slice(0, -1);
    const known = older.filter(({ tries }) => tries >= FEWEST_TRIES);
    const least = (known.length === 0 ? older : known).reduce((found, one) => (one.meanGain < found.meanGain ? one : found));
    this.#paragraphs = this.#paragraphs.filter(({ id }) => id !== least.id);
  }

  /**
   * One of them. By `ucb` each is tried once first, then that whose mean gain may be greatest by what is known (UCB1, Auer, Cesa-Bianchi and Fischer 2002);
   * of equal ones chance takes one. By `softmax` chance takes one, the likelier the greater its mean gain.
   * @returns undefined for none
   */
  draw(by: 'ucb' | 'softmax', random: RandomSource): NamedText | undefined {
    const all = this.paragraphs;
    if (all.length === 0) return undefined;
    const scale = this.#largest === 0 ? 1 : this.#largest;
    if (by === 'softmax') return all[rouletteIndex(all.map(({ meanGain }) => Math.exp(meanGain / scale / TEMPERATURE)), random)];
    const total = all.reduce((sum, { tries }) => sum + tries, 0);
    const hopes = all.map(({ tries, meanGain }) => (tries === 0 ? Number.POSITIVE_INFINITY : meanGain / scale + CURIOSITY * Math.sqrt((2 * Math.log(total)) / tries)));
    const best = all.filter((_, index) => hopes[index] === Math.max(...hopes));
    return best[Math.floor(random.next() * best.length)];
  }

  outcome({ details, judged }: ChildVerdict): void {
    const id = details[PARAGRAPH_DETAIL];
    if (typeof id !== 'string') return;
    const tally = this.#tallyOf(id);
    this.#tallies.set(id, tally);
    const gain = Math.max(0, judged?.gain ?? 0);
    tally.tries += 1;
    tally.sum += gain;
    if (judged !== undefined) tally.judged += 1;
    if (gain > 0) tally.improved += 1;
    this.#largest = Math.max(this.#largest, gain);
  }

  #tallyOf(id: string): Tally {
    return this.#tallies.get(id) ?? { tries: 0, judged: 0, improved: 0, sum: 0 };
  }
}
