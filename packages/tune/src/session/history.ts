import type { Candidate } from '@evospice/contracts';

/** A state that can be gone back to. */
export interface Step {
  readonly values: Candidate;
  /** What led to it, such as `vth0` or `fit with lm`. */
  readonly what: string;
}

/** Values in the order in which they were set; a step that is taken after going back drops what lay ahead. */
export class History {
  #steps: readonly Step[];
  #at = 0;

  constructor(start: Candidate) {
    this.#steps = [{ values: start, what: 'start' }];
  }

  get current(): Step {
    return this.#steps[this.#at]!;
  }

  /** What the next undo takes back, and the next redo does again; null where there is nothing. */
  get ways(): { readonly undo: string | null; readonly redo: string | null } {
    return { undo: this.#at === 0 ? null : this.current.what, redo: this.#steps[this.#at + 1]?.what ?? null };
  }

  /** What led here from the start, step by step. */
  get path(): readonly string[] {
    return this.#steps.slice(1, this.#at + 1).map(({ what }) => what);
  }

  /** Values that are those of now already are not a step of their own. */
  push(step: Step): void {
    if (step.values.every((value, index) => value === this.current.values[index])) return;
    this.#steps = [...this.#steps.slice(0, this.#at + 1), step];
    this.#at += 1;
  }

  undo(): Candidate {
    this.#at = Math.max(0, this.#at - 1);
    return this.current.values;
  }

  redo(): Candidate {
    this.#at = Math.min(this.#steps.length - 1, this.#at + 1);
    return this.current.values;
  }
}
