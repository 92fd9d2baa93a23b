import { EvospiceError, type CardDialect, type CircuitOptions, type ModelCard, type NeutralReading } from '@evospice/contracts';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { convertCard } from '../convert/convert-card.ts';
import { withKitTemperature } from '../pdk/kit-temperature.ts';
import type { ResolvedModel } from '../pdk/resolve-model.ts';

/** Nominal temperature of simulators that do not take the 27 degrees Celsius of the others, for a card and a library that state none. */
const nominal: Readonly<Record<string, number>> = { hspice: 25 };
/** Models of resistors, capacitors and inductors, which no dialect here maps. */
const passive = /^(?:r|res|c|cap|l|ind)$/i;

interface Simulable {
  readonly card: ModelCard;
  /** What differs from the card as its simulator reads it. */
  readonly notes: readonly string[];
}

/**
 * A card that every simulator here computes alike. A card whose type and level mean the same in ngspice stays as it is, with a nominal
 * temperature where simulators assume different ones; another, such as any in Spectre's language or BSIM3 as level 9 of Xyce, is translated as
 * `convert` does.
 * @param options those of the card's library
 * @throws EvospiceError `CONVERT_FAMILY` for a model that its own dialect does not have, or ngspice
 */
export function simulableCard(card: ModelCard, dialect: CardDialect, options: CircuitOptions = {}): Simulable {
  if (dialect.name === 'ngspice' || passive.test(card.type)) return { card, notes: [] };
  // Its types are nobody else's.
  if (dialect.name === 'spectre') return inNgspice(withKitTemperature(card, options), dialect);
  const family = familyOf(card, dialect);
  if (family !== undefined && family !== familyOf(card, new NgspiceDialect())) return inNgspice(withKitTemperature(card, options), dialect);
  const tnom = nominal[dialect.name];
  if (tnom === undefined || options['tnom'] !== undefined) return { card, notes: [] };
  const own = withKitTemperature(card, { tnom });
  return { card: own, notes: own === card ? [] : [`model ${card.name} states no nominal temperature: tnom=${tnom}, which ${dialect.name} assumes, is written on the card`] };
}

/** A model of a library whose cards are all `simulableCard`. */
export function simulable(resolved: ResolvedModel, dialect: CardDialect): ResolvedModel {
  const { wrapper, report, options } = resolved;
  const notes: string[] = [];
  const own = (card: ModelCard): ModelCard => {
    const made = simulableCard(card, dialect, options);
    notes.push(...made.notes);
    return made.card;
  };
  const card = own(resolved.card);
  const around = wrapper === undefined ? {} : { wrapper: { ...wrapper, models: wrapper.models.map(own) } };
  return { ...resolved, card, ...around, report: { ...report, notes: [...new Set([...report.notes, ...notes])] } };
}

/** Family of a card and its polarity as a dialect reads it; undefined where the dialect maps none or a value is an expression, which simulators refuse. */
function familyOf(card: ModelCard, dialect: CardDialect): string | undefined {
  let reading: NeutralReading | undefined;
  try {
    reading = dialect.toNeutral?.(card);
  } catch (error) {
    if (EvospiceError.is(error, 'CONVERT_EXPRESSION') || (dialect.name === 'ngspice' && EvospiceError.is(error, 'CONVERT_FAMILY'))) return undefined;
    throw error;
  }
  return reading === undefined ? undefined : `${reading.model.family} ${reading.model.polarity ?? ''}`;
}

function inNgspice(card: ModelCard, dialect: CardDialect): Simulable {
  const ngspice = new NgspiceDialect();
  const { text, warnings } = convertCard(card.toString(), { from: dialect, to: ngspice, file: card.file, model: card.name });
  return {
    card: ngspice.parse(text, { file: card.file }),
    notes: [`model ${card.name} is translated from ${dialect.name} to ngspice, as evospice convert does`, ...warnings.filter(({ code }) => code !== 'TEXT_LEFT_OUT').map(({ message }) => message)],
  };
}
