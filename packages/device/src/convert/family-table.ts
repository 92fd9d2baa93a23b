/** A default: a number, or `@name` for the value of another parameter. */
export type DefaultValue = number | `@${string}`;

/** A model family apart from any simulator. Names are lower case and those of the model's own manual. */
export interface ModelFamilyTable {
  readonly family: string;
  readonly title: string;
  /** True where n-type and p-type differ. */
  readonly polarity: boolean;
  /** `dotted`: versions such as `4.6.1`, which some simulators write `4.61`. */
  readonly versions?: 'dotted';
  /** Unit in which the low-field mobility stands here; values on the other side of 1 are in the other unit. */
  readonly mobility?: 'm2' | 'cm2';
  /** Empty for a standard whose names are the same everywhere: all pass, and none is checked. */
  readonly names: readonly string[];
  /** Defaults of the manual, where simulators are known to differ or a message should state them. */
  readonly defaults: Readonly<Record<string, DefaultValue>>;
  /** Other spellings that every simulator accepts. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Words of a block of text. */
export function nameList(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Reads `name=default` pairs; a name without default stands alone. */
export function namesWithDefaults(text: string): Pick<ModelFamilyTable, 'names' | 'defaults'> {
  const pairs = nameList(text).map((word) => word.split('=') as [string, string?]);
  return {
    names: pairs.map(([name]) => name),
    defaults: Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value.startsWith('@') ? (value as DefaultValue) : Number(value)]]))),
  };
}

/** Value of a default in a set of parameters; undefined where the manual states none. */
export function defaultOf(name: string, defaults: Readonly<Record<string, DefaultValue>>, manual: ModelFamilyTable, parameters: ReadonlyMap<string, number>): number | undefined {
  const value = defaults[name];
  if (typeof value !== 'string') return value;
  const other = value.slice(1);
  return parameters.get(other) ?? defaultOf(other, manual.defaults, manual, parameters);
}
