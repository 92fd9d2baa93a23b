import { bsim3 } from './bsim3.ts';
import { bsim4 } from './bsim4.ts';
import { diode, gummelPoon, hicum, jfet, vbic, vdmos } from './junctions.ts';
import type { FamilyPlan } from './plan.ts';

/** By family, as the generic devices and compact models call them. */
export const familyPlans = { bsim4, bsim3, diode, 'gummel-poon': gummelPoon, vbic, hicum, jfet, vdmos } as const satisfies Readonly<Record<string, FamilyPlan>>;

export type ComparedFamily = keyof typeof familyPlans;
