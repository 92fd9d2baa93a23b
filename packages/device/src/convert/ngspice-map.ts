import type { DialectMap, FamilyMap } from './dialect-map.ts';
import { nameList } from './family-table.ts';

const mos = { n: 'nmos', p: 'pmos' };
const bjt = { n: 'npn', p: 'pnp' };

/** Limits that ngspice compares the operating point with and warns; they change no current. */
const limits = Object.fromEntries(
  nameList(`vgs_max vgd_max vgb_max vds_max vbs_max vbd_max vgsr_max vgdr_max vgbr_max vbsr_max vbdr_max vbe_max vbc_max vce_max pd_max ic_max ib_max te_max fv_max bv_max id_max idr_max`).map((name) => [
    name, 'a limit for the check of the safe operating area',
  ]),
);
const heating = { rth0: 'thermal resistance of the device', cth0: 'thermal capacitance of the device' };

/** Level numbers and names of ngspice 39, read from its own device help. Its defaults are taken as those of the manuals. */
const families: readonly FamilyMap[] = [
  { family: 'bsim4', types: mos, level: 54, otherLevels: [14], own: limits, defaultVersion: '4.8.2' },
  { family: 'bsim3', types: mos, level: 8, otherLevels: [49], own: limits, defaultVersion: '3.3' },
  { family: 'mos1', types: mos, level: 1, withoutLevel: true, own: limits },
  { family: 'mos2', types: mos, level: 2, own: limits },
  { family: 'mos3', types: mos, level: 3, own: limits },
  { family: 'bsimsoi3', types: mos, level: 57 },
  { family: 'bsimsoi4', types: mos, level: 58, otherLevels: [10] },
  { family: 'hisim2', types: mos, level: 68 },
  { family: 'hisimhv', types: mos, level: 73 },
  { family: 'vdmos', types: { n: 'vdmos nchan', p: 'vdmos pchan' }, otherTypes: { vdmos: 'n', vdmosn: 'n', vdmosp: 'p' }, own: limits },
  { family: 'psp103', types: 'psp103va', polarity: { parameter: 'type', n: '1', p: '-1' }, tnom: 'tr', version: 'level' },
  { family: 'psp102', types: 'psp102va', polarity: { parameter: 'type', n: '1', p: '-1' }, tnom: 'tr', version: 'level' },
  { family: 'mextram', types: 'bjt504va', polarity: { parameter: 'type', n: '1', p: '-1' }, tnom: 'tref' },
  { family: 'diode', types: 'd', level: 1, withoutLevel: true, meaningfulLevels: [3], own: { ...limits, ...heating } },
  { family: 'gummel-poon', types: bjt, level: 1, withoutLevel: true, own: { ...limits, rth0: heating.rth0 } },
  { family: 'vbic', types: bjt, level: 4, otherLevels: [9], own: limits },
  { family: 'hicum', types: bjt, level: 8, own: limits },
  { family: 'jfet', types: { n: 'njf', p: 'pjf' }, level: 1, withoutLevel: true },
];

export const ngspiceMap: DialectMap = {
  dialect: 'ngspice',
  title: 'ngspice',
  tnom: 27,
  comment: '*',
  keyword: '.model',
  families,
  refused: {
    'nmos 9': 'level 9 of ngspice is a modified level 3 of its own, not BSIM3 as in Xyce',
    'pmos 9': 'level 9 of ngspice is a modified level 3 of its own, not BSIM3 as in Xyce',
    'npn 504': 'ngspice runs Gummel-Poon under this level without a word; MEXTRAM is a model of type bjt504va there',
    'npn 505': 'ngspice runs Gummel-Poon under this level without a word; MEXTRAM is a model of type bjt504va there',
    'nmos 55': 'a fully depleted BSIM-SOI 3 has no counterpart here; level 57 has', 'nmos 56': 'a dynamically depleted BSIM-SOI 3 has no counterpart here; level 57 has',
  },
};
