import { EvospiceError, type CardDialect, type ConversionWarning, type ExtensionRegistry, type ModelCard } from '@evospice/contracts';

export interface WrittenCard {
  /** One model statement in the simulator's dialect, ending in a line end. */
  readonly text: string;
  readonly warnings: readonly ConversionWarning[];
}

/**
 * Writes a card in the simulator's dialect under another name.
 * @throws EvospiceError `CONVERT_FAMILY` and the like.
 */
export type CardWriter = (card: ModelCard, name: string) => WrittenCard;

/** Converts by way of the model's own manual. */
export function dialectCardWriter(from: CardDialect, to: CardDialect): CardWriter {
  return (card, name) => {
    const missing = from.toNeutral === undefined ? from : to.fromNeutral === undefined ? to : undefined;
    if (from.toNeutral === undefined || to.fromNeutral === undefined) {
      throw new EvospiceError('CONVERT_DIALECT', `dialect ${missing?.name ?? ''} reads and writes cards but converts none`, {
        received: missing?.name, expected: 'a dialect with a mapping to neutral models', remedy: 'choose another dialect', file: card.file,
      });
    }
    const read = from.toNeutral(card);
    const written = to.fromNeutral({ ...read.model, name });
    return { text: written.text, warnings: [...read.warnings, ...written.warnings] };
  };
}

/**
 * As `dialectCardWriter`, from the dialect that each card is in, with dialects looked up by name.
 * @param override dialect to read cards by in place of their own
 */
export function registryCardWriter(registry: ExtensionRegistry, to: string, override?: string): CardWriter {
  const writers = new Map<string, CardWriter>();
  return (card, name) => {
    const from = override ?? card.dialect;
    const write = writers.get(from) ?? dialectCardWriter(registry.create('CardDialect', from), registry.create('CardDialect', to));
    writers.set(from, write);
    return write(card, name);
  };
}
