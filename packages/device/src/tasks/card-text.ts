import { type DeviceInstance, type LibraryCircuit, type ModelCard, type Task, type Wrapper, type WrapperElement, type WrapperNode } from '@evospice/contracts';
import { deviceFacts } from '@evospice/testbench';
import { formatSpiceNumber } from '../cards/spice-number.ts';

/** Instances whose cards are files of their own: those with another card, or another circuit around the device, than the first. */
export function instancesApart({ cards = {}, instances }: LibraryCircuit): readonly string[] {
  return instances.filter(({ id, wrapper }, index) => cards[id] !== undefined || (wrapper !== undefined && index > 0)).map(({ id }) => id);
}

/**
 * The card of an instance as a file: the card itself, and where a design kit's subcircuit is around the device, that subcircuit with
 * everything in it as numbers.
 * @param circuit of the task, with the parameters that are wanted
 * @param instance the first of the circuit that takes its common card when left out
 */
export function cardText(task: Task, { card, cards = {}, instances }: LibraryCircuit, instance?: string): string {
  const found = instances.find(({ id }) => (instance === undefined ? cards[id] === undefined || cards[id].toString() === card.toString() : id === instance));
  const own = cards[instance ?? ''] ?? card;
  const options = Object.entries(task.model.options ?? {}).map(([name, value]) => `${name}=${formatSpiceNumber(value)}`);
  const head = options.length === 0 ? '' : `.option ${options.join(' ')}\n`;
  if (found?.wrapper === undefined) return head + own.toString();
  return `* ${found.wrapper.name} as instance ${found.id} of ${task.id} has it: numbers for its geometry and temperature\n${head}${subcircuit(task, found, found.wrapper, own)}`;
}

function subcircuit({ device }: Task, { params }: DeviceInstance, { name, nodes, elements, models }: Wrapper, card: ModelCard): string {
  const terminals = [...device.terminals, ...(device.thermalNode ? ['thermal'] : [])];
  const taken = new Set(terminals.map((terminal) => terminal.toLowerCase()));
  const node = (each: WrapperNode): string => {
    if (typeof each === 'number') return terminals[each] ?? String(each);
    return each === '0' ? each : taken.has(each.toLowerCase()) ? `inner_${each}` : each.replaceAll('.', '_');
  };
  const modelNames = models.map((model, index) => (model.name.toLowerCase() === card.name.toLowerCase() ? `${model.name}_${index + 1}` : model.name));
  const line = (element: WrapperElement): string => {
    const model = element.model === 'tuned' ? card.name : element.model === undefined ? undefined : modelNames[element.model];
    const control = element.control === undefined ? undefined : nameOf(elements[element.control] as WrapperElement);
    return [nameOf(element), ...element.nodes.map(node), model, control, ...(element.value === undefined ? [] : [formatSpiceNumber(element.value)]), ...assignments(element.params)]
      .filter((word) => word !== undefined).join(' ');
  };
  return [
    `.subckt ${name} ${terminals.join(' ')}`,
    ...elements.map(line),
    [`${deviceFacts(device).element}tuned`, ...nodes.map(node), card.name, ...assignments(params)].join(' '),
    card.toString().trimEnd(),
    ...models.map((model, index) => model.toString().trimEnd().replace(/^(\.model\s+)\S+/i, `$1${modelNames[index]}`)),
    `.ends ${name}`,
    '',
  ].join('\n');
}

function nameOf({ kind, name }: WrapperElement): string {
  const flat = name.replaceAll('.', '_');
  return flat.toLowerCase().startsWith(kind) ? flat : `${kind}_${flat}`;
}

function assignments(params: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(params).map(([name, value]) => `${name}=${formatSpiceNumber(value)}`);
}
