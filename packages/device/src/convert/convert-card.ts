import { EvospiceError, type CardDialect, type ConversionWarning, type NeutralModel } from '@evospice/contracts';
import { commented, provenanceIn, withLinesAdded } from '../cards/head-comments.ts';

export interface ConvertOptions {
  readonly from: CardDialect;
  readonly to: CardDialect;
  /** File the text came from, for messages. */
  readonly file: string;
  /** Model wanted; the only one of the file when left out. */
  readonly model?: string;
}

export interface ConvertedCard {
  /** One model statement in the other dialect, under what the card says of where it comes from. */
  readonly text: string;
  /** Everything that could not be carried over exactly, or had to be assumed. */
  readonly warnings: readonly ConversionWarning[];
  /** What was carried over. */
  readonly model: NeutralModel;
}

/**
 * Writes a model card in another simulator's dialect, by way of the model's own manual.
 * Every parameter that has no counterpart is named in a warning; defaults that differ are written out; the nominal temperature always is.
 * @throws EvospiceError of the dialect's `parse`; `CONVERT_FAMILY` where either side has no such model, `CONVERT_EXPRESSION` for a value that
 *   is not a number, `CONVERT_DIALECT` for a dialect that converts nothing.
 */
export function convertCard(text: string, options: ConvertOptions): ConvertedCard {
  const { from, to, file, model } = options;
  const card = from.parse(text, { file, ...(model === undefined ? {} : { model }) });
  if (from.toNeutral === undefined || to.fromNeutral === undefined) {
    const dialect = from.toNeutral === undefined ? from.name : to.name;
    throw new EvospiceError('CONVERT_DIALECT', `dialect ${dialect} reads and writes cards but converts none`, { received: dialect, expected: 'a dialect with a mapping to neutral models', remedy: 'choose another dialect', file });
  }
  const read = from.toNeutral(card);
  const written = to.fromNeutral(read.model);
  const warnings = [...read.warnings, ...written.warnings];
  const told = warnings.map(({ parameter, message }) => `${parameter === '' ? '' : `${parameter}: `}${message}`);
  const provenance = withLinesAdded(provenanceIn(text), [`converted   from ${from.name} to ${to.name}`, ...told.map((line) => `            ${line}`)]);
  return { text: commented(provenance, to.comment) + written.text, warnings, model: read.model };
}
