import { describe, expect, it } from 'vitest';
import { completeGeometry } from '../../card.ts';
import { compactModel } from '../../compact-model.ts';
import { bsim4 } from './index.ts';

// Golden values: ngspice 39 (Debian), one transistor, `dc` with reltol 1e-9, abstol 1e-18, gmin 1e-12; currents into d, g, s and b (A).
const n = {
  tnom: 27, toxe: 2.5e-9, ndep: 6e17, vth0: 0.35, k1: 0.5, k2: -0.03, u0: 0.04, ua: 1e-10, ub: 1.5e-18, uc: -2e-11, vsat: 1.1e5, a0: 1.4,
  ags: 0.4, keta: -0.02, voff: -0.12, nfactor: 1.3, minv: -0.2, eta0: 0.06, etab: -0.04, dsub: 0.5, dvt0: 1.2, dvt1: 0.6, dvt2: -0.04,
  dvt0w: 0.2, lpe0: 4e-8, lpeb: 1e-8, k3: 2, w0: 1e-7, dvtp0: 2e-8, dvtp1: 0.2, pclm: 0.8, pdiblc1: 0.2, pdiblc2: 0.003, pdiblcb: -0.05,
  drout: 0.6, pvag: 0.2, pscbe1: 6e8, pscbe2: 1e-8, pdits: 0.02, pditsd: 0.5, fprout: 50, rdsw: 150, prwg: 0.1, prwb: 0.02, cdsc: 2e-4,
  cdscd: 1e-4, ngate: 1e20, xj: 1e-7, alpha0: 2e-8, beta0: 12, agidl: 1e-9, bgidl: 1.8e9, cgidl: 0.3, egidl: 0.3, kt1: -0.25, kt2: -0.02,
  ute: -1.4, at: 2e4, lint: 5e-9, wint: 8e-9, lvth0: 2e-9, pu0: 1e-16, binunit: 2, jss: 1e-5, jsws: 1e-11, diomod: 2, bvs: 8,
};
const p = {
  ...n, vth0: -0.38, u0: 0.012, mobmod: 1, uc: 0.03, ua: 8e-10, igcmod: 1, igbmod: 1, tempmod: 1, at: 1e-4, ua1: 1e-4, ub1: -1e-4,
  uc1: 0, prt: 1e-3, a1: 0.02, a2: 0.9, jtss: 1e-6, agisl: 5e-10, aigc: 0.011, bigc: 0.0012, cigc: 0.04,
};
const size = { l: 1.8e-7, w: 2e-6, nf: 2, ad: 4e-13, as: 4e-13, pd: 2.4e-6, ps: 2.4e-6 };

/** Currents into the terminals where the card has no internal nodes. */
function currents(type: string, version: string, values: Record<string, number>, geometry: Record<string, number>, temperatureC: number) {
  const { code, internalNodes } = bsim4;
  const { card, unsupported } = bsim4.complete(values, { type, version, level: 54 });
  expect(unsupported).toEqual([]);
  const q = new Float64Array(code.prepared.length);
  code.prepare(card, completeGeometry(bsim4.geometry, code.geometry, geometry).values,
    Float64Array.from(code.ambient, (name) => (name === 'gmin' ? 1e-12 : temperatureC + 273.15)), q);
  const sign = type === 'pmos' ? -1 : 1;
  const onto = code.nodes.map((name) => internalNodes.find((node) => node.name === name)?.onto ?? name).map((name) => code.nodes.indexOf(name));
  return (drain: number, gate: number, body: number) => {
    const v = Float64Array.from(onto, (terminal) => sign * [drain, gate, 0, body][terminal]!);
    const f = new Float64Array(v.length);
    code.evaluate.value(q, v, f);
    const at = [0, 0, 0, 0];
    onto.forEach((terminal, i) => { at[terminal]! += sign * f[i]!; });
    return at;
  };
}

type Point = readonly [bias: readonly [drain: number, gate: number, body: number], into: readonly [d: number, g: number, s: number, b: number]];

describe('BSIM4 currents against ngspice 39', () => {
  it.each<[string, string, string, Record<string, number>, Record<string, number>, number, readonly Point[]]>([
    ['n type, code 4.5: all regions, both directions, body bias, GIDL, impact ionization', 'nmos', '4.5', n, size, 27, [
      [[0.05, 0.9, 0], [0.0000707364413, 0, -0.0000707364412, -5.00071162e-14]],
      [[1.2, 0.2, 0], [2.47221885e-8, 0, -2.47208807e-8, -1.30779357e-12]],
      [[1.2, 1.2, 0], [0.000626684704, 0, -0.000626684697, -6.53179676e-12]],
      [[1.2, 0.7, -0.8], [0.0000334263144, 0, -0.0000334262494, -6.50286905e-11]],
      [[-0.6, 0.8, 0.2], [-0.00124969166, 0, 0.00102416424, 0.000225527425]],
      [[1.8, -0.6, -0.4], [8.67612742e-10, 0, 4.00008311e-13, -8.68012751e-10]],
      [[0.1, 0.4, 0.6], [0.0000473502077, 0, -0.0000474511174, 1.00909725e-7]],
    ]],
    ['n type, code 4.8: mobMod 4, gidlMod 1, stress, offsets, 85 C', 'nmos', '4.8', { ...n, mobmod: 4, gidlmod: 1, kgidl: 0.05 },
      { ...size, sa: 4e-7, sb: 6e-7, sd: 3e-7, delvto: 0.02, mulu0: 1.1 }, 85, [
        [[0.05, 0.9, 0], [0.0000617352174, 0, -0.0000617352173, -7.0844844e-14]],
        [[1.2, 1, -0.4], [0.000311032407, 0, -0.000311032386, -2.13328891e-11]],
        [[1.5, -0.4, 0], [9.06751548e-11, 0, -1.62267859e-14, -9.0658928e-11]],
      ]],
    ['p type, code 4.7: mobMod 1, gate tunneling, traps, tempMod 1, 125 C', 'pmos', '4.7', p, { ...size, nf: 1 }, 125, [
      [[-0.05, -0.9, 0], [-0.0000163503943, -7.6775988e-15, 0.0000163503929, 1.43705466e-12]],
      [[-1.2, -1.1, 0.3], [-0.000118014896, -6.0930538e-14, 0.000118014891, 5.54795075e-12]],
      [[-1.2, -0.3, 0], [-6.02294704e-7, -3.71980359e-10, 6.02661689e-7, 4.99455756e-12]],
      [[0.5, -0.7, 0], [0.00019485587, -5.40843582e-14, -0.000191015243, -0.000003840627]],
      [[-1.2, 0.6, 0.8], [-5.10105481e-11, 1.18829909e-14, -2.60002079e-12, 5.35986859e-11]],
    ]],
  ])('%s', (_, type, version, values, geometry, temperature, points) => {
    const at = currents(type, version, values, geometry, temperature);
    for (const [[drain, gate, body], expected] of points) {
      at(drain, gate, body).forEach((value, i) => {
        // ngspice's own residue is of the order of 1e-20 A
        expect(Math.abs(value - expected[i]!)).toBeLessThan(2e-8 * Math.abs(expected[i]!) + 1e-19);
      });
    }
  });
});

describe('BSIM4 capacitances against ngspice 39', () => {
  it.each([
    ['4.5', 2, [-0.3, 0.5, 0, 0.2], -7.78784940620959e-17, -7.683369820806479e-16, 3.491187980184343e-15],
    ['4.5', 0, [0.3, 1.2, 0, 0], -1.1959117292195893e-16, -2.7363613080571186e-16, 5.2559294101799805e-15],
    ['4.5', 0, [-0.3, 1.2, 0, 0.3], -2.6525753268120384e-17, -8.728931520066166e-17, 6.149503713561135e-15],
    ['4.8', 0, [0.3, 1.2, 0, 0], -1.195349458896646e-16, -3.5235676399955774e-16, 5.084661482976404e-15],
  ] as const)('code %s, capMod %d, at d, g, s, b = %o: gate and body, body and gate, source', (version, capmod, bias, gb, bg, ss) => {
    const device = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 54, version })!.instance({ ...n, capmod }, size, 27);
    const meter = (sensed: string, driven: string) => -device.capacitance([...bias], [driven], [sensed], 1e5).value;
    // Those of code 4.5 are not the slopes of its charges.
    expect([meter('g', 'b') / gb, meter('b', 'g') / bg, meter('s', 's') / ss].every((ratio) => Math.abs(ratio - 1) < 1e-9)).toBe(true);
  });

  // With resistances outside the inner nodes are apart by rounding alone where no current flows.
  it.each([1, 2])('capMod %d, in accumulation, do not jump where drain and source are apart by rounding', (capmod) => {
    const device = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 54, version: '4.8' })!.instance({ ...n, capmod }, size, 125);
    const meter = (vds: number, driven: string) => -device.capacitance([vds, -1, 0, 0], [driven], ['g'], 1e5).value;
    for (const terminal of ['d', 's']) {
      const at = meter(0, terminal);
      for (const vds of [1e-60, 1e-40, 1e-17, 1e-12]) expect(meter(vds, terminal) / at, `${terminal} at ${vds}`).toBeCloseTo(1, 9);
    }
  });
});

describe('BSIM4 cards', () => {
  it('are refused where the equations lack an option', () => {
    const names = (values: Record<string, number>, version?: string) =>
      bsim4.complete(values, { type: 'nmos', level: 54, ...(version !== undefined && { version }) }).unsupported.map(({ parameter }) => parameter);
    expect(names({ trnqsmod: 1, rgatemod: 3 }, '4.5')).toEqual(['trnqsmod', 'rgatemod']);
    expect(names({ mtrlmod: 1 }, '4.8')).toEqual(['mtrlmod']);
    // ngspice ignores what its code of an older version does not know
    expect(names({ mtrlmod: 1 }, '4.5')).toEqual([]);
    expect(names({ vth0: 0.4 }, '5.0')).toEqual(['version']);
    expect(names({ nonsense: 1 })).toEqual(['nonsense']);
    expect(names({ fnoimod: 1, lmin: 1e-7 })).toEqual([]);
    // ngspice's first analysis corrects these, its later ones do not
    expect(names({ a2: 1.2, prwg: -0.1 })).toEqual(['a2', 'prwg']);
    expect(names({ a2: 1.2, paramchk: 0 })).toEqual([]);
    expect(names({ toxe: 0, dvt1: -1 })).toEqual(['toxe', 'dvt1']);
    const model = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 54, version: '4.8' })!;
    expect(() => model.instance(n, { ...size, rgatemod: 2 }, 27)).toThrow(/rgatemod = 2/u);
    expect(() => model.instance(n, { ...size, trnqsmod: 1 }, 27)).toThrow(/trnqsmod = 1/u);
    expect(() => model.instance(n, { ...size, rgatemod: 1, geomod: 3 }, 27)).not.toThrow();
  });

  it('have the defaults of the version and type', () => {
    const { card: fields } = bsim4.code;
    const value = (name: string, type: string, version: string, values: Record<string, number> = {}) =>
      bsim4.complete(values, { type, version, level: 14 }).card[fields.indexOf(name)];
    expect(value('ud', 'nmos', '4.5')).toBe(1e14);
    expect(value('ud', 'nmos', '4.6')).toBe(0);
    expect(value('u0', 'pmos', '4.8')).toBe(0.025);
    expect(value('cjswgd', 'nmos', '4.8', { cjsws: 3e-10 })).toBe(3e-10);
    expect(value('mobmod', 'nmos', '4.5', { mobmod: 3 })).toBe(0);
    expect(value('vth0', 'nmos', '4.5', { vtho: 0.5 })).toBe(0.5);
  });
});
