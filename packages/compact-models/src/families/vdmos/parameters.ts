/** Card and instance parameters of the VDMOS with ngspice 39's names, aliases and defaults (manual, section 11.3). */
import type { CompactParameter, GeometryParameter } from '../../model.ts';

export const parameters: readonly CompactParameter[] = [
  { name: 'vto', unit: 'V', default: 0, aliases: ['vth0'] },
  { name: 'kp', unit: 'A/V^2', default: 1 },
  { name: 'lambda', unit: '1/V', default: 0 },
  { name: 'theta', unit: '1/V', default: 0 },
  { name: 'mtriode', default: 1 },
  { name: 'subshift', unit: 'V', default: 0 },
  { name: 'ksubthres', unit: 'V', default: 0.1 },
  { name: 'rd', unit: 'ohm', default: 0 },
  { name: 'rs', unit: 'ohm', default: 0 },
  { name: 'rg', unit: 'ohm', default: 0 },
  { name: 'rds', unit: 'ohm', default: 'none' },
  { name: 'rq', unit: 'ohm', default: 'none' },
  { name: 'vq', unit: 'V', default: 'none' },
  { name: 'tnom', unit: 'C', default: 27 },
  { name: 'tcvth', unit: 'V/K', default: 0, aliases: ['vtotc'] },
  { name: 'mu', default: -1.5, aliases: ['bex'] },
  { name: 'texp0', default: 'none' },
  { name: 'texp1', default: 0.3 },
  { name: 'trd1', unit: '1/K', default: 0 },
  { name: 'trd2', unit: '1/K^2', default: 0 },
  { name: 'trg1', unit: '1/K', default: 0 },
  { name: 'trg2', unit: '1/K^2', default: 0 },
  { name: 'trs1', unit: '1/K', default: 0 },
  { name: 'trs2', unit: '1/K^2', default: 0 },
  { name: 'trb1', unit: '1/K', default: 0 },
  { name: 'trb2', unit: '1/K^2', default: 0 },
  { name: 'tksubthres1', unit: '1/K', default: 0 },
  { name: 'tksubthres2', unit: '1/K^2', default: 0 },
  { name: 'is', unit: 'A', default: 1e-14 },
  { name: 'n', default: 1 },
  { name: 'rb', unit: 'ohm', default: 0 },
  { name: 'bv', unit: 'V', default: 'none' },
  { name: 'ibv', unit: 'A', default: 1e-10 },
  { name: 'nbv', default: 1 },
  { name: 'tt', unit: 's', default: 0 },
  { name: 'eg', unit: 'eV', default: 1.11 },
  { name: 'xti', default: 3 },
  { name: 'cjo', unit: 'F', default: 0 },
  { name: 'vj', unit: 'V', default: 0.8 },
  { name: 'm', default: 0.5 },
  { name: 'fc', default: 0.5 },
  { name: 'cgdmin', unit: 'F', default: 0 },
  { name: 'cgdmax', unit: 'F', default: 0 },
  { name: 'a', unit: '1/V', default: 1 },
  { name: 'cgs', unit: 'F', default: 0 },
];

/** Values of a card that change neither current nor charge: noise, limits of safe operation, thermal network without `thermal`. */
export const withoutEffect: readonly string[] = [
  'phi', 'kf', 'af', 'cthj', 'rthjc', 'rthca', 'rth_ext', 'derating', 'vgs_max', 'vgd_max', 'vds_max', 'vgsr_max', 'vgdr_max', 'pd_max', 'id_max', 'idr_max', 'te_max',
];

export const geometry: readonly GeometryParameter[] = [
  { name: 'm', default: 1 }, { name: 'temp', default: 'none' }, { name: 'dtemp', default: 0 },
];
