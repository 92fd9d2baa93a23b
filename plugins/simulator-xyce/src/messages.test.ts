import { sweepCurves, genericDevices } from '@evospice/device';
import { describe, expect, it } from 'vitest';
import { xyceAdapter } from './xyce-adapter.ts';

const adapter = xyceAdapter({ output: 'raw' });

// Lines of its sources and its regression suite.
describe('what Xyce says', () => {
  const { completed, netlistRefused, notConverged, unknownParameter } = adapter.messages;
  it('is done', () => { expect('***** End of Xyce(TM) Simulation').toMatch(completed as RegExp); });
  it.each(['Netlist error in file bad.cir at or near line 4\n Unrecognized fields for device M1', 'Could not find netlist file nothing.cir for parsing.'])('%s: refused', (text) => { expect(text).toMatch(netlistRefused as RegExp); });
  it('finds no solution', () => { expect('Solving for DC operating point failed! Cannot continue AC analysis').toMatch(notConverged); });
  it('names a parameter it does not know', () => {
    const text = 'Netlist warning in file a.cir at or near line 3\n No model parameter FOO found for model N of type NMOS level 14, parameter ignored.';
    expect([...text.matchAll(unknownParameter)].map((match) => match[1])).toEqual(['FOO']);
  });
});

describe('multipliers', () => {
  const generic = genericDevices['gummel-poon'];
  const bench = (m: number): Parameters<NonNullable<typeof adapter.refuse>>[0] => {
    const instances = [{ id: 'one', params: { m }, info: {} }];
    return { id: 'm', device: generic.device, instances, curves: sweepCurves(generic, instances, 'tiny', 'm'), parameters: [], card: {} as never };
  };
  it('of transistors that have none must be whole', () => {
    adapter.refuse?.(bench(3));
    expect(() => { adapter.refuse?.(bench(1.5)); }).toThrow('multiplier 1.5');
  });
  it('become devices side by side', () => {
    const device = { name: '0', description: generic.device, nodes: ['c', 'b', 'e'], params: { m: 3, area: 2 }, beside: [] };
    const text = adapter.write([{ model: '', deck: { id: 'd', temperatureC: 27, analysis: { kind: 'sweep', points: 2 }, sources: [], devices: [device], signals: [], outputs: [], curves: [], models: [], options: {} } }]).files['deck.cir'] ?? '';
    expect(text.split('\n').filter((line) => line.startsWith('q'))).toEqual([0, 1, 2].map((copy) => `q0x${copy} c b e evodut area=2`));
  });
});
