/** Card and instance parameters of the level 1 JFET with ngspice 39's names, aliases and defaults (manual, section 9.1). */
import type { CompactParameter, GeometryParameter } from '../../model.ts';

export const parameters: readonly CompactParameter[] = [
  { name: 'vt0', unit: 'V', default: -2, aliases: ['vto'] },
  { name: 'beta', unit: 'A/V^2', default: 1e-4 },
  { name: 'lambda', unit: '1/V', default: 0 },
  { name: 'b', default: 1 },
  { name: 'rd', unit: 'ohm', default: 0 },
  { name: 'rs', unit: 'ohm', default: 0 },
  { name: 'is', unit: 'A', default: 1e-14 },
  { name: 'pb', unit: 'V', default: 1 },
  { name: 'cgs', unit: 'F', default: 0 },
  { name: 'cgd', unit: 'F', default: 0 },
  { name: 'fc', default: 0.5 },
  { name: 'tnom', unit: 'C', default: 27 },
  { name: 'tcv', unit: 'V/K', default: 0 },
  { name: 'vtotc', unit: 'V/K', default: 'none' },
  { name: 'bex', default: 0 },
  { name: 'betatce', unit: '%/K', default: 'none' },
  { name: 'xti', default: 'none' },
  { name: 'eg', unit: 'eV', default: 1.11 },
];

/** Values of a card that change neither current nor charge. */
export const withoutEffect: readonly string[] = ['kf', 'af', 'nlev', 'gdsnoi'];

export const geometry: readonly GeometryParameter[] = [
  { name: 'area', default: 1 }, { name: 'm', default: 1 }, { name: 'temp', default: 'none' }, { name: 'dtemp', default: 0 },
];
