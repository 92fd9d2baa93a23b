import { defined, EvospiceError, type ModelCard } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { readCardText } from '../cards.ts';

/** A card of a file, in ngspice's names, which rules know. */
export interface FileCard {
  readonly card: ModelCard;
  /** What could not be carried over from another dialect. */
  readonly notes: readonly string[];
}

/**
 * The cards of a file: the one that is named, or all of them. Cards of other dialects are converted first.
 * @throws EvospiceError `CARD_*`, and `CONVERT_*` for a card that cannot be converted
 */
export async function cardsOfFile({ registry }: Kernel, file: string, { from, model }: { readonly from: string; readonly model?: string }): Promise<readonly FileCard[]> {
  const text = await readCardText(file);
  const dialect = registry.create('CardDialect', from);
  const names = model === undefined ? [...text.matchAll(/^[ \t]*\.model[ \t]+(\S+)/gimu)].map((match) => match[1]!) : [model];
  const several = names.length > 1 && model === undefined;
  const wanted = several ? [...new Set(names)] : [model];
  return wanted.map((name) => {
    const card = dialect.parse(text, { file, ...defined({ model: name }) });
    if (from === 'ngspice') return { card, notes: [] };
    const ngspice = registry.create('CardDialect', 'ngspice');
    if (dialect.toNeutral === undefined || ngspice.fromNeutral === undefined) {
      throw new EvospiceError('CONVERT_DIALECT', `dialect ${from} reads cards but converts none, and rules know the names of ngspice`, { received: from, expected: 'a dialect with a mapping to neutral models', remedy: 'convert the card by hand', file });
    }
    const read = dialect.toNeutral(card);
    const written = ngspice.fromNeutral(read.model);
    return { card: ngspice.parse(written.text, { file }), notes: [...read.warnings, ...written.warnings].map(({ parameter, message }) => (parameter === '' ? message : `${parameter}: ${message}`)) };
  });
}
