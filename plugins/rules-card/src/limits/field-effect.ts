import { limitsFrom, type Limit } from './limit.ts';

const jfet = limitsFrom('ngspice 39 manual, section 9.1 (JFET, Shichman-Hodges)');
const vdmos = limitsFrom('ngspice 39 manual, section 11.3 (power MOSFET model VDMOS)');
const physics = limitsFrom('Sze and Ng, Physics of Semiconductor Devices, chapters 2, 6 and 7');

export const jfetLimits: readonly Limit[] = [
  ...jfet.positive('beta is pb n', 'a transconductance, saturation current or potential is positive'),
  ...jfet.notNegative('lambda rd rs cgs cgd', 'channel length modulation, a resistance or capacitance is not negative'),
  ...jfet.within(0, 0.95, 'fc', 'the depletion capacitance is continued as a straight line; ngspice limits it to 0.95', 'violation'),
  ...jfet.within(0, 10, 'b', 'the parameter of the doping tail is 1 for an even profile'),
  ...physics.within(0.3, 2, 'pb', 'a built-in potential is below the gap'),
  ...physics.atMost(0.5, 'lambda', 'an Early voltage below 2 V leaves no saturation'),
  ...physics.atMost(0, 'vto|vt0', 'a junction gate conducts before it opens a channel that is shut at 0 V', 'note'),
  ...jfet.within(-300, 300, 'tnom', 'a nominal temperature in degrees Celsius, not in kelvin'),
];

export const vdmosLimits: readonly Limit[] = [
  ...vdmos.positive('kp ksubthres mtriode is n vj bv ibv nbv', 'a transconductance, width of weak inversion, current or potential is positive'),
  ...vdmos.notNegative('lambda theta rd rs rg rb rds rq cgdmin cgdmax cgs cjo tt rthjc rthca cthj', 'a resistance, capacitance, time or reduction is not negative'),
  ...vdmos.positive('a', 'the width of the step of the gate-drain capacitance'),
  ...vdmos.properFraction('m', 'a grading coefficient lies between 0 (no depletion) and 1 (an infinite charge at the built-in potential)'),
  ...vdmos.within(0, 0.95, 'fc', 'the depletion capacitance is continued as a straight line before the built-in potential', 'violation'),
  ...physics.within(0.8, 10, 'n', 'diffusion alone gives 1, recombination 2, and less is steeper than thermal carriers'),
  ...physics.within(0.3, 4, 'vj', 'a built-in potential is below the gap'),
  ...physics.within(0.5, 4, 'eg', 'the gap of germanium is 0.66 eV, of gallium nitride 3.4 eV'),
  ...physics.atMost(0.5, 'lambda', 'an Early voltage below 2 V leaves no saturation'),
  ...physics.within(-4, 1, 'mu|bex', 'mobility falls with temperature as a power of some ones'),
  ...vdmos.within(-300, 300, 'tnom', 'a nominal temperature in degrees Celsius, not in kelvin'),
];
