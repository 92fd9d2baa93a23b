import { describe, expect, it } from 'vitest';
import { completeGeometry } from '../../card.ts';
import { compactModel } from '../../compact-model.ts';
import { bsim3 } from './index.ts';

/*
 * Golden values: ngspice 39, terminals on voltage sources, .options abstol=1e-16 reltol=1e-7 vntol=1e-10 gmin=1e-12; currents by `op`, capacitances
 * as -imag(i)/omega of `ac lin 1 1k 1k` with 1 V on the second terminal.
 */
const base = {
  tox: 7.5e-9, xj: 1.5e-7, nch: 1.7e17, vth0: 0.55, k1: 0.58, k2: -0.015, k3: 0, dvt0: 2.2, dvt1: 0.53, dvt2: -0.032, nlx: 1.7e-7, voff: -0.08, nfactor: 1.1,
  cdsc: 2.4e-4, eta0: 0.06, etab: -0.05, u0: 430, ua: 1.5e-9, ub: 9e-19, uc: -4.6e-11, vsat: 9e4, a0: 1, ags: 0.15, keta: -0.02, pclm: 1.2, pdiblc1: 0.3,
  pdiblc2: 5e-3, drout: 0.56, delta: 0.01, rdsw: 600, lint: 2e-8, wint: 2e-8, cgso: 2.5e-10, cgdo: 2.5e-10, kt1: -0.11, ute: -1.5, capmod: 2,
};
const rich = {
  ...base, mobmod: 3, uc: -0.03, ngate: 1e20, alpha0: 1e-6, alpha1: 0.4, beta0: 25, prwg: 0.05, prwb: -0.05, dwg: 1e-9, dwb: 1e-9, b0: 5e-8, b1: 1e-8, a1: 0.02,
  a2: 0.9, pvag: 0.5, pdiblcb: -0.05, cdscd: 1e-5, kt2: 0.03, lvth0: 0.01, wvth0: -0.005, pu0: 5, js: 1e-6, jsw: 1e-12, ijth: 1e-6,
};
const hole = { ...rich, vth0: -0.65, u0: 140, mobmod: 2, uc: -4e-11 };
const size = { w: 1e-5, l: 4e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5 };

const { code } = bsim3;
function prepared(values: Record<string, number>, instance: Record<string, number>, temperatureC: number, type = 'nmos'): Float64Array {
  const { card, unsupported } = bsim3.complete(values, { type, level: 8, version: '3.3' });
  expect(unsupported).toEqual([]);
  const { values: geometry } = completeGeometry(bsim3.geometry, code.geometry, instance);
  const ambient = Float64Array.from(code.ambient, (name) => (name === 'temperature' ? temperatureC + 273.15 : 1e-12));
  const q = new Float64Array(code.prepared.length);
  code.prepare(card, geometry, ambient, q);
  return q;
}
/** Voltages d, g, s, b and of the inner nodes, which are the terminals here. */
const nodes = (d: number, g: number, b: number, sign = 1) => Float64Array.of(sign * d, sign * g, 0, sign * b, sign * d, 0);

describe('drain, source and bulk current of BSIM3', () => {
  it.each([
    ['cut off', base, 27, size, [3.3, 0, 0], [3.76693902511523e-12, -4.664390251152348e-13, -3.3005e-12]],
    ['weak inversion', base, 27, size, [0.1, 0.4, 0], [1.14440365334003e-8, -1.144393604386762e-8, -1.004895326800252e-13]],
    ['linear region', base, 27, size, [0.1, 3.3, 0], [0.000482437598965224, -0.0004824375988647349, -1.004895326800252e-13]],
    ['saturation under body bias', base, 27, size, [3.3, 1.2, -1.5], [0.000293076187035805, -0.0002930761807348048, -6.301e-12]],
    ['saturation', base, 27, size, [3.3, 3.3, 0], [0.00462666252854133, -0.004626662525240827, -3.3005e-12]],
    ['drain and source changed, drain junction open', base, 27, size, [-1, 2, 0], [-0.6766915620999217, 0.00327533220121331, 0.673416229898709]],
    ['source junction open', base, 27, size, [1, 1, 0.6], [0.000388851039777501, -0.0003947909111867653, 0.00000593987140926445]],
    ['every effect, weak inversion', rich, 125, { ...size, l: 5e-7, m: 2 }, [0.1, 0.5, -1], [3.77979923600626e-9, -3.752660458898548e-9, -2.713877710770785e-11]],
    ['every effect, impact ionisation', rich, 125, { ...size, l: 5e-7, m: 2 }, [3.3, 2, -1], [0.00173779977753826, -0.001737497922579269, -3.018549589901111e-7]],
    ['every effect, junction above its knee', rich, 125, { ...size, l: 5e-7, m: 2 }, [-0.8, 0.5, 0], [-0.0008698807097319128, 0.000845383456508939, 0.0000244972532229738]],
  ] as const)('%s', (_, values, temperature, instance, [d, g, b], golden) => {
    const flow = new Float64Array(6);
    code.evaluate.value(prepared(values, instance, temperature), nodes(d, g, b), flow);
    const currents = [flow[0]! + flow[4]!, flow[2]! + flow[5]!, flow[3]!];
    // 1e-18 A: what ngspice's own tolerances leave of the smallest currents.
    for (const [k, expected] of golden.entries()) expect(Math.abs(currents[k]! - expected)).toBeLessThan(1e-6 * Math.abs(expected) + 1e-18);
  });

  it('of a p-channel transistor, whose card has the signs of its voltages', () => {
    const flow = new Float64Array(6);
    code.evaluate.value(prepared(hole, size, -40, 'pmos'), nodes(-3.3, -2, 0.5, -1), flow);
    expect(-(flow[0]! + flow[4]!)).toBeCloseTo(-0.001247952024430855, 12);
  });
});

describe('a device of BSIM3', () => {
  const model = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 49 })!;

  it('has resistances in front of drain and source', () => {
    const [drain] = model.instance({ ...base, rsh: 50 }, { ...size, nrd: 2, nrs: 1 }, 27).currents([3.3, 3.3, 0, 0]);
    expect(drain! / 0.00405018747968999).toBeCloseTo(1, 6);
  });

  it('is refused where nothing is left of its channel', () => {
    expect(() => model.instance({ ...base, lint: 3e-7 }, size, 27)).toThrow(/leff/u);
    expect(() => model.instance({ ...base, at: 1e6 }, size, 125)).toThrow(/vsat/u);
  });
});

describe('capacitances of BSIM3', () => {
  const extra = { cgsl: 1e-10, cgdl: 1e-10, cj: 8e-4, cjsw: 4e-10, cjswg: 3e-10 };
  it.each([
    [0, 2.3304540783920546e-14, -1.091472168377382e-14, -1.5988565543011268e-14, -7.461882041749568e-15],
    [1, 2.3830698245540755e-14, -1.167779901496971e-14, -1.6395411940993773e-14, -7.451151278481878e-15],
    [2, 2.3839279342429997e-14, -1.1395636664625881e-14, -1.6398272792969242e-14, -7.451476959629996e-15],
    [3, 2.3767758111526544e-14, -1.1101878699131605e-14, -1.5959518326807734e-14, -7.453156534185865e-15],
  ])('capmod %i: accumulation, linear region, saturation, junction', (capmod, ...golden) => {
    const q = prepared({ ...base, ...extra, capmod }, size, 27);
    const charge = new Float64Array(6);
    const slope = new Float64Array(36);
    const [d, g, s, b] = [0, 1, 2, 3] as const;
    const terminals = (node: number) => (node === d ? [0, 4] : node === s ? [2, 5] : [node]);
    const points = [[g, g, 0, -2, 0], [g, d, 0.2, 2, 0], [g, s, 3, 2, -1], [b, d, 2, 1, 0]] as const;
    for (const [k, [i, j, vd, vg, vb]] of points.entries()) {
      code.store!.jacobian(q, nodes(vd, vg, vb), charge, slope);
      const capacitance = terminals(i).flatMap((row) => terminals(j).map((column) => slope[row * 6 + column]!)).reduce((sum, each) => sum + each);
      // ngspice's own derivatives leave out terms of 1e-6.
      expect(Math.abs(capacitance / golden[k]! - 1)).toBeLessThan(1e-5);
    }
  });
});

describe('capacitances of ngspice that are not the slopes of its charges', () => {
  it.each([
    ['3.3', 3, {}, [0.05, 0.8, 0, 0], -9.375167699306574e-16, -6.649659092148372e-16, 2.274566014403799e-14],
    ['3.3', 3, {}, [0.2, 1.2, 0, 0.3], -2.1467195224222487e-16, -7.398100110130452e-16, 2.387873627402919e-14],
    ['3.2.4', 3, {}, [0.05, 0.8, 0, 0], -9.366602526476449e-16, -6.659687228421888e-16, 2.274978004714313e-14],
    ['3.3', 2, {}, [-0.3, 0, 0, 0], -2.8752071628363377e-15, -5.234447972420134e-15, 1.6364738104923513e-14],
    ['3.3', 0, { ngate: 1e20 }, [0.5, 3, 0, 0], -6.183177271230801e-17, 2.2201663113246772e-17, 2.2994847565381195e-14],
    ['3.3', 0, { ngate: 1e20 }, [2.9, 3, 0, -1], -3.557630757327974e-16, -2.1953369042287485e-15, 2.1273304555774295e-14],
  ] as const)('version %s, capmod %d, %o at d, g, s, b = %o: gate and body, body and gate, source', (version, capmod, values, bias, gb, bg, ss) => {
    const device = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 8, version })!.instance({ ...base, ...values, capmod }, size, 27);
    const meter = (sensed: string, driven: string) => -device.capacitance([...bias], [driven], [sensed], 1e5).value;
    expect([meter('g', 'b') / gb, meter('b', 'g') / bg, meter('s', 's') / ss].every((ratio) => Math.abs(ratio - 1) < 4e-5)).toBe(true);
  });
});

describe('a card of BSIM3', () => {
  const names = (values: Record<string, number>, version?: string) =>
    bsim3.complete(values, { type: 'nmos', level: 49, ...(version === undefined ? {} : { version }) }).unsupported.map(({ parameter }) => parameter);

  it('names what the equations do not have', () => {
    expect(names({ vtho: 0.5, lvth0: 1e-3, noimod: 2, lmin: 1e-7 }, '3.24')).toEqual([]);
    expect(names({ lmlt: 0.9, capmod: 4, acm: 10, tox: 0 }, '3.3')).toEqual(['lmlt', 'tox', 'capmod', 'acm']);
    expect(names({}, '3.1')).toEqual(['version']);
    expect(names({ nqsmod: 1, acnqsmod: 1 }, '3.3')).toEqual(['nqsmod', 'acnqsmod']);
    expect(names({ nqsmod: 0 }, '3.3')).toEqual([]);
    expect(names({ tcj: 1e-3 }, '3.2.2')).toEqual(['tcj']);
  });

  it('is of levels 8 and 49 only', () => {
    expect(bsim3.accepts('mosfet', { type: 'pmos', level: 49 })).toBe(-1);
    expect(bsim3.accepts('mosfet', { type: 'nmos', level: 14 })).toBeUndefined();
  });
});
