import { EvospiceError, type DeviceDescription } from '@evospice/contracts';

/** What a kind of device is to a circuit, apart from any model. */
export interface DeviceKindFacts {
  /** First letter of its SPICE element line, lower case. */
  readonly element: string;
  /** Usual names of its terminals, in the order of the element line. */
  readonly terminals: readonly string[];
  /** Numbers of terminals that an element line may have. */
  readonly nodeCounts: readonly number[];
  /** Nodes in front of the thermal node; those that a device does not name are grounded. Left out where there is no thermal node. */
  readonly thermalAfter?: number;
  /** The ends of the path that its main current takes, as places among the terminals; not known for a device that describes itself. */
  readonly path?: readonly [number, number];
}

/** The kinds that need no description of their own. A task describes any other with `element` and `terminals`. */
export const deviceKinds: Readonly<Record<string, DeviceKindFacts>> = {
  mosfet: { element: 'm', terminals: ['d', 'g', 's', 'b'], nodeCounts: [4], thermalAfter: 4, path: [0, 2] },
  soi: { element: 'm', terminals: ['d', 'g', 's', 'e'], nodeCounts: [4, 5, 6], path: [0, 2] },
  bjt: { element: 'q', terminals: ['c', 'b', 'e', 's'], nodeCounts: [3, 4], thermalAfter: 4, path: [0, 2] },
  diode: { element: 'd', terminals: ['a', 'c'], nodeCounts: [2], path: [0, 1] },
  jfet: { element: 'j', terminals: ['d', 'g', 's'], nodeCounts: [3], path: [0, 2] },
  vdmos: { element: 'm', terminals: ['d', 'g', 's'], nodeCounts: [3], path: [0, 2] },
};

/**
 * Facts of a device: those of its kind, or what its own description says.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` for a kind that is not in the table and a description without an element letter
 */
export function deviceFacts(device: DeviceDescription): DeviceKindFacts {
  const known = Object.hasOwn(deviceKinds, device.kind) ? deviceKinds[device.kind] : undefined;
  if (device.element === undefined) {
    if (known !== undefined) return known;
    throw new EvospiceError('SIMULATOR_TESTBENCH', `there is no device of kind "${device.kind}"`, {
      received: device.kind, expected: `one of ${Object.keys(deviceKinds).join(', ')}, or a device with an element letter of its own`,
      remedy: 'set device.element to the first letter of its element line, such as n for a Verilog-A model',
    });
  }
  const element = device.element.toLowerCase();
  if (known?.element === element) return known;
  const count = device.terminals.length;
  return { element, terminals: device.terminals, nodeCounts: [count], thermalAfter: count };
}

/** The terminals at the ends of the main current's path, such as drain and source. */
export function mainPath(device: DeviceDescription): readonly [string, string] | undefined {
  const path = device.element === undefined && Object.hasOwn(deviceKinds, device.kind) ? deviceKinds[device.kind]?.path : undefined;
  const [first, second] = path?.map((at) => device.terminals[at]) ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
}
