import type { ModelCard } from '@evospice/contracts';
import { parameterFacts, type GenericTunable, type ModelFamily } from '@evospice/device';
import { blindTo, type Coverage } from './coverage.ts';
import { moreTunables } from './more-tunables.ts';

export interface ProposedTunable {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly scale: 'lin' | 'log';
  /** Left out where the card has the value. */
  readonly init?: number;
  /** What it does physically. */
  readonly role?: string;
  readonly unit?: string;
}

export interface TunableProposal {
  readonly tunables: readonly ProposedTunable[];
  /** Parameters that were left out, by the reason. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

/** What bounds reach beyond a card's own value that lies outside the usual ones: a factor, or a part of the usual width. */
const beyond = { log: 5, lin: 0.25 };

export interface TunableRules {
  readonly family: ModelFamily;
  /** Whether somebody brought the card: what is known of its process, such as the oxide, is then not tuned. */
  readonly brought: boolean;
  /** What a simulator takes where the card does not state a parameter; undefined where that depends on others. */
  readonly defaultOf?: (name: string) => number | undefined;
}

/**
 * Parameters that the curves can determine, with the usual bounds of the family, widened where the starting card lies outside them.
 */
export function proposeTunables(card: ModelCard, usual: readonly GenericTunable[], coverage: Coverage, { family, brought, defaultOf = () => undefined }: TunableRules): TunableProposal {
  const more = (moreTunables[family] ?? []).filter(({ name }) => usual.every((tunable) => tunable.name !== name));
  const leftOut = new Map<string, string[]>();
  const tunables: ProposedTunable[] = [];
  for (const tunable of [...usual, ...more]) {
    const { name } = tunable;
    const facts = parameterFacts(family, name);
    const reason = brought && facts?.group === 'oxide' ? 'known to whoever made the card' : blindTo(name, facts?.group, coverage) ?? withoutValue(card, tunable, defaultOf);
    if (reason !== undefined) {
      leftOut.set(reason, [...(leftOut.get(reason) ?? []), name]);
      continue;
    }
    const onCard = card.value(name);
    const start = (onCard ?? startOf(tunable, defaultOf))!;
    tunables.push({
      name, ...around(tunable, start), ...(onCard === undefined ? { init: start } : {}),
      ...(facts?.role === undefined ? {} : { role: facts.role }), ...(facts?.unit === undefined ? {} : { unit: facts.unit }),
    });
  }
  return { tunables, leftOut };
}

/** Start of a parameter that is not on the card. */
function startOf(tunable: GenericTunable, defaultOf: NonNullable<TunableRules['defaultOf']>): number | undefined {
  return defaultOf(tunable.name) ?? ('start' in tunable ? (tunable.start as number) : undefined);
}

function withoutValue(card: ModelCard, tunable: GenericTunable, defaultOf: NonNullable<TunableRules['defaultOf']>): string | undefined {
  const { name } = tunable;
  if (card.value(name) !== undefined) return undefined;
  if (card.text(name) !== undefined) return 'an expression on the card';
  return startOf(tunable, defaultOf) === undefined ? 'not on the card, and without a default' : undefined;
}

function around({ lower, upper, scale }: GenericTunable, start: number): { readonly lower: number; readonly upper: number; readonly scale: 'lin' | 'log' } {
  if (start >= lower && start <= upper) return { lower, upper, scale };
  if (scale === 'log' && start > 0) return start < lower ? { lower: tidy(start / beyond.log), upper, scale } : { lower, upper: tidy(start * beyond.log), scale };
  const width = beyond.lin * Math.max(upper - lower, Math.abs(start));
  return start < lower ? { lower: tidy(start - width), upper, scale: 'lin' } : { lower, upper: tidy(start + width), scale };
}

function tidy(value: number): number {
  return Number(value.toPrecision(3));
}
