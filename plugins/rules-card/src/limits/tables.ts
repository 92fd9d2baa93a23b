import type { ModelFamily } from '@evospice/device';
import { gummelPoonLimits, hicumLimits, vbicLimits } from './bipolar.ts';
import { bsim3Limits } from './bsim3.ts';
import { bsim4Limits } from './bsim4.ts';
import { diodeLimits } from './diode.ts';
import { jfetLimits, vdmosLimits } from './field-effect.ts';
import type { Limit } from './limit.ts';

/** Limits of the parameters by family. */
export const limitTables: Partial<Readonly<Record<ModelFamily, readonly Limit[]>>> = {
  bsim4: bsim4Limits, bsim3: bsim3Limits, diode: diodeLimits, 'gummel-poon': gummelPoonLimits, vbic: vbicLimits, hicum: hicumLimits, jfet: jfetLimits, vdmos: vdmosLimits,
};
