export { costProfile, type AxisProfile, type CostProfile, type CostProfileOptions } from './cost-profile.ts';
export { parameterSpace, spaceAxes, type ParameterSpaceOptions, type SpaceAxis, type SpacePoint } from './parameter-space.ts';
export { lowest, type Cost } from './cost.ts';
