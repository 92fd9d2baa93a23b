import type { ModelCard, Task } from '@evospice/contracts';
import { modelFamily, type ModelFamily } from '@evospice/device';

/** A card as rules look at it. */
export interface CardView {
  readonly card: ModelCard;
  /** Undefined for a model whose parameters nobody here knows. */
  readonly family: ModelFamily | undefined;
  /** -1 for a p type. */
  readonly sign: 1 | -1;
  /** Value under the first of these names that the card states as a number, such as `cjo|cj0|cj`; undefined where it states none. */
  value(names: string): number | undefined;
  /** The name under which the card states it; the first one where it does not. */
  nameOf(names: string): string;
}

const pTypes = /^(?:pmos|pnp|pjf|pchan)\b|\bpchan\b/iu;

/** The card of a task's device, its family and polarity. */
export function viewOf({ task: { device }, card }: { readonly task: Task; readonly card: ModelCard }): CardView {
  const nameOf = (names: string): string => {
    const all = names.split('|');
    return all.find((name) => card.value(name) !== undefined) ?? all[0]!;
  };
  return {
    card,
    family: modelFamily(device.kind, { level: card.value('level'), type: card.type }),
    sign: pTypes.test(card.type) || device.polarity === 'p' ? -1 : 1,
    nameOf,
    value: (names) => card.value(nameOf(names)),
  };
}
