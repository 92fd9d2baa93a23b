import { markIn } from '../cells/marks.ts';

/** One line of a table of text, or one row of a sheet. */
export interface Row {
  readonly cells: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

const number = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?$/u;
const withUnit = /^([+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?)\s*([A-Za-zµμΩ°][^\d\s]*)$/u;

/** Number and unit of a cell such as `2.5 mV`; undefined for any other cell, numbers alone included. */
export function numberWithUnit(cell: string): { readonly number: string; readonly unit: string } | undefined {
  const [, value, unit] = withUnit.exec(cell) ?? [];
  return value === undefined || unit === undefined || /^[eE][+-]?$/u.test(unit) ? undefined : { number: value, unit };
}

export function isNumber(cell: string): boolean {
  return number.test(cell);
}

/** Whether a row belongs to the body of a table: its first cell that is not empty is a number, perhaps with a unit, or a mark before a number. */
export function isData({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first] = filled;
  if (first === undefined) return false;
  if (isNumber(first) || numberWithUnit(first) !== undefined) return true;
  return (markIn(first) !== undefined || /^[+-]?(?:nan|inf)/iu.test(first)) && filled.slice(1).some(isNumber);
}
