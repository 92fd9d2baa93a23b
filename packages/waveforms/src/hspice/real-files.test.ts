import { describe, expect, it } from 'vitest';
import { absent, because, close, column, read, row } from '../testing/real-files.ts';

describe.skipIf(absent)(`HSPICE files as recorded${because}`, () => {
  const vars = ['v(0', 'v(n1', 'v(n2', 'i(v0'];

  it.each([['9601', 6], ['2001', 14]] as const)('pyopus %s', (version, digits) => {
    const [dc, ac, tran] = ['sw0', 'ac0', 'tr0'].map((end) => read(`hspice/pyopus/${version}.${end}`).plots);
    for (const [plots, axis, points] of [[dc, 'VOLTS', 6], [ac, 'HERTZ', 71], [tran, 'TIME', 67]] as const) {
      expect(plots!.map((plot) => [plot.points, plot.variables.map((variable) => variable.name)])).toEqual([[points, [axis, ...vars]]]);
    }
    close(column(dc![0]!, 'v(n2').re.at(-1)!, 4.545454545454545, digits);
    close(column(dc![0]!, 'i(v0').re.at(-1)!, -4.5454545e-5, 6);
    const v2 = column(ac![0]!, 'v(n2');
    close(v2.re[0]!, 0.9090909090612483, digits);
    close(v2.im![0]!, -5.192715129731063e-6, digits);
    close(v2.re.at(-1)!, 2.7854787e-4, 6);
    close(v2.im!.at(-1)!, -0.015910618, 6);
    close(column(tran![0]!, 'v(n2').re.at(-1)!, 0.3051957561953697, digits);
    const saved = read(`hspice/pyopus/${version}.ic0`);
    expect([saved.header['version'], saved.plots[0]!.variables.map((variable) => variable.name), row(saved.plots[0]!, 0)]).toEqual(['J-2014.09-SP2 64-BIT', ['n1', 'n2'], [0, 0]]);
    expect(read(`hspice/pyopus/${version}.pa0`).records).toEqual([{ name: 'x0.', kind: 'subcircuit', values: { index: 1 }, properties: {} }]);
  });

  it('hspice-parser', () => {
    const [plot] = read('hspice/hspice-parser/test_9601.ac0').plots;
    const vo = column(plot!, 'v(vo');
    expect(plot!.points).toBe(41);
    close(plot!.real[0]![0]!, 1);
    close(plot!.real[0]!.at(-1)!, 1e4);
    close(vo.re[0]!, 0.99996054);
    close(vo.im![0]!, -0.0062829372);
    close(vo.re.at(-1)!, 2.532388e-4, 6);
    close(vo.im!.at(-1)!, -0.015911464);
    const { measures } = read('hspice/hspice-parser/test.mt0');
    expect([...measures[0]!.values]).toEqual([
      ['rchg', 1.623e-8], ['tmech', 1.559e-8], ['trl', 5.675e-10], ['tmechbb', 1.434e-8], ['trlbb', 1.067e-9], ['temper', 25], ['alter#', 1],
    ]);
  });

  it('gwave', () => {
    const [lpf] = read('hspice/gwave/lpf.ac0').plots;
    const out = column(lpf!, 'v(out');
    expect([lpf!.points, lpf!.variables.map((variable) => variable.name), out.im]).toEqual([3001, ['HERTZ', 'v(in', 'v(out'], undefined]);
    expect([lpf!.real[0]![0], out.re[0], out.re[lpf!.real[0]!.indexOf(1e6)] === undefined, out.re.at(-1), lpf!.real[0]!.at(-1)]).toEqual([100, 0.99803, true, 0.015913, 1e5]);
    const [nmos] = read('hspice/gwave/nisrc.N.sw0').plots;
    expect([nmos!.points, nmos!.variables.map((variable) => [variable.name, variable.quantity]), row(nmos!, 0), row(nmos!, -1)]).toEqual([
      331, [['VOLTS', 'voltage'], ['v(a', 'voltage'], ['i1(m0', 'current']], [0, 0, 1e-38], [3.3, 3.3, 1.1321e-3],
    ]);
    const [quick] = read('hspice/gwave/quickAC.ac0').plots;
    expect([quick!.points, quick!.variables.map((variable) => variable.complex)]).toEqual([31, [false, true, true, true, true, false, false, false, false]]);
    close(quick!.real[0]![0]!, 1e3);
    close(quick!.real[0]!.at(-1)!, 1e6);
    close(column(quick!, '2').re[0]!, 0.49999505);
    close(column(quick!, '2').im![0]!, -0.0015707809);
    close(column(quick!, 'v(2').re[0]!, 0.49999753);
    const [inverter] = read('hspice/gwave/quickINV.tr0').plots;
    expect([inverter!.points, column(inverter!, 'v(out').re[0] === column(inverter!, 'out').re[0]]).toEqual([37, true]);
    close(inverter!.real[0]!.at(-1)!, 2e-8);
    close(column(inverter!, 'out').re[0]!, 4.9988756);
    const [long] = read('hspice/gwave/tlong.tr0.9601').plots;
    expect([long!.points, long!.variables.map((variable) => variable.name), long!.real[0]!.at(-1)]).toEqual([97, ['TIME', 'v(areallylongtestnodename', 'v(b'], 2e-7]);
  });
});
