import type { DeviceDescription, DeviceInstance } from '@evospice/contracts';
import { MODEL_NAME } from './model-statement.ts';
import { spiceNumber } from './numbers.ts';

const letters = { mosfet: 'm', vdmos: 'm', bjt: 'q', diode: 'd', jfet: 'j' } as const;

/**
 * The element line of one device.
 * @param nodes one a terminal, in `terminals` order
 */
export function elementLine(device: DeviceDescription, instance: DeviceInstance, id: string, nodes: readonly string[]): string {
  const all = [...nodes];
  if (device.thermalNode) {
    // A thermal node is the fifth of a bipolar transistor; without a substrate terminal that node is grounded.
    if (device.kind === 'bjt' && all.length === 3) all.push('0');
    all.push(`t${id}`);
  }
  const params = Object.entries(instance.params).map(([name, value]) => `${name}=${spiceNumber(value)}`);
  return [`${letters[device.kind]}${id}`, ...all, MODEL_NAME, ...params].join(' ');
}
