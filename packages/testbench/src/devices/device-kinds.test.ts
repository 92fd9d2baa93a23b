import { expect, test } from 'vitest';
import { spiceElement } from '../netlist/spice-circuit.ts';
import { deviceFacts, deviceKinds } from './device-kinds.ts';

const own = { kind: 'memristor', terminals: ['top', 'bottom'], thermalNode: false } as const;

test('every kind of the table has an element of one letter and as many usual terminals as its line may have', () => {
  for (const [kind, { element, terminals, nodeCounts }] of Object.entries(deviceKinds)) {
    expect(element, kind).toMatch(/^[a-z]$/);
    expect(nodeCounts, kind).toContain(terminals.length);
  }
});

test('a device of its own is what its description says', () => {
  const description = { ...own, element: 'N' };
  expect(deviceFacts(description)).toEqual({ element: 'n', terminals: ['top', 'bottom'], nodeCounts: [2], thermalAfter: 2 });
  expect(spiceElement({ name: '0', description, nodes: ['a', 'b'], params: { w: 1e-6 }, beside: [] })).toBe('n0 a b evodut w=0.000001');
});

test('an unknown kind is refused without an element, and names of objects are not kinds', () => {
  for (const kind of ['memristor', 'constructor', '__proto__']) {
    expect(() => deviceFacts({ ...own, kind })).toThrow(expect.objectContaining({ code: 'SIMULATOR_TESTBENCH', received: kind }));
  }
});

test('a known kind may have another element, as a Verilog-A model of a transistor has', () => {
  expect(deviceFacts({ kind: 'mosfet', element: 'n', terminals: ['d', 'g', 's', 'b'], thermalNode: false }).element).toBe('n');
});
