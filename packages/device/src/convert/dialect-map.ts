import type { ConversionWarning } from '@evospice/contracts';
import type { DefaultValue } from './family-table.ts';

/** Where a hook reads, sets, removes values and reports. Names are those of the model's manual, or the dialect's own. */
export interface HookContext {
  readonly parameters: Map<string, number>;
  warn(warning: ConversionWarning): void;
}

/** What one simulator calls one model family, and where it differs from the model's own manual. */
export interface FamilyMap {
  readonly family: string;
  /** Model types as written, by polarity, or one for both. */
  readonly types: { readonly n: string; readonly p: string } | string;
  /** Where the type is one word for both: the parameter that tells them apart. */
  readonly polarity?: { readonly parameter: string; readonly n: string; readonly p: string };
  /** Other types that are read as this family; with `polarity` or a trailing n or p they tell it too. */
  readonly otherTypes?: Readonly<Record<string, 'n' | 'p'>>;
  /** Level that is written; no level where left out. */
  readonly level?: number;
  /** Levels that are read as this family besides `level`. */
  readonly otherLevels?: readonly number[];
  /** True where a card without level is this family. */
  readonly withoutLevel?: boolean;
  /** Levels of one family that carry a meaning, such as the geometric diode: they stay on the card. */
  readonly meaningfulLevels?: readonly number[];
  /** Name that is written for the nominal temperature; `tnom` when left out. */
  readonly tnom?: string;
  /** Name of the version; `version` when left out, none where empty. */
  readonly version?: string;
  /** `decimal`: `3.24` for 3.2.4. */
  readonly versionStyle?: 'decimal';
  /** Version the simulator takes when the card has none. */
  readonly defaultVersion?: string;
  /** Versions it has code for; others are answered with a warning. */
  readonly versions?: readonly string[];
  /** This dialect's spelling of some parameters, by the manual's name. */
  readonly names?: Readonly<Record<string, string>>;
  /** More spellings that are read. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The manual's parameters that the simulator has; all when left out. */
  readonly only?: readonly string[];
  /** The manual's parameters that the simulator does not have. */
  readonly missing?: readonly string[];
  /** Parameters of this simulator alone, with what they do. */
  readonly own?: Readonly<Record<string, string>>;
  /** Parameters of this simulator alone that the hooks understand: they pass to and from them under their own names. */
  readonly hooked?: readonly string[];
  /** Defaults that differ from the manual's. */
  readonly defaults?: Readonly<Record<string, DefaultValue>>;
  /** Parameters whose default is in doubt: they are always written out. */
  readonly stated?: readonly string[];
  /** Parameters that exist but act by another equation, with the difference. */
  readonly equations?: Readonly<Record<string, string>>;
  /** What the simulator does with a device's multiplier `m` where it does not simply multiply. */
  readonly multiplier?: string;
  /** Turns hooked parameters into the manual's; by then all others have the manual's names. */
  readonly afterNames?: (context: HookContext) => void;
  /** Turns the manual's parameters into the dialect's own, before they are written. */
  readonly beforeWriting?: (context: HookContext) => void;
}

/** Everything a simulator calls its models. */
export interface DialectMap {
  /** Name of the dialect, such as `hspice`. */
  readonly dialect: string;
  /** Name of the program as people write it, for messages. */
  readonly title: string;
  /** Nominal temperature in degrees Celsius when nothing states one. */
  readonly tnom: number;
  /** Start of a comment line. */
  readonly comment: string;
  /** Start of a model statement. */
  readonly keyword: string;
  /** Model names that the program accepts. */
  readonly modelName?: RegExp;
  readonly families: readonly FamilyMap[];
  /** What becomes of models that have no counterpart, by family. */
  readonly absent?: Readonly<Record<string, string>>;
  /** Types and levels that mean something no family here covers, for messages: `nmos 9` to text. */
  readonly refused?: Readonly<Record<string, string>>;
}
