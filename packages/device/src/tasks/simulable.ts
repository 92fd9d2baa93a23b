import type { CardDialect, ModelCard } from '@evospice/contracts';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { convertCard } from '../convert/convert-card.ts';
import { withKitTemperature } from '../pdk/kit-temperature.ts';
import type { ResolvedModel } from '../pdk/resolve-model.ts';

/**
 * A model of a Spectre library as a card that other simulators read too: types and levels of ngspice. Models of other libraries stay as they are.
 * @throws EvospiceError `CONVERT_FAMILY` for a model that ngspice does not have
 */
export function simulable(resolved: ResolvedModel, dialect: CardDialect): ResolvedModel {
  if (dialect.name !== 'spectre') return resolved;
  const ngspice = new NgspiceDialect();
  const notes: string[] = [];
  const inNgspice = (own: ModelCard): ModelCard => {
    const card = withKitTemperature(own, resolved.options);
    const { text, warnings } = convertCard(card.toString(), { from: dialect, to: ngspice, file: card.file });
    notes.push(...warnings.map(({ message }) => message));
    return ngspice.parse(text, { file: card.file });
  };
  const { wrapper, report } = resolved;
  const card = inNgspice(resolved.card);
  const around = wrapper === undefined ? {} : { wrapper: { ...wrapper, models: wrapper.models.map(inNgspice) } };
  return { ...resolved, card, ...around, report: { ...report, notes: [...new Set([...report.notes, ...notes])] } };
}
