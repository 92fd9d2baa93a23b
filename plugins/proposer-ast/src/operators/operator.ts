import type { RandomSource } from '@evospice/contracts';
import type { ParsedProgram } from '../reading/parse-program.ts';
import type { StrategyBlock } from '../library/strategy-block.ts';

/** Another program that a child may take from. */
export interface Donor {
  readonly id: string;
  readonly program: ParsedProgram;
}

export interface OperatorInput {
  readonly program: ParsedProgram;
  readonly donors: readonly Donor[];
  readonly library: readonly StrategyBlock[];
  readonly random: RandomSource;
}

export interface OperatorResult {
  readonly source: string;
  /** Ids of the donors really used. */
  readonly donors: readonly string[];
  /** What was changed, for the record. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Makes one change; undefined when the program offers no place for it. The result need not be valid: it is verified after. */
export type Operator = (input: OperatorInput) => OperatorResult | undefined;

/** One entry at random; undefined of none. */
export function pick<T>(entries: readonly T[], random: RandomSource): T | undefined {
  return entries.length === 0 ? undefined : entries[random.integer(0, entries.length - 1)];
}

/** `count` different entries at random, or all of fewer. */
export function pickSeveral<T>(entries: readonly T[], count: number, random: RandomSource): T[] {
  const rest = [...entries];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(random.integer(0, rest.length - 1), 1));
  return chosen;
}
