import { nameList, type DialectMap, type FamilyMap } from '@evospice/device';

const mos = { n: 'nmos', p: 'pmos' };
const bjt = { n: 'npn', p: 'pnp' };
const own = { modtype: 'chooses between level numbers of Eldo and of other simulators', alev: 'choice of area rules', rlev: 'choice of resistance rules', dioval: 'choice of junction equations', tlev: 'choice of temperature equations', tlevc: 'choice of temperature equations for capacitances' };
const vbic13 = nameList('xrb xrbi xrc xrci vrt art ccso qbm nkf xikf xrcx xrbx xrbp isrr xisr dear eap vbbe nbbe ibbe tvbbe1 tvbbe2 tnbbe ebbe dtemp vers vref');

/**
 * Levels of Eldo: 53 for BSIM3v3 is on published cards, the others are as its device equations manual is
 * commonly quoted. Neither the manual nor the program was at hand, so names are those of the models' own manuals, and extensions are left out.
 */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: mos, level: 60, own },
  { family: 'bsim3', types: mos, level: 53, own, missing: nameList('acm calcacm hdif ldif ld rd rs rdc rsc lmlt wmlt nqsmod acnqsmod') },
  { family: 'mos1', types: mos, level: 1, withoutLevel: true, own },
  { family: 'mos2', types: mos, level: 2, own },
  { family: 'mos3', types: mos, level: 3, own, missing: ['xd', 'alpha', 'input_delta'] },
  { family: 'psp103', types: mos, level: 70, tnom: 'tr' },
  { family: 'diode', types: 'd', level: 1, withoutLevel: true, own, missing: nameList('keg jtun jtunsw ntun xtitun isr nr area pj lm lp wm wp xm xp xom xoi fcs') },
  { family: 'gummel-poon', types: bjt, level: 1, withoutLevel: true, own, missing: nameList('ibe ibc rco vo gamma qco quasimod vg cn d') },
  { family: 'vbic', types: bjt, level: 8, own, missing: vbic13 },
  { family: 'hicum', types: bjt, level: 9 },
  { family: 'mextram', types: bjt, level: 22, tnom: 'tref' },
  { family: 'jfet', types: { n: 'njf', p: 'pjf' }, level: 1, withoutLevel: true, own, missing: ['b', 'vtotc', 'betatce', 'nlev', 'gdsnoi', 'tcv', 'bex', 'xti', 'eg'] },
];

export const eldoMap: DialectMap = {
  dialect: 'eldo',
  title: 'Eldo',
  tnom: 27,
  comment: '*',
  keyword: '.model',
  families,
  absent: { vdmos: 'Eldo builds power transistors as subcircuits; extract a MOS level 3 inside one' },
  refused: { 'nmos 54': 'BSIM4 is level 60 in Eldo; 54 is the number of HSPICE, which Eldo takes with its option compat', 'nmos 49': 'BSIM3v3 is level 53 in Eldo', 'nmos 8': 'BSIM3v3 is level 53 in Eldo' },
};
