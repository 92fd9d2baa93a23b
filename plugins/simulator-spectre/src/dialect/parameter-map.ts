import { nameList, selfHeatingBySwitch, type DialectMap, type FamilyMap } from '@evospice/device';

const np = { parameter: 'type', n: 'n', p: 'p' };
const npn = { parameter: 'type', n: 'npn', p: 'pnp' };

/** Guards of Spectre that change nothing inside the device's normal range. */
const guards: Readonly<Record<string, string>> = Object.fromEntries([
  ...nameList('imax imax1 imelt jmelt jmax alarm dskip minr vbefwd vbcfwd vsubfwd bvbe bvbc bvce bvsub vbox bvj vds_max vgs_max vbdr vbsr degradation').map((name) => [name, 'a limit, warning or convergence aid of Spectre'] as const),
  ...nameList('dtmax trise compatible tmg').map((name) => [name, 'a setting of the simulator'] as const),
]);

const vbic13 = nameList('xrbi xrci vrt art ccso qbm nkf xikf xrcx xrbx xrbp isrr xisr dear eap vbbe nbbe ibbe tvbbe1 tvbbe2 tnbbe ebbe dtemp vers vref');

const heating = selfHeatingBySwitch('Spectre');

/**
 * Masters, spellings and defaults of Spectre. The names of bjt and vbic are in public converters, the others are as its reference is commonly quoted; the
 * program was not at hand.
 * Bipolar types are words, MOS and JFET types letters; a model without a type is n-type.
 */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: 'bsim4', polarity: np, own: guards },
  {
    family: 'bsim3', types: 'bsim3v3', polarity: np, own: guards, missing: ['acm', 'calcacm', 'wmlt', 'lmlt'],
    equations: Object.fromEntries(nameList('hdif ldif ld rd rs rdc rsc').map((name) => [name, 'Spectre has its own rules for junction geometry'])),
  },
  { family: 'mos1', types: 'mos1', polarity: np, names: { u0: 'uo' }, own: guards },
  { family: 'mos2', types: 'mos2', polarity: np, names: { u0: 'uo' }, own: guards },
  { family: 'mos3', types: 'mos3', polarity: np, names: { u0: 'uo' }, missing: ['xd', 'alpha', 'input_delta'], own: guards },
  { family: 'bsimsoi4', types: 'bsimsoi', polarity: np },
  { family: 'psp103', types: 'psp103', polarity: np, tnom: 'tr' },
  { family: 'mextram', types: 'bjt504', polarity: npn, tnom: 'tref' },
  {
    family: 'diode', types: 'diode', level: 1, withoutLevel: true, meaningfulLevels: [3], own: guards, names: { php: 'vjsw', ikf: 'ik', nbv: 'nz', pj: 'perim' }, missing: ['isr', 'nr', 'keg'], defaults: { nbv: 1 },
  },
  { family: 'gummel-poon', types: 'bjt', polarity: npn, own: guards, missing: nameList('ibe ibc nkf rco vo gamma qco quasimod vg cn d subs'), stated: ['mjs', 'eg', 'xti'] },
  { family: 'vbic', types: 'vbic', polarity: npn, own: guards, missing: vbic13, hooked: ['selft'], afterNames: heating.read, beforeWriting: heating.write },
  { family: 'jfet', types: 'jfet', polarity: np, own: { ...guards, rg: 'gate resistance', n: 'emission coefficient of the gate', lambda1: 'gate bias of lambda', m: 'grading coefficient of the gate' }, missing: ['b', 'nlev', 'gdsnoi', 'vtotc', 'betatce', 'bex', 'tcv'], stated: ['xti', 'eg'] },
];

export const spectreMap: DialectMap = {
  dialect: 'spectre',
  title: 'Spectre',
  tnom: 27,
  comment: '//',
  keyword: 'model',
  modelName: /^[a-z_][a-z0-9_]*$/,
  families,
  absent: {
    vdmos: 'Spectre builds power transistors as subcircuits; extract a MOS level 3 inside one',
    bsimsoi3: 'extract BSIM-SOI 4, which Spectre calls bsimsoi',
    hicum: 'which master your release of Spectre calls HICUM level 2 is not known here',
  },
};
