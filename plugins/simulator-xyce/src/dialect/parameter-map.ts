import { nameList, type DialectMap, type FamilyMap, type HookContext } from '@evospice/device';

const mos = { n: 'nmos', p: 'pmos' };
const bjt = { n: 'npn', p: 'pnp' };
const multiplier = 'it has m only on resistors, capacitors, inductors, diodes, MOSFETs and bipolar transistors; put as many devices in parallel';

/** The breakdown voltage moves by `tcv` volts a degree elsewhere, and by the fraction `tbv1` a degree here. */
function readBreakdown({ parameters }: HookContext): void {
  const fraction = parameters.get('tbv1');
  const bv = parameters.get('bv');
  parameters.delete('tbv1');
  if (fraction !== undefined && bv !== undefined) parameters.set('tcv', -fraction * bv);
}

function writeBreakdown({ parameters, warn }: HookContext): void {
  const tcv = parameters.get('tcv');
  const bv = parameters.get('bv');
  if (tcv === undefined) return;
  parameters.delete('tcv');
  const fraction = bv === undefined || bv === 0 ? Number.NaN : -tcv / bv;
  // A breakdown voltage next to nothing makes a fraction that no number holds.
  const holds = bv !== undefined && Math.abs(-fraction * bv - tcv) <= 1e-9 * Math.abs(tcv);
  if (holds) parameters.set('tbv1', fraction);
  else warn({ code: 'NO_COUNTERPART', parameter: 'tcv', message: `tcv=${String(tcv)} is left out: Xyce states it as a fraction of bv, and without a breakdown voltage it does nothing` });
}

const diodeParameters = nameList('is jsw rs trs trs2 n ns isr nr ikf tt cjo vj m cjsw php mjsw eg xti fc fcs bv ibv nbv kf af');
const gummelPoonParameters = nameList(`is bf nf vaf ikf ise ne br nr var ikr isc nc rb irb rbm re rc cje vje mje tf xtf vtf itf ptf cjc vjc mjc xcjc tr cjs vjs mjs xtb eg xti kf af fc nkf`);

const diode: FamilyMap = {
  family: 'diode', types: 'd', only: [...diodeParameters, 'tcv'], defaults: { nbv: 1, nr: 2 }, names: { trs: 'trs1' }, aliases: { vjsw: 'php' },
  equations: { ikf: 'a high current is divided by sqrt(1 + I/ikf) there, and by 1 + sqrt(I/ikf) in ngspice' },
  own: { ibvl: 'low-level breakdown current', nbvl: 'its emission coefficient', tikf: 'temperature coefficient of ikf', tbv2: 'temperature coefficient of bv, second order' },
  hooked: ['tbv1'], afterNames: readBreakdown, beforeWriting: writeBreakdown,
};

/** Levels, names and defaults of Xyce, after its Reference Guide and its list of model parameters. None has met the program yet. */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: mos, level: 54, otherLevels: [14], versions: ['4.6.1', '4.7', '4.8.2'] },
  {
    family: 'bsim3', types: mos, level: 9, otherLevels: [49], versions: ['3.2.2'],
    missing: nameList('acm calcacm hdif ldif ld rd rs rdc rsc lmlt wmlt nqsmod acnqsmod xl xw'), own: { l: 'default length of a device', w: 'default width of a device' },
  },
  { family: 'mos1', types: mos, level: 1, withoutLevel: true, own: { l: 'default length of a device', w: 'default width of a device' } },
  { family: 'mos2', types: mos, level: 2, own: { l: 'default length of a device', w: 'default width of a device' } },
  { family: 'mos3', types: mos, level: 3, missing: nameList('xl wd xw delvto xd alpha input_delta'), own: { l: 'default length of a device', w: 'default width of a device' } },
  { family: 'bsimsoi3', types: mos, level: 10 },
  { family: 'bsimsoi4', types: mos, level: 70, otherLevels: [70450, 70470] },
  { family: 'psp102', types: mos, level: 102, tnom: 'tr', version: '' },
  { family: 'psp103', types: mos, level: 103, otherLevels: [1031], tnom: 'tr', version: '' },
  { ...diode, level: 2 },
  // Level 1 reads these and does not use them.
  { ...diode, level: 1, withoutLevel: true, missing: ['ikf', 'isr', 'nr'], defaults: { nbv: 1 }, own: { ...diode.own, ikf: 'used by level 2 only', isr: 'used by level 2 only', nr: 'used by level 2 only' } },
  { family: 'gummel-poon', types: bjt, level: 1, withoutLevel: true, only: gummelPoonParameters, own: { cdis: 'part of the base-collector capacitance inside the base resistance' } },
  {
    family: 'vbic', types: bjt, level: 12, otherLevels: [11], missing: nameList('ebbe dtemp vers vref'), defaults: { rci: 0, rbi: 0, rbp: 0 },
    own: Object.fromEntries(nameList('qnibeir avcx1 avcx2 mcx tavcx vpte ibk0 abk bbk tcvef tcver tcrth gmin maxexp pnjmaxi scale shrink tmin tmax tminclip tmaxclip').map((name) => [name, 'an addition of VBIC 1.3'])),
  },
  { family: 'hicum', types: bjt, level: 234 },
  { family: 'mextram', types: bjt, level: 504, otherLevels: [505], tnom: 'tref', version: '' },
  { family: 'jfet', types: { n: 'njf', p: 'pjf' }, level: 1, withoutLevel: true, only: nameList('vto beta lambda rd rs cgs cgd pb is fc b kf af'), defaults: { kf: 0.05 }, multiplier, own: { delta: 'saturation term of level 2', theta: 'saturation term of level 2' } },
];

export const xyceMap: DialectMap = {
  dialect: 'xyce',
  title: 'Xyce',
  tnom: 27,
  comment: '*',
  keyword: '.model',
  families,
  absent: { vdmos: 'the VDMOS of Xyce (level 18) shares the name but not the equations: its parameters must be extracted anew' },
  refused: {
    'npn 10': 'VBIC under level 10 was removed from Xyce; levels 11 and 12 are VBIC 1.3', 'pnp 10': 'VBIC under level 10 was removed from Xyce; levels 11 and 12 are VBIC 1.3',
    'nmos 8': 'BSIM3 is level 9 in Xyce', 'pmos 8': 'BSIM3 is level 9 in Xyce', 'nmos 18': 'the VDMOS of Xyce shares its name but not its equations with others',
  },
};
