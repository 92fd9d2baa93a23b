import { defined, type ModelCard, type Wrapper, type WrapperElement, type WrapperNode } from '@evospice/contracts';
import { flatCard, pickModel, type PickGround } from './flat-card.ts';
import type { FlatElement, FlatSubcircuit } from './flatten-subcircuit.ts';
import type { LibrarySubcircuit } from './library-block.ts';
import { pdkError } from './pdk-error.ts';

interface Parts {
  readonly ground: PickGround;
  readonly subcircuit: LibrarySubcircuit;
  readonly flat: FlatSubcircuit;
  readonly tuned: FlatElement;
  /** Of the tuned element. */
  readonly card: ModelCard;
  /** The terminal that each node of the head is. */
  readonly pins: readonly WrapperNode[];
}

/** What a subcircuit puts around its tuned element; undefined where that element alone hangs on the terminals in their order. */
export function wrapperOf({ ground, subcircuit, flat, tuned, card, pins }: Parts): Wrapper | undefined {
  const pin = (node: WrapperNode): WrapperNode => (typeof node === 'number' ? pins[node]! : node);
  const others = flat.elements.filter((element) => element !== tuned);
  const nodes = tuned.nodes.map(pin);
  if (others.length === 0 && nodes.length === pins.length && nodes.every((node, index) => node === index)) return undefined;
  const models: ModelCard[] = [];
  const modelOf = ({ model, params, place }: FlatElement): WrapperElement['model'] => {
    if (model === undefined) return undefined;
    // The bin that was asked for is that of the tuned device.
    const { bin: _, ...open } = ground;
    const picked = pickModel(open, model, params, place);
    const own = flatCard(picked.model, model.scope, picked.bin !== undefined, ground.language).card;
    if (own.toString() === card.toString()) return 'tuned';
    const known = models.findIndex((each) => each.toString() === own.toString());
    return known >= 0 ? known : models.push(own) - 1;
  };
  const elements = others.map((element): WrapperElement => ({
    name: element.path, kind: element.kind, nodes: element.nodes.map(pin), params: element.params,
    ...defined({ model: modelOf(element), control: controlOf(element, others), value: element.value }),
  }));
  return { name: subcircuit.name, nodes, elements, models };
}

function controlOf({ control, path, place }: FlatElement, others: readonly FlatElement[]): number | undefined {
  if (control === undefined) return undefined;
  const found = others.findIndex((each) => each.path.toLowerCase() === control.toLowerCase() && each.kind === 'v');
  if (found >= 0) return found;
  throw pdkError('PDK_ELEMENT', `the element ${path} is controlled by ${control}, which is not a voltage source of the subcircuit`, place, { received: control, expected: 'a voltage source', remedy: 'correct the name' });
}
