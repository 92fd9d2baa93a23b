import type { CompactParameter, GeometryParameter } from '../../model.ts';

type Row = readonly [name: string, value: number, unit?: string | undefined, alias?: string];

/** Values of HICUM/L2 with ngspice's defaults (hicum2setup.c). */
const rows: readonly Row[] = [
  ['tnom', 27, 'degC'], ['flcomp', 0],
  ['c10', 2e-30, 'A C'], ['qp0', 2e-14, 'C'], ['ich', 0, 'A'], ['hf0', 1], ['hfe', 1], ['hfc', 1], ['hjei', 1], ['ahjei', 0],
  ['rhjei', 1], ['hjci', 1],
  ['ibeis', 1e-18, 'A'], ['mbei', 1], ['ireis', 0, 'A'], ['mrei', 2], ['ibeps', 0, 'A'], ['mbep', 1], ['ireps', 0, 'A'], ['mrep', 2],
  ['mcf', 1],
  ['tbhrec', 0, 's'], ['ibcis', 1e-16, 'A'], ['mbci', 1], ['ibcxs', 0, 'A'], ['mbcx', 1], ['ibets', 0, 'A'], ['abet', 40],
  ['tunode', 1],
  ['favl', 0, '1/V'], ['qavl', 0, 'C'], ['kavl', 0], ['alfav', 0, '1/K'], ['alqav', 0, '1/K'], ['alkav', 0, '1/K'],
  ['rbi0', 0, 'ohm'], ['rbx', 0, 'ohm'], ['fgeo', 0.6557], ['fdqr0', 0], ['fcrbi', 0], ['fqi', 1], ['re', 0, 'ohm'], ['rcx', 0, 'ohm'],
  ['itss', 0, 'A'], ['msf', 1], ['iscs', 0, 'A'], ['msc', 1], ['tsf', 0, 's'], ['rsu', 0, 'ohm'], ['csu', 0, 'F'],
  ['cjei0', 1e-20, 'F'], ['vdei', 0.9, 'V'], ['zei', 0.5], ['ajei', 2.5, undefined, 'aljei'],
  ['cjep0', 1e-20, 'F'], ['vdep', 0.9, 'V'], ['zep', 0.5], ['ajep', 2.5, undefined, 'aljep'],
  ['cjci0', 1e-20, 'F'], ['vdci', 0.7, 'V'], ['zci', 0.4], ['vptci', 100, 'V'], ['cjcx0', 1e-20, 'F'], ['vdcx', 0.7, 'V'],
  ['zcx', 0.4], ['vptcx', 100, 'V'],
  ['fbcpar', 0, undefined, 'fbc'], ['fbepar', 1, undefined, 'fbe'], ['cjs0', 0, 'F'], ['vds', 0.6, 'V'], ['zs', 0.5],
  ['vpts', 100, 'V'],
  ['cscp0', 0, 'F'], ['vdsp', 0.6, 'V'], ['zsp', 0.5], ['vptsp', 100, 'V'],
  ['t0', 0, 's'], ['dt0h', 0, 's'], ['tbvl', 0, 's'], ['tef0', 0, 's'], ['gtfe', 1], ['thcs', 0, 's'], ['ahc', 0.1, undefined, 'alhc'],
  ['fthc', 0],
  ['rci0', 150, 'ohm'], ['vlim', 0.5, 'V'], ['vces', 0.1, 'V'], ['vpt', 100, 'V'], ['aick', 1e-3], ['delck', 2], ['tr', 0, 's'],
  ['vcbar', 0, 'V'], ['icbar', 0, 'A'], ['acbar', 0.01], ['cbepar', 0, 'F', 'ceox'], ['cbcpar', 0, 'F', 'ccox'], ['latb', 0],
  ['latl', 0], ['alit', 0.333], ['flnqs', 0],
  ['vgb', 1.17, 'V'], ['alt0', 0, '1/K'], ['kt0', 0, '1/K2'], ['zetaci', 0], ['alvs', 0, '1/K'], ['alces', 0, '1/K'], ['zetarbi', 0],
  ['zetarbx', 0],
  ['zetarcx', 0], ['zetare', 0], ['zetacx', 1], ['vge', 1.17, 'V'], ['vgc', 1.17, 'V'], ['vgs', 1.17, 'V'],
  ['f1vg', -1.02377e-4, 'V/K'], ['f2vg', 4.3215e-4, 'V/K'],
  ['zetact', 3], ['zetabet', 3.5], ['alb', 0, '1/K'], ['dvgbe', 0, 'V'], ['zetahjei', 1], ['zetavgbe', 1],
  ['flsh', 0], ['rth', 0, 'K/W'], ['zetarth', 0], ['alrth', 0, '1/K'], ['cth', 0, 'Ws/K'],
];

export const parameters: readonly CompactParameter[] = rows.map(([name, value, unit, alias]) => ({
  name, default: value, ...(unit === undefined ? {} : { unit }), ...(alias === undefined ? {} : { aliases: [alias] }),
}));

export const geometry: readonly GeometryParameter[] = [
  { name: 'area', default: 1 }, { name: 'm', default: 1 }, { name: 'dtemp', default: 0 },
  // A thermal node on the element line changes nothing: the device heats itself by its card alone.
  { name: 'thermalNode', default: 0 },
];

/** Values that touch neither currents nor, at low frequency, charges: noise, limits of use, the delay of the charge itself (alqf). */
export const withoutEffect: readonly string[] = ['alqf', 'kf', 'af', 'cfbe', 'flcono', 'kfre', 'afre', 'vbe_max', 'vbc_max', 'vce_max'];
