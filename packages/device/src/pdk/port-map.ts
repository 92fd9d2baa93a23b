import { counted, type WrapperNode } from '@evospice/contracts';
import type { LibrarySubcircuit } from './library-block.ts';
import { pdkError } from './pdk-error.ts';

/**
 * For each node of a subcircuit's head, the terminal it is: by name where the names are the same, in order where they differ.
 * @param thermalNode whether one node more is the thermal one
 * @throws EvospiceError `PDK_PORTS` where the numbers differ, or names are the same but for one
 */
export function portMap({ name, nodes, statement }: LibrarySubcircuit, terminals: readonly string[], thermalNode: boolean): readonly WrapperNode[] {
  const named = terminals.map((terminal) => terminal.toLowerCase());
  const refuse = (why: string, remedy: string): Error => pdkError('PDK_PORTS', `subcircuit ${name} ${why}`, statement, {
    received: nodes.join(', '), expected: `${terminals.join(', ')}${thermalNode ? ' and the thermal node' : ''}`, remedy,
  });
  const count = named.length + (thermalNode ? 1 : 0);
  if (nodes.length !== count) throw refuse(`has ${counted(nodes.length, 'node')}, and the device ${count} terminals`, 'list them all in device.terminals, in the order of the subcircuit, and drive them');
  const byName = nodes.map((node) => named.indexOf(node));
  const unnamed = byName.filter((index) => index < 0).length;
  if (unnamed === (thermalNode ? 1 : 0)) return byName.map((index) => (index < 0 ? named.length : index));
  const moved = nodes.findIndex((_, index) => byName[index]! >= 0 && byName[index] !== index);
  if (moved >= 0) throw refuse(`has ${nodes[moved]} at another place than the device`, 'name device.terminals as the subcircuit names its nodes, or list them in its order');
  return nodes.map((_, index) => index);
}
