import type { CompactParameter, GeometryParameter } from '../../model.ts';

type Row = readonly [name: string, value: number | 'none', unit?: string];

/** Values that also have length, width and cross terms (l*, w*, p*), with ngspice's defaults (b3set.c). */
const binned: readonly Row[] = [
  ['cdsc', 2.4e-4, 'F/m2'], ['cdscb', 0, 'F/Vm2'], ['cdscd', 0, 'F/Vm2'], ['cit', 0, 'F/m2'], ['nfactor', 1], ['xj', 0.15e-6, 'm'],
  ['vsat', 8e4, 'm/s'], ['at', 3.3e4, 'm/s'], ['a0', 1], ['ags', 0, '1/V'], ['a1', 0, '1/V'], ['a2', 1], ['keta', -0.047, '1/V'],
  ['nsub', 6e16, '1/cm3'], ['nch', 1.7e17, '1/cm3'], ['ngate', 0, '1/cm3'], ['gamma1', 0, 'V^0.5'], ['gamma2', 0, 'V^0.5'],
  ['vbx', 0, 'V'], ['vbm', -3, 'V'], ['xt', 1.55e-7, 'm'], ['vfb', 'none', 'V'], ['k1', 'none', 'V^0.5'], ['kt1', -0.11, 'V'],
  ['kt1l', 0, 'Vm'], ['k2', 'none'], ['kt2', 0.022], ['k3', 80], ['k3b', 0, '1/V'], ['w0', 2.5e-6, 'm'], ['nlx', 1.74e-7, 'm'],
  ['dvt0', 2.2], ['dvt1', 0.53], ['dvt2', -0.032, '1/V'], ['dvt0w', 0, '1/m'], ['dvt1w', 5.3e6, '1/m'], ['dvt2w', -0.032, '1/V'],
  ['drout', 0.56], ['dsub', 'none'], ['vth0', 'none', 'V'], ['ua', 2.25e-9, 'm/V'], ['ua1', 4.31e-9, 'm/V'], ['ub', 5.87e-19, '(m/V)2'],
  ['ub1', -7.61e-18, '(m/V)2'], ['uc', 'none'], ['uc1', 'none'], ['u0', 'none', 'm2/Vs or cm2/Vs'], ['ute', -1.5], ['voff', -0.08, 'V'],
  ['delta', 0.01, 'V'], ['rdsw', 0, 'ohm um^wr'], ['prwg', 0, '1/V'], ['prwb', 0, 'V^-0.5'], ['prt', 0, 'ohm um'], ['eta0', 0.08],
  ['etab', -0.07, '1/V'], ['pclm', 1.3], ['pdiblc1', 0.39], ['pdiblc2', 0.0086], ['pdiblcb', 0, '1/V'], ['pscbe1', 4.24e8, 'V/m'],
  ['pscbe2', 1e-5, 'm/V'], ['pvag', 0], ['wr', 1], ['dwg', 0, 'm/V'], ['dwb', 0, 'm/V^0.5'], ['b0', 0, 'm'], ['b1', 0, 'm'],
  ['alpha0', 0, 'm/V'], ['alpha1', 0, '1/V'], ['beta0', 30, 'V'], ['cgsl', 0, 'F/m'], ['cgdl', 0, 'F/m'], ['ckappa', 0.6, 'V'],
  ['cf', 'none', 'F/m'], ['clc', 0.1e-6, 'm'], ['cle', 0.6], ['vfbcv', -1, 'V'], ['acde', 1, 'm/V'], ['moin', 15], ['noff', 1],
  ['voffcv', 0, 'V'],
];

/** Values without binning terms. */
const plain: readonly Row[] = [
  ['mobmod', 1], ['capmod', 3], ['binunit', 1], ['paramchk', 0], ['acm', 0], ['calcacm', 0], ['xpart', 0], ['tox', 150e-10, 'm'],
  ['toxm', 'none', 'm'], ['tnom', 27, 'degC'], ['lint', 0, 'm'], ['ll', 0], ['llc', 'none'], ['lln', 1], ['lw', 0], ['lwc', 'none'],
  ['lwn', 1], ['lwl', 0], ['lwlc', 'none'], ['wint', 0, 'm'], ['wl', 0], ['wlc', 'none'], ['wln', 1], ['ww', 0], ['wwc', 'none'],
  ['wwn', 1], ['wwl', 0], ['wwlc', 'none'], ['dlc', 'none', 'm'], ['dwc', 'none', 'm'], ['xl', 0, 'm'], ['xw', 0, 'm'],
  ['cgso', 'none', 'F/m'], ['cgdo', 'none', 'F/m'], ['cgbo', 'none', 'F/m'], ['rsh', 0, 'ohm'], ['hdif', 0, 'm'], ['ldif', 0, 'm'],
  ['ld', 0, 'm'], ['rd', 0, 'ohm m'], ['rs', 0, 'ohm m'], ['rdc', 0, 'ohm'], ['rsc', 0, 'ohm'], ['wmlt', 1], ['js', 1e-4, 'A/m2'],
  ['jsw', 0, 'A/m'], ['ijth', 0.1, 'A'], ['nj', 1], ['xti', 3], ['cj', 5e-4, 'F/m2'], ['cjsw', 5e-10, 'F/m'], ['cjswg', 'none', 'F/m'],
  ['mj', 0.5], ['mjsw', 0.33], ['mjswg', 'none'], ['pb', 1, 'V'], ['pbsw', 1, 'V'], ['pbswg', 'none', 'V'], ['tcj', 0, '1/K'],
  ['tcjsw', 0, '1/K'], ['tcjswg', 0, '1/K'], ['tpb', 0, 'V/K'], ['tpbsw', 0, 'V/K'], ['tpbswg', 0, 'V/K'],
];

const aliases: Readonly<Record<string, string>> = { vth0: 'vtho', lvth0: 'lvtho', wvth0: 'wvtho', pvth0: 'pvtho' };

const described = ([name, value, unit]: Row): CompactParameter => ({
  name, default: value, ...(unit === undefined ? {} : { unit }), ...(aliases[name] === undefined ? {} : { aliases: [aliases[name]] }),
});

/** Every card value that the equations have. */
export const parameters: readonly CompactParameter[] = [
  ...plain.map(described),
  ...binned.map(described),
  ...binned.flatMap(([name]) => ['l', 'w', 'p'].map((term) => described([term + name, 0]))),
];

export const geometry: readonly GeometryParameter[] = [
  { name: 'l', default: 5e-6 }, { name: 'w', default: 5e-6 }, { name: 'm', default: 1 }, { name: 'geo', default: 0 },
  { name: 'ad', default: 'none' }, { name: 'as', default: 'none' }, { name: 'pd', default: 'none' }, { name: 'ps', default: 'none' },
  { name: 'nrd', default: 'none' }, { name: 'nrs', default: 'none' }, { name: 'delvto', default: 0 }, { name: 'mulu0', default: 1 },
];

/**
 * Values that ngspice reads but that touch neither static currents nor, at the frequencies at which capacitances are measured, charges:
 * noise, non-quasi-static effects (whose switches are refused unless 0), limits of the model's use.
 */
export const withoutEffect: readonly string[] = [
  'noimod', 'nqsmod', 'acnqsmod', 'elm', 'lelm', 'welm', 'pelm', 'lintnoi', 'noia', 'noib', 'noic', 'em', 'ef', 'af', 'kf', 'lmin', 'lmax', 'wmin', 'wmax',
  'vgs_max', 'vgd_max', 'vgb_max', 'vds_max', 'vbs_max', 'vbd_max', 'vgsr_max', 'vgdr_max', 'vgbr_max', 'vbsr_max', 'vbdr_max',
];
