import type { CircuitOptions, ModelCard } from '@evospice/contracts';

/** A card with the nominal temperature that the options of its library give it, where it states none itself. */
export function withKitTemperature(card: ModelCard, { tnom }: CircuitOptions): ModelCard {
  if (tnom === undefined || card.names().some((name) => ['tnom', 'tref', 'tr'].includes(name))) return card;
  return card.with({ tnom });
}
