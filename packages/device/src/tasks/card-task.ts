import { defined, EvospiceError, type DeviceInstance, type ModelCard, type Task } from '@evospice/contracts';
import { deviceKinds } from '@evospice/testbench';

export interface CardTaskOptions {
  /** Values of the instance, as on its element line; usual sizes of the model when left out. */
  readonly geometry?: Readonly<Record<string, number>>;
  /** Supply voltage, V. */
  readonly vdd?: number;
  /** Whether the element line has a thermal node. */
  readonly thermalNode?: boolean;
}

const kinds: readonly (readonly [RegExp, string, ('n' | 'p')?])[] = [
  [/^vdmos\b.*\bpchan\b/iu, 'vdmos', 'p'], [/^vdmos\b/iu, 'vdmos', 'n'], [/^nmos/iu, 'mosfet', 'n'], [/^pmos/iu, 'mosfet', 'p'], [/^npn/iu, 'bjt', 'n'], [/^pnp/iu, 'bjt', 'p'],
  [/^njf/iu, 'jfet', 'n'], [/^pjf/iu, 'jfet', 'p'], [/^d$/iu, 'diode'],
];
const soiLevels = [10, 58];

/**
 * A task that holds a card and nothing else: no curves, nothing to tune. The device follows from the card's type; sizes from its bin, else usual ones.
 * @throws EvospiceError `CARD_DEVICE` for a type that is not known
 */
export function cardTask(card: ModelCard, { geometry, vdd, thermalNode = false }: CardTaskOptions = {}): Task {
  const known = kinds.find(([type]) => type.test(card.type.trim()));
  if (known === undefined) {
    throw new EvospiceError('CARD_DEVICE', `the card ${card.name} is of type ${card.type}, of no device that is known here`, {
      received: card.type, expected: 'nmos, pmos, npn, pnp, njf, pjf, d or vdmos', remedy: 'give a task that says what the device is', file: card.file,
    });
  }
  const [, plain, polarity] = known;
  const kind = plain === 'mosfet' && soiLevels.includes(card.value('level') ?? 1) ? 'soi' : plain;
  return {
    id: card.name, title: `the card ${card.name}`,
    device: { kind, terminals: deviceKinds[kind]!.terminals, thermalNode, ...defined({ polarity, vdd }) },
    model: { family: card.type, card, ...defined({ level: card.value('level') }) },
    instances: geometry === undefined ? usualInstances(kind, card) : [{ id: 'given', params: geometry, info: {} }],
    curves: [], tunables: [], notes: [], origin: 'generated', source: card.file,
  };
}

/** The ends of the card's bin, or a long and a very long wide transistor; one unit of anything else. */
function usualInstances(kind: string, card: ModelCard): readonly DeviceInstance[] {
  if (kind !== 'mosfet') return [{ id: 'unit', params: {}, info: {} }];
  return sizesWithin({ lmin: card.value('lmin'), lmax: card.value('lmax'), wmin: card.value('wmin'), wmax: card.value('wmax') });
}

/** Transistors at the ends of a bin: its shortest and its longest, and its narrowest; usual sizes for edges that are not stated. Edges in metres. */
export function sizesWithin({ lmin, lmax, wmin, wmax }: Readonly<Record<'lmin' | 'lmax' | 'wmin' | 'wmax', number | undefined>>): readonly DeviceInstance[] {
  const inside = (least: number | undefined, most: number | undefined, usual: readonly [number, number]): readonly [number, number] => {
    if (least === undefined || most === undefined || !(least > 0 && most >= least)) return usual;
    return most > 100 * least ? [least * 1.001, Math.min(most, 10 * least)] : [least * 1.001, most * 0.999];
  };
  const [short, long] = inside(lmin, lmax, [1e-6, 1e-5]);
  const [narrow, wide] = inside(wmin, wmax, [1e-5, 1e-5]);
  const sized = (l: number, w: number): DeviceInstance => ({ id: `l=${text(l)}u w=${text(w)}u`, params: { l, w }, info: {} });
  return [...new Map([sized(short, wide), sized(long, wide), sized(short, narrow)].map((each) => [each.id, each] as const)).values()];
}

function text(metres: number): string {
  return String(Number((metres * 1e6).toPrecision(4)));
}
