import { defined, type DeviceInstance, type Testbench, type Wrapper, type WrapperNode } from '@evospice/contracts';
import { MODEL_NAME, type DeckDevice, type DeckElement, type DeckModel } from './deck.ts';

/** Models of the elements beside the devices of a testbench, each once. */
export function besideModels({ instances }: Testbench): readonly DeckModel[] {
  const cards = new Map(instances.flatMap(({ wrapper }) => wrapper?.models ?? []).map((card) => [card.toString(), card]));
  return [...cards.values()].map((card, index) => ({ name: `evobeside${index}`, card }));
}

/**
 * A device of a deck with all that its wrapper puts beside it.
 * @param name of the device in the deck, without a letter
 * @param nodes of the terminals, in order
 */
export function placeDevice(testbench: Testbench, instance: DeviceInstance, name: string, nodes: readonly string[]): DeckDevice {
  const { device } = testbench;
  const { wrapper, params } = instance;
  const thermal = device.thermalNode ? { thermalNode: `t${name}` } : {};
  if (wrapper === undefined) return { name, description: device, nodes, params, beside: [], ...thermal };
  const node = nodesInside(name, nodes);
  const models = besideModels(testbench);
  return { name, description: device, nodes: wrapper.nodes.map(node), params, beside: besideOf(wrapper, name, node, models) };
}

/** Names for the nodes inside a wrapper, short and apart from those of other devices. */
function nodesInside(name: string, terminals: readonly string[]): (node: WrapperNode) => string {
  const inner = new Map<string, string>();
  return (node) => {
    if (node === '0') return node;
    if (typeof node === 'number') return terminals[node] ?? `t${name}`;
    const known = inner.get(node) ?? `w${name}_${inner.size}`;
    inner.set(node, known);
    return known;
  };
}

function besideOf({ elements, models: cards }: Wrapper, device: string, node: (node: WrapperNode) => string, models: readonly DeckModel[]): readonly DeckElement[] {
  const nameOf = (index: number): string => `${elements[index]?.kind}w${device}_${index}`;
  const modelOf = (index: number | 'tuned'): string | undefined => {
    if (index === 'tuned') return MODEL_NAME;
    const text = cards[index]?.toString();
    return models.find(({ card }) => card.toString() === text)?.name;
  };
  return elements.map(({ kind, nodes, model, control, value, params }, index) => ({
    name: nameOf(index), kind, nodes: nodes.map(node), params,
    ...defined({ model: model === undefined ? undefined : modelOf(model), control: control === undefined ? undefined : nameOf(control), value }),
  }));
}
