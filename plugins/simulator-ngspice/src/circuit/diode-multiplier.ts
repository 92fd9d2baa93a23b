import { EvospiceError, type ModelCard } from '@evospice/contracts';
import { MODEL_NAME, type Deck, type DeckElement } from '@evospice/testbench';

type Params = Readonly<Record<string, number>>;

/** Largest number of diodes that are written out one by one. */
const mostCopies = 100;

/** What one element line becomes: this many lines with these parameters. */
interface Written {
  readonly params: Params;
  readonly copies: number;
}

/**
 * The circuit without the multiplier `m` of diodes: ngspice multiplies a stated area and perimeter by it again at every analysis of a
 * circuit, so that the second answer of a live one would be wrong by `m`, the third by its square. It goes into area and perimeter, which says
 * the same but for the breakdown of a level 1, whose current is stated for a diode of any area: such diodes are written out one by one.
 * @param card of the model that is tuned
 * @param parameters that are tuned
 * @throws EvospiceError `SIMULATOR_TESTBENCH` for a diode with a breakdown whose multiplier cannot be written out
 */
export function withoutDiodeMultipliers(deck: Deck, card: ModelCard, parameters: readonly string[]): Deck {
  const cards = new Map([[MODEL_NAME, card], ...deck.models.map(({ name, card: own }) => [name, own] as const)]);
  const written = (params: Params, model: string): Written => {
    const own = cards.get(model);
    const breaks = own?.text('bv') !== undefined || (model === MODEL_NAME && parameters.includes('bv'));
    return writtenAs(params, own, breaks && own?.value('level') !== 3);
  };
  const elements = (element: DeckElement): readonly DeckElement[] => {
    const { kind, model = '', name } = element;
    if (kind !== 'd') return [element];
    const { params, copies } = written(element.params, model);
    return Array.from({ length: copies }, (_, copy) => ({ ...element, params, name: copy === 0 ? name : `${name}p${copy}` }));
  };
  return {
    ...deck,
    devices: deck.devices.map((device) => {
      const beside = device.beside.flatMap(elements);
      if (device.description.kind !== 'diode') return { ...device, beside };
      const { params, copies } = written(device.params, MODEL_NAME);
      const others = Array.from({ length: copies - 1 }, (_, copy): DeckElement => ({ name: `d${device.name}p${copy + 1}`, kind: 'd', nodes: device.nodes, model: MODEL_NAME, params }));
      return { ...device, params, beside: [...beside, ...others] };
    }),
  };
}

function writtenAs(params: Params, card: ModelCard | undefined, breaks: boolean): Written {
  const { m = 1, ...rest } = params;
  // A diode of width and length has both worked out anew each time.
  if (m === 1 || ('w' in params && 'l' in params)) return { params, copies: 1 };
  if (!breaks) {
    const area = params['area'] ?? card?.value('area') ?? 1;
    const perimeter = params['pj'] ?? card?.value('pj') ?? 0;
    return { params: { ...rest, area: area * m, ...(perimeter === 0 ? {} : { pj: perimeter * m }) }, copies: 1 };
  }
  if (Number.isInteger(m) && m > 0 && m <= mostCopies) return { params: rest, copies: m };
  throw new EvospiceError('SIMULATOR_TESTBENCH', `a diode with a breakdown cannot have the multiplier ${m} in ngspice, which would apply it again at every analysis`, {
    received: m, expected: `a whole number up to ${mostCopies}`, remedy: 'state its area instead, or take bv off the card',
  });
}
