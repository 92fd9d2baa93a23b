import { EvospiceError } from '@evospice/contracts';
import type { ModelFamily } from '@evospice/device';
import type { ColumnOptions } from './columns/column-options.ts';
import type { ImportedKind } from './kinds.ts';
import type { CardOptions } from './model/starting-card.ts';
import type { SplitMode } from './shape/hold-out.ts';

/** Something that is said of all files, or of the one that is named. */
export interface OfFile<T> {
  readonly file?: string;
  readonly value: T;
}

/** What somebody says of measured files in place of answering questions. */
export interface ImportOptions {
  readonly columns: ColumnOptions;
  readonly kind?: ImportedKind;
  readonly polarity?: 'n' | 'p';
  readonly family?: ModelFamily;
  readonly card?: CardOptions;
  /** Degrees Celsius. */
  readonly temperature: readonly OfFile<number>[];
  /** Instance parameters, SI units. */
  readonly geometry: readonly OfFile<Readonly<Record<string, number>>>[];
  /** Hz, for capacitances. */
  readonly frequency?: number;
  /** Terminal at each port of network parameters. */
  readonly ports?: readonly string[];
  readonly split: SplitMode;
  readonly seed: number;
  readonly id?: string;
  readonly title?: string;
}

/** What is said of one file; what is said of it by name goes before what is said of all. */
export function saidOf<T>(said: readonly OfFile<T>[], file: string): readonly T[] {
  return said.toSorted((a, b) => Number(b.file !== undefined) - Number(a.file !== undefined)).filter((each) => each.file === undefined || each.file === file).map(({ value }) => value);
}

/** @throws EvospiceError `USAGE_IMPORT` for an option that names a file which is not imported */
export function checkNamedFiles(options: ImportOptions, files: readonly string[]): void {
  for (const { file } of [...options.temperature, ...options.geometry]) {
    if (file === undefined || files.includes(file)) continue;
    throw new EvospiceError('USAGE_IMPORT', `an option names the file "${file}", which is not imported`, { received: file, expected: `one of ${files.join(', ')}`, remedy: 'write the name as it is, without its folder' });
  }
}
