import type { ModelCard } from '@evospice/contracts';
import { MODEL_NAME, type Deck, type DeckElement } from '@evospice/testbench';

type Params = Readonly<Record<string, number>>;

/**
 * The circuit with the multiplier of each diode in its area and perimeter: ngspice multiplies what is stated of them by `m` again at every
 * analysis of a circuit, so that the second answer of a live one would be wrong by `m`, the third by its square.
 * @param card of the model that is tuned
 */
export function withDiodeMultipliers(deck: Deck, card: ModelCard): Deck {
  const cards = new Map([[MODEL_NAME, card], ...deck.models.map(({ name, card: own }) => [name, own] as const)]);
  const beside = (element: DeckElement): DeckElement => (element.kind === 'd' ? { ...element, params: multiplied(element.params, cards.get(element.model ?? '')) } : element);
  return {
    ...deck,
    devices: deck.devices.map((device) => ({
      ...device, params: device.description.kind === 'diode' ? multiplied(device.params, card) : device.params, beside: device.beside.map(beside),
    })),
  };
}

function multiplied(params: Params, card: ModelCard | undefined): Params {
  const { m = 1, ...rest } = params;
  // A diode of width and length has both worked out anew each time.
  if (m === 1 || ('w' in params && 'l' in params)) return params;
  const area = params['area'] ?? card?.value('area') ?? 1;
  const perimeter = params['pj'] ?? card?.value('pj') ?? 0;
  return { ...rest, area: area * m, ...(perimeter === 0 ? {} : { pj: perimeter * m }) };
}
