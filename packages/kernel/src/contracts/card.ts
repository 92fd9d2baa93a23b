/**
 * One `.model` statement inside its file. Immutable; everything that is not changed
 * (comments, order, spelling, other statements) is written back as it was read.
 */
export interface ModelCard {
  /** Model name as written, such as `start_nmos`. */
  readonly name: string;
  /** Model type as written, such as `nmos` or `vdmos nchan`. */
  readonly type: string;
  /** File it was read from, for messages. */
  readonly file: string;
  /** Parameter names in order of appearance, lower case. */
  names(): readonly string[];
  /** Numeric value; undefined when absent or not a number (an expression, a string). */
  value(name: string): number | undefined;
  /** Value as written; undefined when absent. */
  text(name: string): string | undefined;
  /**
   * A card with these values; names already present keep their place, new ones are appended.
   * @throws EvospiceError `CARD_VALUE` for a value that is not finite.
   */
  with(values: Readonly<Record<string, number>>): ModelCard;
  /** The whole file's text. */
  toString(): string;
}

/** Reads and writes model cards of a simulator family. */
export interface CardDialect {
  readonly name: string;
  /**
   * @param text whole file
   * @param source file name for messages, and the model wanted (the only one when left out)
   * @throws EvospiceError `CARD_SYNTAX`, `CARD_MODEL_MISSING`, with file and line.
   */
  parse(text: string, source: { readonly file: string; readonly model?: string }): ModelCard;
}
export const CardDialect = Symbol.for('evospice.CardDialect');
