import { expect, it } from 'vitest';
import { readName } from './read-name.ts';

it.each([
  ['vg', 'v', ['g']], ['VGS', 'v', ['g', 's']], ['V(d)', 'v', ['d']], ['V_DS', 'v', ['d', 's']], ['GateV', 'v', ['gate']], ['Gate Voltage', 'v', ['gate']], ['Drain Current', 'i', ['drain']],
  ['I_D', 'i', ['d']], ['DrainI', 'i', ['drain']], ['IDS', 'i', ['d', 's']], ['Cgg', 'c', ['g', 'g']], ['cg_sdb', 'c', ['g', 's', 'd', 'b']], ['Cp', 'c', []], ['freq', 'f', []], ['Uce', 'v', ['c', 'e']],
] as const)('%s is read', (name, quantity, words) => expect(readName(name)).toEqual({ quantity, words }));

it.each([['Id_uA', 'i', 'uA'], ['Vg_V', 'v', 'V'], ['Ic (mA)', undefined, undefined]] as const)('%s has the unit at its end', (name, quantity, unit) => {
  expect(readName(name)).toEqual(quantity === undefined ? undefined : expect.objectContaining({ quantity, unit }));
});

it.each(['gm', 'abs(Id)', 'log10(Id)', 'Time', 'Index', 'value', 'id/w', 'Vth', 'u1set', ''])('%s is nothing that is driven or measured', (name) => expect(readName(name)).toBeUndefined());
