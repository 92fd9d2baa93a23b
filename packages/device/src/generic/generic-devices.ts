import { EvospiceError } from '@evospice/contracts';
import type { ModelFamily } from '../knowledge/model-family.ts';
import { genericBsim3 } from './bsim3.ts';
import { genericBsim4 } from './bsim4.ts';
import { genericBsimsoi } from './bsimsoi.ts';
import { complementOf } from './complement.ts';
import { genericDiode } from './diode.ts';
import type { GenericDevice } from './generic-device.ts';
import { genericGummelPoon } from './gummel-poon.ts';
import { genericHicum } from './hicum.ts';
import { genericHisim2, genericHisimHv } from './hisim.ts';
import { genericJfet } from './jfet.ts';
import { genericVbic } from './vbic.ts';
import { genericVdmos } from './vdmos.ts';

const devices: readonly GenericDevice[] = [
  genericBsim4, genericBsim3, genericDiode, genericGummelPoon, genericVbic, genericJfet, genericVdmos,
  genericHicum, genericHisim2, genericHisimHv, genericBsimsoi,
];

/** Our own card and standard sweeps of each family, n-type. */
export const genericDevices = Object.fromEntries(devices.map((device) => [device.family, device])) as Readonly<Record<ModelFamily, GenericDevice>>;

/** Families that a generic card and standard sweeps exist for. */
export const generatedFamilies: readonly ModelFamily[] = devices.map(({ family }) => family);

/**
 * Our own device of a family.
 * @throws EvospiceError `TASK_GENERATE` for a p-type device of a family that has none
 */
export function genericDevice(family: ModelFamily, polarity: 'n' | 'p' = 'n'): GenericDevice {
  const device = genericDevices[family];
  if (polarity === 'n') return device;
  if (device.complement !== undefined) return complementOf(device, device.complement);
  throw new EvospiceError('TASK_GENERATE', `the family ${family} has no p-type device`, {
    received: polarity, expected: 'n', remedy: 'leave the polarity out, or choose another family',
  });
}
