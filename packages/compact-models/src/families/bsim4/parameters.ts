import type { CardValues } from '@evospice/contracts';
import type { CompactParameter, GeometryParameter } from '../../model.ts';

const range = (last: number) => Array.from({ length: last + 1 }, (_, value) => value);
const words = (text: string) => text.trim().split(/\s+/);

/** ngspice 39's defaults, SI (densities in cm^-3), where they are numbers. */
const numbers: CardValues = {
  toxe: 3e-9, dtox: 0, epsrox: 3.9, tempmod: 0, ua1: 1e-9, ub: 1e-19, ub1: -1e-18, ud1: 0, ucste: -0.004775, vsat: 8e4, at: 33000,
  prt: 0, rdsw: 200, rdw: 100, rsw: 100, wr: 1, ute: -1.5, up: 0, lp: 1e-8, rdswmin: 0, rdwmin: 0, rswmin: 0, xl: 0, xw: 0,
  lln: 1, lwn: 1, lint: 0, ll: 0, lw: 0, lwl: 0, wln: 1, wwn: 1, wint: 0, wl: 0, ww: 0, wwl: 0, binunit: 1, ndep: 1.7e17, gamma1: 0,
  gamma2: 0, nsub: 6e16, nsd: 1e20, ngate: 0, xj: 1.5e-7, phin: 0, vbm: -3, xt: 1.55e-7, vbx: 0, vfb: -1, drout: 0.56, pdiblc1: 0.39,
  pdiblc2: 0.0086, dvt1: 0.53, dvt1w: 5.3e6, dvt0: 2.2, dvt0w: 0, w0: 2.5e-6, k3: 80, k3b: 0, lpe0: 1.74e-7, lpeb: 0, kt1: -0.11,
  kt1l: 0, kt2: 0.022, dvt2: -0.032, dvt2w: -0.032, dmcg: 0, wlod: 0, llodku0: 0, wlodku0: 0, lku0: 0, wku0: 0, pku0: 0, tku0: 0,
  llodvth: 0, wlodvth: 0, lkvth0: 0, wkvth0: 0, pkvth0: 0, saref: 1e-6, sbref: 1e-6, kvsat: 0, ku0: 0, kvth0: 0, stk2: 0, lodk2: 1,
  steta0: 0, lodeta0: 1, wpemod: 0, scref: 1e-6, web: 0, wec: 0, kvth0we: 0, k2we: 0, permod: 1, dmcgt: 0, dmdg: 0, rsh: 0, rdsmod: 0,
  rbpb: 50, gbmin: 1e-12, rbpd: 50, rbps: 50, rbdb: 50, rbsb: 50, rbpbx0: 100, rbpbxl: 0, rbpbxw: 0, rbpbxnf: 0, rbpby0: 100, rbpbyl: 0,
  rbpbyw: 0, rbpbynf: 0, rbps0: 50, rbpsl: 0, rbpsw: 0, rbpsnf: 0, rbpd0: 50, rbpdl: 0, rbpdw: 0, rbpdnf: 0, rbsbx0: 100, rbsdbxl: 0,
  rbsdbxw: 0, rbsdbxnf: 0, rbsby0: 100, rbsdbyl: 0, rbsdbyw: 0, rbsdbynf: 0, rbdbx0: 100, rbdby0: 100, minv: 0, minvcv: 0, tvoff: 0,
  voff: -0.08, voffl: 0, tnfactor: 0, nfactor: 1, cdsc: 0.00024, cit: 0, teta0: 0, eta0: 0.08, dvtp0: 0, dvtp2: 0, dvtp3: 0, dvtp4: 0,
  dvtp5: 0, a1: 0, a2: 1, prwg: 1, fprout: 0, pclm: 1.3, pscbe1: 4.24e8, pscbe2: 1e-5, alpha0: 0, alpha1: 0, vtl: 2e5, xn: 3,
  lc: 5e-9, ntox: 1, poxedge: 1, toxref: 3e-9, vfbsdoff: 0, tvfbsdoff: 0, agidl: 0, bgidl: 2.3e9, cgidl: 0.5, egidl: 0.8,
  rgidl: 1, kgidl: 0, geomod: 0, rgeomod: 0, rbodymod: 0, rgatemod: 0, rshg: 0.1, xgw: 0, ngcon: 1, xgl: 0, diomod: 1, jss: 0.0001,
  jsws: 0, jswgs: 0, njs: 1, xtis: 3, bvs: 10, xjbvs: 1, ijthsfwd: 0.1, ijthsrev: 0.1, jtweff: 0, moin: 15, acde: 1, tvoffcv: 0,
  voffcv: 0, clc: 1e-7, cle: 0.6, cgdl: 0, cgsl: 0, ckappas: 0.6, etab: -0.07, cdscb: 0, cdscd: 0, dvtp1: 0, dwg: 0, dwb: 0, prwb: 0,
  a0: 1, ags: 0, b0: 0, b1: 0, keta: -0.047, mobmod: 0, delta: 0.01, lambda: 0, ados: 1, bdos: 1, pvag: 0, pdiblcb: 0, pdits: 0,
  pditsl: 0, pditsd: 0, beta0: 0, gidlmod: 0, gidlclamp: -1e-5, igcmod: 0, igbmod: 0, nigc: 1, pigcd: 1, aigbacc: 0.0136,
  bigbacc: 0.00171, cigbacc: 0.075, nigbacc: 1, aigbinv: 0.0111, bigbinv: 0.000949, cigbinv: 0.006, nigbinv: 3, eigbinv: 1.1, jtss: 0,
  jtssws: 0, jtsswgs: 0, xtss: 0.02, xtssws: 0.02, xtsswgs: 0.02, njts: 20, tnjts: 0, njtssw: 20, tnjtssw: 0, njtsswg: 20, tnjtsswg: 0,
  vtss: 10, vtssws: 10, vtsswgs: 10, capmod: 2, cvchargemod: 0, xpart: 0, vfbcv: -1, noff: 1, voffcvl: 0, cjs: 0.0005, tcj: 0,
  cjsws: 5e-10, tcjsw: 0, tcjswg: 0, pbs: 1, tpb: 0, pbsws: 1, tpbsw: 0, tpbswg: 0, mjs: 0.5, mjsws: 0.33,
};

const isN = (card: CardValues) => card['type']! > 0;

/** Defaults that follow from the type, the version or a switch. */
const rules: Readonly<Record<string, (card: CardValues) => number>> = {
  ua: ({ mobmod }) => (mobmod === 2 || mobmod === 6 ? 1e-15 : 1e-9),
  uc: ({ mobmod }) => (mobmod === 1 || mobmod === 5 ? -0.0465 : -0.0465e-9),
  uc1: ({ mobmod }) => (mobmod === 1 || mobmod === 5 ? -0.056 : -0.056e-9),
  ud: ({ generation }) => (generation! < 6 ? 1e14 : 0),
  u0: (card) => (isN(card) ? 0.067 : 0.025),
  eu: (card) => (isN(card) ? 1.67 : 1),
  ucs: (card) => (isN(card) ? 1.67 : 1),
  fgidl: ({ generation }) => (generation! < 8 ? 0 : 1),
};
for (const end of ['c', 'sd', 's', 'd']) {
  Object.assign(rules, {
    [`aig${end}`]: (card: CardValues) => (isN(card) ? 1.36e-2 : 9.8e-3),
    [`big${end}`]: (card: CardValues) => (isN(card) ? 1.71e-3 : 7.59e-4),
    [`cig${end}`]: (card: CardValues) => (isN(card) ? 0.075 : 0.03),
  });
}

/** Defaults that are another parameter's value. */
const same: Readonly<Record<string, string>> = {
  toxm: 'toxe', dlc: 'lint', llc: 'll', lwc: 'lw', lwlc: 'lwl', wlc: 'wl', wwc: 'ww', wwlc: 'wwl', dwc: 'wint', dsub: 'drout',
  dmci: 'dmcg', dlcig: 'lint', agisl: 'agidl', bgisl: 'bgidl', cgisl: 'cgidl', egisl: 'egidl', rgisl: 'rgidl', kgisl: 'kgidl',
  fgisl: 'fgidl', jsd: 'jss', jswd: 'jsws', jswgd: 'jswgs', njd: 'njs', xtid: 'xtis', bvd: 'bvs', xjbvd: 'xjbvs', ijthdfwd: 'ijthsfwd',
  ijthdrev: 'ijthsrev', ckappad: 'ckappas', jtsd: 'jtss', jtsswd: 'jtssws', jtsswgd: 'jtsswgs', xtsd: 'xtss', xtsswd: 'xtssws',
  xtsswgd: 'xtsswgs', vtsd: 'vtss', vtsswd: 'vtssws', vtsswgd: 'vtsswgs', cjd: 'cjs', cjswd: 'cjsws', pbswgs: 'pbsws', pbd: 'pbs',
  pbswd: 'pbsws', pbswgd: 'pbswgs', mjswgs: 'mjsws', mjd: 'mjs', mjswd: 'mjsws', mjswgd: 'mjswgs', dlcigd: 'dlcig', njtsd: 'njts',
  tnjtsd: 'tnjts', njtsswd: 'njtssw', tnjtsswd: 'tnjtssw', njtsswgd: 'njtsswg', tnjtsswgd: 'tnjtsswg', cjswgs: 'cjsws', dwj: 'dwc',
  cjswgd: 'cjswgs',
};

/** What the equations derive themselves where the card does not state it. */
const derived = words('vth0 k1 k2 tox toxp cf cgdo cgso cgbo'.replace(' tox ', ' '));

/** Parameters that the size changes by terms l, w and p. */
const binned = words(`
  ua ua1 ub ub1 uc uc1 ud ud1 ucs ucste eu vsat at prt rdsw rdw rsw wr u0 ute up lp ndep gamma1 gamma2 nsub nsd ngate xj phin vbm k1 k2
  xt vbx vth0 vfb drout dsub pdiblc1 pdiblc2 dvt1 dvt1w dvt0 dvt0w w0 k3 k3b lpe0 lpeb kt1 kt1l kt2 dvt2 dvt2w kvth0we k2we minv minvcv
  tvoff voff tnfactor nfactor cdsc cit teta0 eta0 dvtp0 dvtp2 dvtp3 dvtp4 dvtp5 a1 a2 prwg fprout pclm pscbe1 pscbe2 alpha0 alpha1 vtl xn
  ntox poxedge aigsd bigsd cigsd vfbsdoff tvfbsdoff agidl bgidl cgidl egidl rgidl kgidl fgidl agisl bgisl cgisl egisl rgisl kgisl fgisl
  moin acde tvoffcv voffcv clc cle cf cgdl cgsl ckappas ckappad etab cdscb cdscd dvtp1 dwg dwb prwb a0 ags b0 b1 keta delta lambda pvag
  pdiblcb pdits pditsd beta0 aigc bigc cigc nigc pigcd aigs bigs cigs aigd bigd cigd aigbacc bigbacc cigbacc nigbacc aigbinv bigbinv
  cigbinv nigbinv eigbinv vfbcv noff
`);

const aliases: Readonly<Record<string, readonly string[]>> = { vth0: ['vtho'], lvth0: ['lvtho'], wvth0: ['wvtho'], pvth0: ['pvtho'] };

const units: Readonly<Record<string, string>> = {
  m: `toxe toxp toxm toxref dtox xj lint wint dlc dwc dwj xl xw dlcig dlcigd w0 lpe0 lpeb dvtp0 b0 b1 lp clc saref sbref wlod lc lambda
    dmcg dmci dmdg dmcgt xgw xgl voffl scref`,
  V: 'vth0 vfb phin vbm vbx voff vfbcv voffcv delta egidl egisl pbs pbd pbsws pbswd pbswgs pbswgd bvs bvd beta0 kt1 kt2 eigbinv vtss',
  'V^0.5': 'k1 gamma1 gamma2',
  'm^2/Vs': 'u0',
  'm/V': 'ua',
  'm^2/V^2': 'ub',
  'm/s': 'vsat vtl',
  'cm^-3': 'ndep nsub nsd ngate',
  'ohm um^wr': 'rdsw rdw rsw rdswmin rdwmin rswmin',
  'F/m': 'cgso cgdo cgbo cgsl cgdl cf cjsws cjswd cjswgs cjswgd',
  'F/m^2': 'cdsc cdscb cdscd cit cjs cjd',
  'A/m^2': 'jss jsd jtss jtsd',
  'A/m': 'jsws jswd jswgs jswgd jtssws jtsswd jtsswgs jtsswgd',
  A: 'ijthsfwd ijthdfwd ijthsrev ijthdrev',
  ohm: 'rsh rshg rbpb rbpd rbps rbdb rbsb',
  degC: 'tnom',
};
const unitOf = new Map(Object.entries(units).flatMap(([unit, names]) => words(names).map((name) => [name, unit] as const)));

function parameter(name: string, rule: CompactParameter['default']): CompactParameter {
  const unit = unitOf.get(name);
  const other = aliases[name];
  return { name, default: rule, ...(unit !== undefined && { unit }), ...(other !== undefined && { aliases: other }) };
}

const gisl = new Set(words('agisl bgisl cgisl egisl rgisl kgisl fgisl'));

/** Every value of a card that the equations have. */
export const parameters: readonly CompactParameter[] = [
  ...Object.entries(numbers).map(([name, value]) => parameter(name, value)),
  parameter('tnom', 27),
  ...Object.entries(rules).map(([name, rule]) => parameter(name, rule)),
  ...derived.map((name) => parameter(name, 'none')),
  ...Object.entries(same).map(([name, source]) => parameter(name, { sameAs: source })),
  ...binned.flatMap((name) => ['l', 'w', 'p'].map((term) =>
    parameter(`${term}${name}`, gisl.has(name) ? { sameAs: `${term}${name.replace('gisl', 'gidl')}` } : 0))),
];

/** Parameters that ngspice's code of an older version does not know, so that it ignores them: generation, names. */
const newer: readonly (readonly [number, string])[] = [
  [6, `
  cvchargemod mtrlmod eot vddeot tempeot leffeot weffeot ados bdos phig epsrgate easub epsrsub ni0sub bg0sub tbgasub tbgbsub ucs ucste
  minvcv voffcvl dlcigd agisl bgisl cgisl egisl aigs bigs cigs aigd bigd cigd jtweff njtsd njtsswd njtsswgd tnjtsd tnjtsswd tnjtsswgd
`],
  [7, `
  mtrlcompatmod gidlmod dvtp2 dvtp3 dvtp4 dvtp5 tnfactor teta0 tvoffcv rgidl kgidl fgidl rgisl kgisl fgisl tnoic rnoic
`],
  [8, 'gidlclamp idovvds'],
];

/** From which generation of the code on a parameter is known; 5 for the first ones. */
export const since: ReadonlyMap<string, number> = new Map(newer.flatMap(([generation, names]) => words(names).flatMap((name) =>
  [name, ...(binned.includes(name) ? ['l', 'w', 'p'].map((term) => `${term}${name}`) : [])].map((each) => [each, generation] as const))));

/** Values that neither current nor charge depends on: noise, limits of safe operation, high-k options while mtrlmod is 0. */
export const withoutEffect: readonly string[] = words(`
  paramchk
  af bg0sub easub ef em eot epsrgate epsrsub fnoimod idovvds kf ku0we leffeot lintnoi lku0we lmax lmin lxrcrg1 lxrcrg2 mtrlcompatmod
  ni0sub noia noib noic ntnoi phig pku0we pxrcrg1 pxrcrg2 rnoia rnoib rnoic tbgasub tbgbsub tempeot tnoia tnoib tnoic tnoimod vbd_max
  vbdr_max vbs_max vbsr_max vddeot vds_max vgb_max vgbr_max vgd_max vgdr_max vgs_max vgsr_max weffeot wku0we wmax wmin wxrcrg1 wxrcrg2
  xrcrg1 xrcrg2
`);

/** Values of the instance, SI. */
export const geometry: readonly GeometryParameter[] = [
  { name: 'l', default: 5e-6 }, { name: 'w', default: 5e-6 }, { name: 'm', default: 1 }, { name: 'nf', default: 1 },
  { name: 'min', default: 0 }, { name: 'mulu0', default: 1 }, { name: 'delvto', default: 0, aliases: ['delvt0'] },
  ...words('ad as pd ps nrd nrs sd sca scb scc').map((name) => ({ name, default: 'none' as const })),
  { name: 'geomod', default: 'none', allowed: range(10) }, { name: 'rgeomod', default: 'none', allowed: range(8) },
  { name: 'rbodymod', default: 'none', allowed: range(2) }, { name: 'rgatemod', default: 'none', allowed: range(1) },
  ...words('sa sb sc').map((name) => ({ name, default: 0 })),
];

/** Switches and what they may be; another value counts as the first one, as in ngspice. */
export const switches: readonly { readonly name: string; readonly allowed: (generation: number) => readonly number[] }[] = [
  { name: 'mobmod', allowed: (generation) => (generation < 6 ? [0, 1, 2] : generation < 8 ? [0, 1, 2, 3] : [0, 1, 2, 3, 4, 5, 6]) },
  { name: 'tempmod', allowed: (generation) => (generation < 6 ? [0, 1, 2] : [0, 1, 2, 3]) },
  { name: 'capmod', allowed: () => [2, 0, 1] },
  { name: 'diomod', allowed: () => [1, 0, 2] },
  { name: 'rdsmod', allowed: () => [0, 1] },
  { name: 'rbodymod', allowed: () => [0, 1, 2] },
  { name: 'rgatemod', allowed: () => [0, 1, 2, 3] },
  { name: 'permod', allowed: () => [1, 0] },
  { name: 'rgeomod', allowed: () => [1, 0] },
  { name: 'igcmod', allowed: () => [0, 1, 2] },
  { name: 'igbmod', allowed: () => [0, 1] },
  { name: 'wpemod', allowed: () => [0, 1] },
  { name: 'trnqsmod', allowed: () => [0, 1] },
  { name: 'acnqsmod', allowed: () => [0, 1] },
];
