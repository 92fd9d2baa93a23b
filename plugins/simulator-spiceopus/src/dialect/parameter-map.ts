import { nameList, type DialectMap, type FamilyMap } from '@evospice/device';

const mos = { n: 'nmos', p: 'pmos' };

/**
 * Levels of SPICE OPUS: 53 for BSIM3v3 is on published cards, 60 for BSIM4 is as its manual is commonly quoted. Neither
 * the manual nor the program was at hand. It is built
 * on Berkeley's SPICE 3f5, so the early models have the parameters of that and nothing else.
 */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: mos, level: 60 },
  { family: 'bsim3', types: mos, level: 53, missing: nameList('acm calcacm hdif ldif ld rd rs rdc rsc lmlt wmlt nqsmod acnqsmod xl xw') },
  { family: 'mos1', types: mos, level: 1, withoutLevel: true },
  { family: 'mos2', types: mos, level: 2 },
  { family: 'mos3', types: mos, level: 3, missing: nameList('xl wd xw delvto xd alpha input_delta') },
  { family: 'diode', types: 'd', otherLevels: [1], withoutLevel: true, only: nameList('is rs n tt cjo vj m eg xti kf af fc bv ibv'), defaults: { nbv: 1 } },
  {
    family: 'gummel-poon', types: { n: 'npn', p: 'pnp' }, otherLevels: [1], withoutLevel: true,
    only: nameList('is bf nf vaf ikf ise ne br nr var ikr isc nc rb irb rbm re rc cje vje mje tf xtf vtf itf ptf cjc vjc mjc xcjc tr cjs vjs mjs xtb eg xti kf af fc'),
  },
  { family: 'jfet', types: { n: 'njf', p: 'pjf' }, otherLevels: [1], withoutLevel: true, only: nameList('vto beta lambda rd rs cgs cgd pb is fc b kf af') },
];

export const spiceOpusMap: DialectMap = {
  dialect: 'spiceopus',
  title: 'SPICE OPUS',
  tnom: 27,
  comment: '*',
  keyword: '.model',
  families,
  absent: { vdmos: 'extract a MOS level 3 inside a subcircuit', vbic: 'extract a Gummel-Poon transistor', psp103: 'extract BSIM4' },
  refused: { 'nmos 54': 'BSIM4 is level 60 in SPICE OPUS', 'nmos 14': 'BSIM4 is level 60 in SPICE OPUS', 'nmos 49': 'BSIM3v3 is level 53 in SPICE OPUS', 'nmos 8': 'BSIM3v3 is level 53 in SPICE OPUS' },
};
