import { EvospiceError } from '@evospice/contracts';
import type { ModelFamily } from '@evospice/device';
import type { ColumnOptions } from './columns/column-options.ts';
import type { ImportedKind } from './kinds.ts';
import type { CardOptions } from './model/starting-card.ts';
import type { TaskFormat } from './source.ts';
import type { SplitMode } from './shape/hold-out.ts';

/** Something that is said of all files, or of the one that is named. */
export interface OfFile<T> {
  readonly file?: string;
  readonly value: T;
}

/** A measured structure that is taken away from network parameters. */
export interface DummyFile {
  /** Relative to the task's folder. */
  readonly file: string;
  readonly format: TaskFormat;
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
  /** Structures without the device, as the task finds them. */
  readonly dummies?: { readonly open?: DummyFile; readonly short?: DummyFile };
  readonly split: SplitMode;
  readonly seed: number;
  readonly id?: string;
  readonly title?: string;
}

/** What is said of one file; what is said of it by name goes before what is said of all. */
export function saidOf<T>(said: readonly OfFile<T>[], file: string): readonly T[] {
  return said.toSorted((a, b) => Number(b.file !== undefined) - Number(a.file !== undefined)).filter((each) => each.file === undefined || each.file === file).map(({ value }) => value);
}

/** @throws EvospiceError `USAGE_IMPORT` for structures without network parameters that they could be taken away from */
export function checkDummies({ dummies = {} }: ImportOptions, network: boolean): void {
  const [key] = Object.keys(dummies);
  if (key !== undefined && !network) throw new EvospiceError('USAGE_IMPORT', `--${key}: no file has network parameters`, { expected: 'S, Y, Z, H or G parameters of the device', remedy: `leave --${key} out, or name the file with the network parameters too` });
}

/** @throws EvospiceError `USAGE_IMPORT` for an option that names a file which is not imported */
export function checkNamedFiles(options: ImportOptions, files: readonly string[]): void {
  for (const { file } of [...options.temperature, ...options.geometry]) {
    if (file === undefined || files.includes(file)) continue;
    throw new EvospiceError('USAGE_IMPORT', `an option names the file "${file}", which is not imported`, { received: file, expected: `one of ${files.join(', ')}`, remedy: 'write the name as it is, without its folder' });
  }
}
