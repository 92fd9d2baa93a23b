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
const junctionTemperature: readonly MoreTunable[] = [{ name: 'xti', lower: 1, upper: 8, scale: 'lin', start: 3 }, { name: 'eg', lower: 1.05, upper: 1.25, scale: 'lin', start: 1.12 }];

/** By family; which of them the curves can show is decided as for the others. */
export const moreTunables: Readonly<Partial<Record<ModelFamily, readonly MoreTunable[]>>> = {
  bsim4: [...bsimTemperature, ...bsimLength, { name: 'lpe0', lower: -1e-7, upper: 4e-7, scale: 'lin', start: 1.74e-7 }, ...bsimWidth],
  bsim3: [...bsimTemperature, ...bsimLength, ...bsimWidth],
  bsimsoi4: bsimTemperature,
  'gummel-poon': [...junctionTemperature, { name: 'xtb', lower: -1, upper: 3, scale: 'lin', start: 0 }],
  diode: [{ name: 'eg', lower: 1.05, upper: 1.25, scale: 'lin', start: 1.12 }],
};
