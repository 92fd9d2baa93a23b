/** What was taken for true without being told, in the order in which it was found out. */
export class Assumptions {
  readonly #files: ReadonlyMap<string, number>;
  /** Files of each text; none where it is about all of them. */
  readonly #texts = new Map<string, Set<string>>();

  /** @param files names of all files, for texts that hold for every one of them */
  constructor(files: readonly string[]) {
    this.#files = new Map(files.map((file, index) => [file, index]));
  }

  /** @param file name of the file it is about; left out for what holds for all */
  add(text: string, file?: string): void {
    const known = this.#texts.get(text) ?? new Set();
    this.#texts.set(text, known);
    if (file !== undefined) known.add(file);
  }

  /** One text for each, in front of it the files that it is about. */
  get all(): readonly string[] {
    return [...this.#texts].map(([text, files]) => {
      if (files.size === 0 || this.#files.size === 1) return text;
      if (files.size === this.#files.size) return `all files: ${text}`;
      const [first, ...more] = files;
      return more.length > 2 ? `${first} and ${more.length} more: ${text}` : `${[...files].join(', ')}: ${text}`;
    });
  }
}
