import type { ModelFamily } from '../model.ts';
import { bsim3 } from './bsim3/index.ts';
import { bsim4 } from './bsim4/index.ts';
import { diode } from './diode/index.ts';
import { gummelPoon } from './gummel-poon/index.ts';
import { hicum } from './hicum/index.ts';
import { jfet } from './jfet/index.ts';
import { vbic } from './vbic/index.ts';
import { vdmos } from './vdmos/index.ts';

/** Every family whose equations are here. */
export const families: readonly ModelFamily[] = [bsim3, bsim4, diode, gummelPoon, hicum, jfet, vbic, vdmos];
