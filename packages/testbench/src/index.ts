export { refuseTestbench } from './check-testbench.ts';
export { groupCurves, type CapacitanceTrace, type CurveGroups, type GroupLimits, type SweepTrace } from './group-curves.ts';
export { openTestbench } from './open-testbench.ts';
export { keyOfProfile, profileOf, type Profile } from './profile.ts';
