import { EvospiceError, type DeviceDescription, type DeviceInstance } from '@evospice/kernel';
import { MODEL_NAME } from './model-statement.ts';
import { spiceNumber } from './numbers.ts';

const letters = { mosfet: 'm', vdmos: 'm', bjt: 'q', diode: 'd', jfet: 'j' } as const;
const nodeCounts = { mosfet: [4], vdmos: [3], bjt: [3, 4], diode: [2], jfet: [3] } as const;

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

/** @throws EvospiceError `SIMULATOR_TESTBENCH` for a device that has no element line in ngspice. */
export function refuseDevice(device: DeviceDescription): void {
  const counts: readonly number[] = nodeCounts[device.kind];
  if (!counts.includes(device.terminals.length)) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `a ${device.kind} with ${device.terminals.length} terminals has no element line in ngspice`, {
      met: device.terminals, expected: `${counts.join(' or ')} terminals`,
    });
  }
  if (device.thermalNode && device.kind !== 'bjt' && device.kind !== 'mosfet') {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `a thermal node on a ${device.kind} is not supported`, {
      met: device.kind, expected: 'a bjt or mosfet', remedy: 'set thermal_node to false',
    });
  }
}
