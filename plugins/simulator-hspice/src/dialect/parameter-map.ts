import { nameList, selfHeatingBySwitch, type DialectMap, type FamilyMap } from '@evospice/device';

const mos = { n: 'nmos', p: 'pmos' };
const bjt = { n: 'npn', p: 'pnp' };

/** Rules of HSPICE for junctions, temperature and lengths that stand outside the Berkeley equations. */
const mosRules: Readonly<Record<string, string>> = {
  acm: 'its own area and perimeter rules', calcacm: 'its own area rules', hdif: 'junction lengths for them', ldif: 'junction lengths for them', wmlt: 'shrink factor of the width', lmlt: 'shrink factor of the length',
  tlev: 'choice of temperature equations', tlevc: 'choice of temperature equations for capacitances', cta: 'temperature coefficient of cj', ctp: 'temperature coefficient of cjsw',
  pta: 'temperature coefficient of pb', ptp: 'temperature coefficient of phi', capop: 'choice of the capacitance model', scalm: 'scale of the model parameters', nds: 'reverse-bias slope', vnds: 'reverse-bias transition',
  xlref: 'length offset for bins', xwref: 'width offset for bins', binflag: 'choice of how bins are interpolated', lref: 'reference length of bins', wref: 'reference width of bins', sfvtflag: 'switch of the threshold equation',
  dskip: 'junction diodes off', nlev: 'choice of the noise equation',
};

/** What the Berkeley transistor shares with HSPICE, as HSPICE spells it. */
const bsimAliases = { cjm: 'cj', mj0: 'mj', pj: 'pb', php: 'pbsw', n: 'nj', tref: 'tnom' };

/** Names that ngspice took over from HSPICE and that HSPICE's own junction rules give another meaning. */
const ownJunctions = 'HSPICE computes junction areas, lengths and series resistances by its own ACM rules';

/** Temperature coefficients and later additions that VBIC 1.2 does not have. */
const vbic13 = nameList('xrb xrbi xrc xrci vrt art ccso qbm nkf xikf xrcx xrbx xrbp isrr xisr dear eap vbbe nbbe ibbe tvbbe1 tvbbe2 tnbbe ebbe dtemp vers vref');

const heating = selfHeatingBySwitch('HSPICE');

/**
 * Levels, spellings and defaults of HSPICE as its device manuals are commonly quoted; neither the manuals nor the program were at hand. A junction's built-in
 * potential and the bottom capacitance of the early transistors have defaults of their own there.
 */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: mos, level: 54, versionStyle: 'decimal', aliases: bsimAliases, own: mosRules },
  {
    family: 'bsim3', types: mos, level: 53, otherLevels: [49], tnom: 'tref', versionStyle: 'decimal', versions: ['3.0', '3.1', '3.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.3'], aliases: bsimAliases,
    own: Object.fromEntries(Object.entries(mosRules).filter(([name]) => !['acm', 'calcacm', 'hdif', 'ldif', 'lmlt', 'wmlt'].includes(name))),
    equations: Object.fromEntries(nameList('acm calcacm hdif ldif ld rd rs rdc rsc lmlt wmlt').map((name) => [name, ownJunctions])),
  },
  { family: 'mos1', types: mos, level: 1, withoutLevel: true, tnom: 'tref', names: { u0: 'uo' }, own: mosRules, defaults: { cj: 579.11e-6 }, equations: { cj: ownJunctions } },
  { family: 'mos2', types: mos, level: 2, tnom: 'tref', names: { u0: 'uo' }, own: mosRules, defaults: { cj: 579.11e-6 }, equations: { cj: ownJunctions } },
  { family: 'mos3', types: mos, level: 3, tnom: 'tref', names: { u0: 'uo' }, own: mosRules, missing: ['xd', 'alpha', 'input_delta'], defaults: { cj: 579.11e-6 }, equations: { cj: ownJunctions } },
  { family: 'bsimsoi3', types: mos, level: 57 },
  { family: 'bsimsoi4', types: mos, level: 70, versionStyle: 'decimal' },
  { family: 'psp103', types: mos, level: 69, tnom: 'tr' },
  {
    family: 'diode', types: 'd', level: 1, withoutLevel: true, meaningfulLevels: [3], tnom: 'tref', missing: ['isr', 'nr'], defaults: { vj: 0.8, php: '@vj' },
    own: { gap1: 'band gap, first coefficient', gap2: 'band gap, second coefficient', dcap: 'choice of the capacitance equation', scalm: 'scale of the model parameters', shrink: 'shrink factor', l: 'default length', w: 'default width', expli: 'current where the exponential is cut off' },
  },
  {
    family: 'gummel-poon', types: bjt, level: 1, withoutLevel: true, tnom: 'tref', missing: nameList('rco vo gamma qco quasimod vg cn d'), defaults: { mjs: 0.5 },
    own: { dcap: 'choice of the capacitance equation', update: 'choice of the base charge equation', gap1: 'band gap, first coefficient', gap2: 'band gap, second coefficient', tbf: 'temperature coefficient' },
  },
  { family: 'vbic', types: bjt, level: 4, otherLevels: [9], tnom: 'tref', missing: vbic13, hooked: ['selft'], afterNames: heating.read, beforeWriting: heating.write },
  { family: 'hicum', types: bjt, level: 8, tnom: 'tref' },
  { family: 'mextram', types: bjt, level: 6, tnom: 'tref', version: 'vers' },
  {
    family: 'jfet', types: { n: 'njf', p: 'pjf' }, level: 1, withoutLevel: true, tnom: 'tref', missing: ['b', 'vtotc', 'betatce'], defaults: { pb: 0.8 }, stated: ['xti'],
    own: { acm: 'its own area rules', align: 'misalignment of the gate', hdif: 'length of the heavily doped region', rg: 'gate resistance', n: 'emission coefficient of the gate', mj: 'grading coefficient of the gate', capop: 'choice of the capacitance model', sat: 'choice of the saturation equation' },
  },
];

export const hspiceMap: DialectMap = {
  dialect: 'hspice',
  title: 'HSPICE',
  tnom: 25,
  comment: '*',
  keyword: '.model',
  families,
  absent: {
    vdmos: 'HSPICE builds power transistors as subcircuits; extract a MOS level 3 inside one',
    psp102: 'HSPICE level 69 is PSP 103 here: extract that',
  },
  refused: {
    'nmos 9': 'BSIM3 is level 53 or 49 in HSPICE', 'nmos 8': 'BSIM3 is level 53 or 49 in HSPICE; 8 is the number of other simulators', 'nmos 14': 'BSIM4 is level 54 in HSPICE; 14 is the number of other simulators',
  },
};
