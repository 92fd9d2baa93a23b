import type { CardDialect, CircuitOptions, LibraryCircuit } from '@evospice/contracts';
import type { ResolvedModel } from '../pdk/resolve-model.ts';

/** What a task begins with: a card, and the circuit around its device. */
export interface StartingModel extends LibraryCircuit {
  /** Options that a library sets. */
  readonly options?: CircuitOptions;
  /** The instance that a curve takes at a temperature: of a card that depends on the temperature there is one for each. */
  readonly instanceAt: (instance: string, temperatureC: number) => string;
  /** Value of a parameter of the subcircuit around the device, or of the library; undefined where there is none. */
  readonly parameter: ResolvedModel['parameter'];
  /** The library for values of its own parameters; left out for a card that stands alone. */
  readonly resolve?: (values: Readonly<Record<string, number>>) => LibraryCircuit;
  /** What the reader of the task should know of a library that was resolved. */
  readonly notes: readonly string[];
}

/** The file that `model.card` names. */
export interface CardFile {
  readonly file: string;
  readonly text: string;
  readonly dialect: CardDialect;
}
