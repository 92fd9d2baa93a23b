import { genericBsim3 } from './bsim3.ts';
import { genericBsim4 } from './bsim4.ts';
import { genericDiode } from './diode.ts';
import { genericGummelPoon } from './gummel-poon.ts';
import { genericJfet } from './jfet.ts';
import { genericVbic } from './vbic.ts';
import { genericVdmos } from './vdmos.ts';
import type { GeneratedFamily, GenericDevice } from './generic-device.ts';

/** Our own card and standard bench of each family. */
export const genericDevices: Readonly<Record<GeneratedFamily, GenericDevice>> = {
  bsim4: genericBsim4,
  bsim3: genericBsim3,
  diode: genericDiode,
  'gummel-poon': genericGummelPoon,
  vbic: genericVbic,
  jfet: genericJfet,
  vdmos: genericVdmos,
};

export const generatedFamilies = Object.keys(genericDevices) as readonly GeneratedFamily[];
