import { describe, expect, it } from 'vitest';
import { WaveformError } from '../errors.ts';
import type { Waveforms } from '../model.ts';
import { absent, because, close, column, read, row } from '../testing/real-files.ts';

describe.skipIf(absent)(`PSF files as recorded${because}`, () => {
  const pairs = ['dc2.dc', 'myac.ac', 'myop.dc', 'mysweep_dc1.sweep', 'mysweep-000_dc1.dc', 'mysweep-001_dc1.dc', 'mysweep-002_dc1.dc', 'mysweep-000_mynestedsweep_ac2.sweep',
    'mysweep-000_mynestedsweep-000_ac2.ac', 'mymonte_dc2.montecarlo', 'mymonte-001_dc2.dc', 'myinfo_Oppoint.info', 'myinfo_Models.info'];

  it.each(pairs)('%s: ASCII and binary agree', (name) => {
    const [text, binary] = ['ascii', 'binary'].map((form) => read(`spectre/psf-parser/${form}/${name}`));
    const shape = (waveforms: Waveforms): unknown => waveforms.plots.map((plot) => ({ ...plot, real: [], imaginary: [] }));
    expect(shape(text!)).toEqual(shape(binary!));
    text!.plots.forEach((plot, index) => [...plot.real, ...plot.imaginary].forEach((values, position) => {
      const others = [...binary!.plots[index]!.real, ...binary!.plots[index]!.imaginary][position];
      values?.forEach((value, point) => expect(Math.abs(value - others![point]!)).toBeLessThanOrEqual(Math.abs(value) * 1e-14));
    }));
    expect(binary!.records).toEqual(text!.records);
  });

  it('psf-parser: recorded values', () => {
    const points = (name: string): number[] => read(`spectre/psf-parser/binary/${name}`).plots.map((plot) => plot.points);
    const [dc] = read('spectre/psf-parser/ascii/dc2.dc').plots;
    expect([dc!.points, dc!.variables.map((variable) => variable.name), row(dc!, 0), row(dc!, -1)]).toEqual([21, ['dc', 'in', 'out'], [0, 0, 0], [2, 2, 2]]);
    const [ac] = read('spectre/psf-parser/ascii/myac.ac').plots;
    const out = column(ac!, 'out');
    expect([ac!.points, out.re[0], out.im![0], out.re.at(-1), out.im!.at(-1)]).toEqual([21, 0.9999605231408795, -0.006282937266758386, 2.533029526896058e-8, -0.0001591549390604537]);
    expect(row(read('spectre/psf-parser/binary/myop.dc').plots[0]!, 0)).toEqual([1, 1]);
    expect([...read('spectre/psf-parser/binary/mysweep_dc1.sweep').plots[0]!.real[0]!]).toEqual([1000, 2000, 3000]);
    expect([...read('spectre/psf-parser/ascii/mysweep-000_mynestedsweep_ac2.sweep').plots[0]!.real[0]!]).toEqual([1e-6, 2e-6, 3e-6]);
    expect([...read('spectre/psf-parser/binary/mymonte_dc2.montecarlo').plots[0]!.real[0]!]).toEqual([1, 2, 3]);
    expect([points('mysweep-000_dc1.dc'), points('mysweep-000_mynestedsweep-000_ac2.ac'), points('mymonte-001_dc2.dc')]).toEqual([[21], [121], [21]]);
    const { records } = read('spectre/psf-parser/binary/myinfo_Oppoint.info');
    expect(records.map((record) => [record.name, record.kind])).toEqual([['C1', 'capacitor'], ['R1', 'resistor'], ['Vin', 'vsource']]);
    expect(records[0]!.values).toEqual({ trise: Number.NaN, cap: 1e-6 });
    expect([records[1]!.values['res'], Object.keys(records[1]!.values)]).toEqual([1000, ['trise', 'v', 'i', 'res', 'pwr']]);
    const models = read('spectre/psf-parser/binary/myinfo_Models.info');
    expect([models.plots, models.records]).toEqual([[], []]);
  });

  it('index of a result folder', () => {
    const { records } = read('spectre/psf-parser/binary/logFile');
    expect([records.length, records.every((record) => record.kind === 'analysisInst')]).toEqual([38, true]);
    expect(records.find((record) => record.name === 'mysweep-001_dc1-dc')).toMatchObject({
      values: { analysisType: 'dc', dataFile: 'mysweep-001_dc1.dc', parent: 'mysweep_dc1-sweep', sweepVariable: ['dc'] }, properties: { 'R1:r': 2000 },
    });
    expect(read('spectre/psf_utils/logFile').records.length).toBe(7);
  });

  it.each(['mytran.tran.tran', 'mytran.tran.tran.psfxl', 'mytran.tran.tran.sig'])('%s is refused by name', (name) => {
    expect(() => read(`spectre/psf-parser/psfxl/${name}`)).toThrow(WaveformError);
    expect(() => read(`spectre/psf-parser/psfxl/${name}`)).toThrow(/PSF-XL/);
  });

  it('psf_utils: recorded values', () => {
    const [sweep] = read('spectre/psf_utils/dcswp.dc').plots;
    expect([sweep!.points, sweep!.variables.map((variable) => variable.name), row(sweep!, -1)]).toEqual([301, ['dc', 'Vd:i', 'g', 'd'], [3, -3e-12, 0.75, 3]]);
    const nm0 = read('spectre/psf_utils/dcOpInfo.info.psfascii').records.find((record) => record.name === 'NM0')!;
    expect(nm0.values).toMatchObject({ ids: 1.50477e-7, vds: 1.2, vth: 0.141953, gm: 3.73378e-6, gds: 4.78994e-7, cgg: 1.23208e-15, region: 3 });
    expect([nm0.kind, Object.keys(nm0.values).length]).toEqual(['bsim3v3', 101]);
    for (const name of ['joop-banaan.dc', 'escaped-strings.dc']) {
      const plot = read(`spectre/psf_utils/${name}`).plots[0]!;
      expect([plot.variables.length, column(plot, 'vref_o').re[0], column(plot, 'Vsupply800m:p').re[0]]).toEqual([13, 0.2, -1.050027794352513e-6]);
    }
    expect(read('spectre/psf_utils/escaped-strings.dc').header['design']).toBe('("test" "sweep" "schematic" "")');
    const [aclog] = read('spectre/psf_utils/aclog.ac').plots;
    expect([aclog!.points, aclog!.variables.filter((variable) => variable.complex).length, column(aclog!, 'top').re[0], column(aclog!, 'top').im![0]]).toEqual([61, 8, 1, 0]);
    const [noise] = read('spectre/psf_utils/noiva.noise').plots;
    expect([noise!.points, noise!.real[0]![0], noise!.real[0]!.at(-1)]).toEqual([121, 4, 4.19e6]);
    expect([column(noise!, 'RESva:flicker').re[0], column(noise!, 'RESva:total').re[0], column(noise!, 'out').re[0]]).toEqual([2.5e-11, 2.500000000016576e-11, 5.000000000016576e-6]);
    const [pole] = read('spectre/psf_utils/fracpole.ac').plots;
    expect([pole!.points, pole!.variables.length, pole!.real[0]![0], pole!.real[0]!.at(-1), column(pole!, 'z6').re[0], column(pole!, 'z6').im![0]]).toEqual([121, 10, 1e-4, 100, -2.83116e7, 1.29854e6]);
    expect(row(read('spectre/psf_utils/fracpole.dc').plots[0]!, 0)).toEqual(Array.from({ length: 9 }, () => 0));
    const margins = read('spectre/psf_utils/presized_OTA_tb_v2.stb').plots[0]!;
    expect([column(margins, 'phaseMargin').re[0], column(margins, 'gainMargin').re[0]]).toEqual([49.9149, 12.5387]);
    const poles = read('spectre/psf_utils/presized_OTA_tb_v2.pz').records;
    expect(poles.find((record) => record.name === 'Pole_1')!.values).toEqual({ pole: { re: 0.0322188, im: 4.86899 }, qfactor: -75.563 });
    const none = read('spectre/psf_utils/phaseMargin.stb').plots[0]!;
    expect(row(none, 0)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('libpsf: recorded values', () => {
    const dc = read('spectre/libpsf/dcOp.dc').plots[0]!;
    expect([column(dc, 'vin').re[0], column(dc, 'vout').re[0]]).toEqual([5, 2.5]);
    expect(read('spectre/libpsf/designParamVals.info').records[0]!.values).toEqual({ temp: 27, tnom: 27, time: 0, k: 0.5 });
  });

  it('Eldo: recorded values', () => {
    const sweep = read('eldo/libpsf/srcSweep');
    expect([sweep.header['simulator'], sweep.plots[0]!.variables.map((variable) => variable.name)]).toEqual(['Eldo', ['voltage', 'VOUT', 'VIN', 'R0']]);
    expect(sweep.plots[0]!.real.map((values) => [...values])).toEqual([[1, 2, 3, 4], [-6, -4, -2, 0], [1, 2, 3, 4], [-0.006, -0.004, -0.002, 0]]);
    const { records } = read('eldo/libpsf/opBegin');
    const kinds = (kind: RegExp): number => records.filter((record) => kind.test(record.kind)).length;
    expect([records.length, kinds(/^node$/), kinds(/^BSIM4$/), kinds(/^resistor$/i)]).toEqual([293, 144, 32, 82]);
    const mos = records.find((record) => record.name === 'XIRXRFMIXTRIM0.XM1PDAC1.XMN.MAIN')!;
    expect(mos.values).toMatchObject({ id: 9.264403946924793e-13, vgs: -0.8975155671623193, vth: 0.6308741194569841, gm: 3.883289157581383e-26 });
    expect(Object.keys(mos.values).length).toBe(63);
    expect(records.find((record) => record.name === 'PSUP')!.values).toEqual({ v: 1.2 });
    close(records.find((record) => record.name === 'XIRXRFMIXTRIM0.XR7.XR.R1')!.values['r'] as number, 3342.926, 7);
  });
});
