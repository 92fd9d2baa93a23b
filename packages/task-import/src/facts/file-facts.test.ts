import type { Dataset } from '@evospice/contracts';
import { expect, it } from 'vitest';
import { factsOf } from './file-facts.ts';

const dataset = (header: Readonly<Record<string, string>>, variables: Readonly<Record<string, number>> = {}): Dataset => ({
  file: 'a', header, blocks: [{ line: 1, variables, columns: ['vg'], units: {}, values: { vg: Float64Array.of(0, 1) }, rowLines: Int32Array.of(2, 3) }],
});
const plain = (facts: ReturnType<typeof factsOf>) => ({ geometry: Object.fromEntries(Object.entries(facts.geometry).map(([name, { value }]) => [name, value])), temperature: facts.temperatureC?.value });

it.each([
  ['SG13_nmos~W10u0_L0u13_S540_2~dc_idvg~300K.mdm', { w: 1e-5, l: 1.3e-7 }, 27], ['sky130_fd_pr__nfet_01v8_w7u_l0p15u_m1(8008_6_7_IDVD).mdm', { w: 7e-6, l: 1.5e-7 }, undefined],
  ['nmos W=10um L=0.5um 125C.csv', { w: 1e-5, l: 5e-7 }, 125], ['dut_m40C.csv', {}, -40], ['2CK48.csv', {}, undefined], ['wafer7_lot3.csv', {}, undefined],
])('the name %s says what it says', (name, geometry, temperature) => expect(plain(factsOf(dataset({}), name))).toEqual({ geometry, temperature }));

it('the header goes before the name, and says where', () => {
  const facts = factsOf(dataset({ 'MAIN.W': '5.000u', TEMP: ' 70.0 ', NF: '2.000', LOT: 'W3u' }, { freq: 1e5 }), 'W10u0_L0u13~300K.mdm');
  expect(plain(facts)).toEqual({ geometry: { w: 5e-6, l: 1.3e-7, nf: 2 }, temperature: 70 });
  expect(facts.geometry['w']!.where).toBe('MAIN.W in the file');
  expect(facts.frequency).toMatchObject({ value: 1e5 });
});
