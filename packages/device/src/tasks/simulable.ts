import type { CardDialect, CircuitOptions, ModelCard } from '@evospice/contracts';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { convertCard } from '../convert/convert-card.ts';
import { withKitTemperature } from '../pdk/kit-temperature.ts';
import type { ResolvedModel } from '../pdk/resolve-model.ts';

/** Nominal temperature of simulators that do not take the 27 degrees Celsius of the others, for a card and a library that state none. */
const nominal: Readonly<Record<string, number>> = { hspice: 25 };

/** A card that says the nominal temperature which the simulator of its dialect would assume, where another would assume a different one. */
export function withNominalTemperature(card: ModelCard, dialect: CardDialect, options: CircuitOptions = {}): { readonly card: ModelCard; readonly notes: readonly string[] } {
  const tnom = nominal[dialect.name];
  if (tnom === undefined || options['tnom'] !== undefined) return { card, notes: [] };
  const own = withKitTemperature(card, { tnom });
  return { card: own, notes: own === card ? [] : [`model ${card.name} states no nominal temperature: tnom=${tnom}, which ${dialect.name} assumes, is written on the card`] };
}

/**
 * A model of a library as a card that other simulators compute alike: of a Spectre library with the types and levels of ngspice; of others as
 * it is, with a nominal temperature where simulators assume different ones.
 * @throws EvospiceError `CONVERT_FAMILY` for a model of Spectre that ngspice does not have
 */
export function simulable(resolved: ResolvedModel, dialect: CardDialect): ResolvedModel {
  const { wrapper, report, options } = resolved;
  const notes: string[] = [];
  const own = (card: ModelCard): ModelCard => {
    const made = dialect.name === 'spectre' ? inNgspice(withKitTemperature(card, options), dialect) : withNominalTemperature(card, dialect, options);
    notes.push(...made.notes);
    return made.card;
  };
  const card = own(resolved.card);
  const around = wrapper === undefined ? {} : { wrapper: { ...wrapper, models: wrapper.models.map(own) } };
  return { ...resolved, card, ...around, report: { ...report, notes: [...new Set([...report.notes, ...notes])] } };
}

function inNgspice(card: ModelCard, dialect: CardDialect): { readonly card: ModelCard; readonly notes: readonly string[] } {
  const ngspice = new NgspiceDialect();
  const { text, warnings } = convertCard(card.toString(), { from: dialect, to: ngspice, file: card.file });
  return { card: ngspice.parse(text, { file: card.file }), notes: warnings.map(({ message }) => message) };
}
