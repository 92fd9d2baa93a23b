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
  /** Name of the `CardDialect` that reads it. */
  readonly dialect: string;
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

/**
 * A model apart from any simulator: what it is, and values under the names and units of the model's own manual.
 * A parameter that is absent has the default of that manual.
 */
export interface NeutralModel {
  readonly name: string;
  /** `bsim4`, `bsim3`, `diode`, `gummel-poon`, `vbic`, … */
  readonly family: string;
  /** Left out for a model without polarity, such as a diode. */
  readonly polarity?: 'n' | 'p';
  /** Version of the model equations, such as `4.5` or `3.2.4`. */
  readonly version?: string;
  /** Temperature in degrees Celsius at which the values hold. */
  readonly tnom: number;
  /** Lower-case name to finite value; neither the temperature nor the version is among them. */
  readonly parameters: ReadonlyMap<string, number>;
}

/** Something a conversion could not carry over exactly. */
export interface ConversionWarning {
  /** Machine-readable kind, upper case, such as `NO_COUNTERPART`. */
  readonly code: string;
  /** Parameter it is about, as the card wrote it; empty where it is about the whole card. */
  readonly parameter: string;
  /** What happened, and what the simulator will assume instead. */
  readonly message: string;
}

export interface NeutralReading {
  readonly model: NeutralModel;
  readonly warnings: readonly ConversionWarning[];
}

export interface NeutralWriting {
  /** One model statement in the dialect, ending in a line end. */
  readonly text: string;
  readonly warnings: readonly ConversionWarning[];
}

/** Reads and writes model cards of a simulator family. */
export interface CardDialect {
  readonly name: string;
  /** What a comment line begins with; `*` when left out. */
  readonly comment?: string;
  /**
   * @param text whole file
   * @param source file name for messages, and the model wanted (the only one when left out)
   * @throws EvospiceError `CARD_SYNTAX`, `CARD_MODEL_MISSING`, with file and line.
   */
  parse(text: string, source: { readonly file: string; readonly model?: string }): ModelCard;
  /**
   * What a card of this dialect says, apart from the dialect; left out by a dialect that converts nothing.
   * @throws EvospiceError `CONVERT_FAMILY` for a model that is not known, `CONVERT_EXPRESSION` for a value that is not a number.
   */
  toNeutral?(card: ModelCard): NeutralReading;
  /** @throws EvospiceError `CONVERT_FAMILY` when the simulator has no such model. */
  fromNeutral?(model: NeutralModel): NeutralWriting;
}
export const CardDialect = Symbol.for('evospice.CardDialect');
