import type { Steering } from '../events.ts';

/** What somebody outside wants of a run, as far as it still holds. */
export class SteeringFold {
  paused = false;
  readonly notes: string[] = [];
  readonly marked = new Map<string, string>();
  readonly banned = new Set<string>();
  readonly all: Steering[] = [];
  #focus: { readonly program: string; readonly until: number } | undefined;

  /** @param proposals made so far */
  apply(steering: Steering, proposals: number): void {
    this.all.push(steering);
    switch (steering.action) {
      case 'pause': this.paused = true; break;
      case 'continue': this.paused = false; break;
      case 'note': this.notes.push(steering.text); break;
      case 'from': this.#focus = { program: steering.program, until: proposals + steering.proposals }; break;
      case 'mark': this.marked.set(steering.program, steering.text ?? ''); break;
      case 'ban': this.banned.add(steering.program); break;
    }
  }

  /** The program that is to be parent when so many proposals have been made. */
  focusAt(proposals: number): string | null {
    if (this.#focus === undefined || proposals >= this.#focus.until || this.banned.has(this.#focus.program)) return null;
    return this.#focus.program;
  }
}
