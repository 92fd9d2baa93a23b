/** A section of a prompt. */
export interface PromptPart {
  /** What records and templates call it. */
  readonly name: string;
  /** Markdown with its own heading. */
  readonly text: string;
  /** How useful it is: where a prompt does not fit, the least useful part is shortened or dropped first. `Infinity`: never. */
  readonly value: number;
  /** Shorter texts that take its place before it is dropped, longest first. */
  readonly shorter?: readonly string[];
}
