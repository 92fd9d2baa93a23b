/** Lines kept, and characters of each, so that a chatty program cannot fill a run's record. */
const mostLines = 1000;
const mostCharacters = 1000;

/** Keeps the first lines and counts those it dropped. */
export class BoundedLog {
  readonly #lines: string[] = [];
  readonly #onLine: ((line: string) => void) | undefined;
  #dropped = 0;

  /** @param onLine called with every line that is kept */
  constructor(onLine?: (line: string) => void) {
    this.#onLine = onLine;
  }

  add(message: unknown): void {
    if (this.#lines.length >= mostLines) {
      this.#dropped += 1;
      return;
    }
    const text = String(message);
    const line = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
    this.#lines.push(line);
    this.#onLine?.(line);
  }

  get lines(): readonly string[] {
    return this.#dropped === 0 ? [...this.#lines] : [...this.#lines, `(${this.#dropped} further lines were dropped)`];
  }
}
