import type { Dataset } from '@evospice/contracts';
import { inBaseUnit, readUnit } from '@evospice/readers';
import { readName, type NameReading } from './read-name.ts';

/** A column or a constant of a measured file, over all its blocks. */
export interface FileColumn {
  readonly name: string;
  readonly reading: NameReading | undefined;
  /** As the file states it, without prefix. */
  readonly unit: string | undefined;
  /** Values of every row of the file, a constant repeated; as in the file. */
  readonly values: Float64Array;
  /** Whether every block has one value of it. */
  readonly constant: boolean;
  /** Whether it is a constant of blocks rather than a column. */
  readonly variable: boolean;
}

export function inventoryOf({ blocks }: Dataset): readonly FileColumn[] {
  const names = [...new Set(blocks.flatMap(({ columns, variables }) => [...columns, ...Object.keys(variables)]))];
  const everywhere = names.filter((name) => blocks.every(({ values, variables }) => values[name] !== undefined || variables[name] !== undefined));
  return everywhere.map((name): FileColumn => {
    const parts = blocks.map(({ values, variables, rowLines }) => values[name] ?? new Float64Array(rowLines.length).fill(variables[name]!));
    return {
      name, reading: readName(name), unit: blocks.find(({ units }) => units[name] !== undefined)?.units[name], values: joined(parts),
      constant: parts.every((part) => part.every((value) => value === part[0])), variable: blocks.every(({ values }) => values[name] === undefined),
    };
  });
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Values in the unit that a column is said to have, and turned where its sign is. */
export function scaledValues({ values, unit }: FileColumn, written: string | undefined, scale = 1): Float64Array {
  const factor = unit === undefined && written !== undefined ? readUnit(written) : undefined;
  return values.map((value) => (factor === undefined ? value : inBaseUnit(value, factor)) * scale + 0);
}

export function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** How often a value differs from that of the row before; the first row of the file does not count. */
export function changesOf(values: Float64Array): number {
  let changes = 0;
  for (let row = 1; row < values.length; row += 1) if (values[row] !== values[row - 1]) changes += 1;
  return changes;
}

/** Whether a column stays for some rows before it changes, as the outer bias of a family of curves does. */
export function isStepped(values: Float64Array): boolean {
  return changesOf(values) <= 0.34 * values.length;
}
