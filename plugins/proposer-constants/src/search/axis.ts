import { defined } from '@evospice/contracts';
import { isWhole, type WrittenNumber } from '@evospice/program-text';
import type { Bounded } from '@evospice/toolbox';

/** A number of a program as a parameter of a search. */
export interface Axis extends Bounded {
  /** As it is written in the program that the search began with. */
  readonly start: string;
}

/** How far a number without a range may move: to so many times its value, and to that part of it. */
const REACH = 4;

/** Ranges that span more than this are searched on a logarithmic axis. */
const LOG_FROM = 10;

/** The axis of a number; undefined where its range leaves nothing to choose. A literal has no sign of its own, so none is below 0. */
export function axisOf({ value, text, range }: Pick<WrittenNumber, 'value' | 'text' | 'range'>): Axis | undefined {
  const whole = isWhole({ text, range });
  const [low, high] = range ?? [value / REACH, value * REACH];
  const lower = whole ? Math.max(range === undefined ? 1 : 0, Math.ceil(low)) : Math.max(0, low);
  const upper = whole ? Math.floor(high) : high;
  if (!(upper > lower)) return undefined;
  return { start: text, lower, upper, scale: lower > 0 && upper / lower >= LOG_FROM ? 'log' : 'lin', ...defined({ increment: whole ? 1 : undefined }) };
}

/** A value as it is written: four digits, whole where the axis is, and inside its bounds. */
export function textOf({ lower, upper, increment }: Axis, value: number): string {
  const rounded = increment === undefined ? Number(value.toPrecision(4)) : Math.round(value);
  return String(Math.min(upper, Math.max(lower, rounded)));
}
