import type { GenericTunable, ModelFamily } from '@evospice/device';

/** A parameter that a generic device does not tune, for curves that reach further than its own, with the default of the model's manual. */
export interface MoreTunable extends GenericTunable {
  readonly start: number;
}

const bsimTemperature: readonly MoreTunable[] = [
  { name: 'kt1', lower: -0.5, upper: 0, scale: 'lin', start: -0.11 },
  { name: 'ute', lower: -2.5, upper: -0.5, scale: 'lin', start: -1.5 },
  { name: 'at', lower: 0, upper: 2e5, scale: 'lin', start: 3.3e4 },
];
const bsimLength: readonly MoreTunable[] = [
  { name: 'dvt0', lower: 0, upper: 10, scale: 'lin', start: 2.2 },
  { name: 'dvt1', lower: 0.05, upper: 2, scale: 'log', start: 0.53 },
];
const bsimWidth: readonly MoreTunable[] = [{ name: 'k3', lower: -20, upper: 100, scale: 'lin', start: 0 }];
const bsimCharge: readonly MoreTunable[] = [
  { name: 'dlc', lower: -5e-8, upper: 5e-8, scale: 'lin', start: 0 },
  { name: 'cgso', lower: 1e-12, upper: 1e-9, scale: 'log', start: 2e-10 }, { name: 'cgdo', lower: 1e-12, upper: 1e-9, scale: 'log', start: 2e-10 },
  { name: 'cgsl', lower: 0, upper: 1e-9, scale: 'lin', start: 0 }, { name: 'cgdl', lower: 0, upper: 1e-9, scale: 'lin', start: 0 },
  { name: 'cf', lower: 0, upper: 5e-10, scale: 'lin', start: 8e-11 },
  { name: 'acde', lower: 0.25, upper: 1.6, scale: 'lin', start: 1 }, { name: 'moin', lower: 3, upper: 30, scale: 'lin', start: 15 },
  { name: 'noff', lower: 0.5, upper: 5, scale: 'lin', start: 1 }, { name: 'voffcv', lower: -0.4, upper: 0.3, scale: 'lin', start: 0 },
];
const bipolarCharge: readonly MoreTunable[] = [
  { name: 'cje', lower: 1e-16, upper: 1e-9, scale: 'log', start: 3e-14 }, { name: 'vje', lower: 0.5, upper: 1.1, scale: 'lin', start: 0.8 }, { name: 'mje', lower: 0.2, upper: 0.5, scale: 'lin', start: 0.35 },
  { name: 'cjc', lower: 1e-16, upper: 1e-9, scale: 'log', start: 2e-14 }, { name: 'vjc', lower: 0.4, upper: 1, scale: 'lin', start: 0.65 }, { name: 'mjc', lower: 0.15, upper: 0.5, scale: 'lin', start: 0.35 },
];
const powerCharge: readonly MoreTunable[] = [
  { name: 'cgdmax', lower: 1e-11, upper: 1e-7, scale: 'log', start: 1.5e-9 }, { name: 'cgdmin', lower: 1e-13, upper: 1e-9, scale: 'log', start: 6e-11 },
  { name: 'cgs', lower: 1e-11, upper: 1e-7, scale: 'log', start: 1.6e-9 }, { name: 'cjo', lower: 1e-11, upper: 1e-7, scale: 'log', start: 1.2e-9 },
];
const junctionTemperature: readonly MoreTunable[] = [{ name: 'xti', lower: 1, upper: 8, scale: 'lin', start: 3 }, { name: 'eg', lower: 1.05, upper: 1.25, scale: 'lin', start: 1.12 }];

/** By family; which of them the curves can show is decided as for the others. */
export const moreTunables: Readonly<Partial<Record<ModelFamily, readonly MoreTunable[]>>> = {
  bsim4: [...bsimTemperature, ...bsimLength, { name: 'lpe0', lower: -1e-7, upper: 4e-7, scale: 'lin', start: 1.74e-7 }, ...bsimWidth, { name: 'ndep', lower: 5e16, upper: 3e18, scale: 'log', start: 1.7e17 }, ...bsimCharge],
  bsim3: [...bsimTemperature, ...bsimLength, ...bsimWidth, { name: 'nch', lower: 5e16, upper: 3e18, scale: 'log', start: 1.7e17 }, ...bsimCharge],
  bsimsoi4: bsimTemperature,
  'gummel-poon': [...junctionTemperature, { name: 'xtb', lower: -1, upper: 3, scale: 'lin', start: 0 }, ...bipolarCharge],
  vdmos: powerCharge,
  jfet: [{ name: 'cgs', lower: 1e-14, upper: 1e-9, scale: 'log', start: 4e-12 }, { name: 'cgd', lower: 1e-14, upper: 1e-9, scale: 'log', start: 4e-12 }],
  diode: [{ name: 'eg', lower: 1.05, upper: 1.25, scale: 'lin', start: 1.12 }],
};
