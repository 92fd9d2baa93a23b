import type { ChildVerdict } from '@evospice/contracts';

/** What children came to whose prompt showed a lesson or withheld it. */
export interface LessonRecord {
  readonly children: number;
  readonly judged: number;
  readonly improved: number;
  /** Of the judged ones; null for none. */
  readonly meanGain: number | null;
}

/** Counts it. */
export class RecordTally {
  #children = 0;
  #judged = 0;
  #improved = 0;
  #sum = 0;

  get record(): LessonRecord {
    return { children: this.#children, judged: this.#judged, improved: this.#improved, meanGain: this.#judged === 0 ? null : this.#sum / this.#judged };
  }

  add({ judged }: ChildVerdict): void {
    this.#children += 1;
    if (judged === undefined || judged.gain === null) return;
    this.#judged += 1;
    this.#sum += judged.gain;
    if (judged.gain > 0) this.#improved += 1;
  }
}
