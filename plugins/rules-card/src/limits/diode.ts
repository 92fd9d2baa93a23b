import { limitsFrom, type Limit } from './limit.ts';

const { positive, notNegative, properFraction, within, atLeast } = limitsFrom('ngspice 39 manual, section 7.2 (diode model)');
const physics = limitsFrom('Sze and Ng, Physics of Semiconductor Devices, chapter 2');

/** Limits of the SPICE diode; also of the body diode of other models. */
export const diodeLimits: readonly Limit[] = [
  ...positive('is|js n ns', 'a junction has a saturation current, and its emission coefficient divides the voltage'),
  ...notNegative('jsw rs cjo|cj0|cj cjp|cjsw tt ikf|ik ikr isr jtun jtunsw', 'a current, resistance, capacitance or time is not negative'),
  ...positive('vj|pb php', 'a junction has a built-in potential'),
  ...properFraction('m|mj mjsw', 'a grading coefficient lies between 0 (no depletion) and 1 (an infinite charge at the built-in potential); ngspice limits it to 0.9'),
  ...positive('bv ibv|ib nbv nr ntun', 'breakdown has a voltage, a current and a slope of its own, positive ones'),
  ...within(0, 0.95, 'fc fcs', 'from there on the depletion capacitance is continued as a straight line; ngspice limits it to 0.95', 'violation'),
  ...atLeast(0.1, 'eg', 'ngspice limits the gap to 0.1 eV', 'violation'),
  ...physics.within(1, 10, 'n ns', 'diffusion alone gives 1, recombination 2, and less is steeper than thermal carriers'),
  ...physics.within(0.1, 2, 'vj|pb php', 'a built-in potential is below the gap'),
  ...physics.within(0.5, 4, 'eg', 'the gap of germanium is 0.66 eV, of gallium nitride 3.4 eV'),
  ...physics.within(0, 12, 'xti', 'saturation currents rise with the third power of temperature in silicon, more with high emission coefficients'),
  ...physics.atMost(0.7, 'm|mj mjsw', 'an abrupt junction has 1/2, a graded one 1/3; more is hyperabrupt'),
  ...within(-300, 300, 'tnom|tref', 'a nominal temperature in degrees Celsius, not in kelvin'),
];
