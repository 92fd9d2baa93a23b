import type { CardDialect, ModelCard, NeutralModel, NeutralReading, NeutralWriting } from '@evospice/contracts';
import type { DialectMap } from '../convert/dialect-map.ts';
import { fromNeutralModel } from '../convert/from-neutral.ts';
import { toNeutralModel } from '../convert/to-neutral.ts';
import type { CardSyntax } from './card-syntax.ts';
import { otherStatements } from './card-tokens.ts';
import { findStatement } from './find-statement.ts';
import { readCard } from './text-card.ts';

/**
 * A card dialect made of two tables: how the text is written, and what the simulator calls things. Reads without losing anything;
 * whatever is not a value of the wanted model is written back as it was read.
 */
export class TextDialect implements CardDialect {
  readonly name: string;
  readonly comment: string;
  readonly #syntax: CardSyntax;
  readonly #map: DialectMap;

  constructor(syntax: CardSyntax, map: DialectMap) {
    this.name = map.dialect;
    this.comment = syntax.commentLine ?? '*';
    this.#syntax = syntax;
    this.#map = map;
  }

  parse(text: string, source: { readonly file: string; readonly model?: string }): ModelCard {
    return readCard(text, findStatement(text, source, this.#syntax), source.file, this.#syntax, this.name);
  }

  toNeutral(card: ModelCard): NeutralReading {
    const { model, warnings } = toNeutralModel(card, this.#map);
    const left = otherStatements(card.toString(), card.file, this.#syntax);
    if (left.length === 0) return { model, warnings };
    const lines = left.length > 6 ? `${left.slice(0, 6).join(', ')}, …` : left.join(', ');
    return { model, warnings: [...warnings, { code: 'TEXT_LEFT_OUT', parameter: '', message: `${left.length} other statement${left.length === 1 ? ' stays' : 's stay'} behind in ${card.file} (line ${lines}): only the model itself is converted` }] };
  }

  fromNeutral(model: NeutralModel): NeutralWriting {
    return fromNeutralModel(model, this.#map);
  }
}
