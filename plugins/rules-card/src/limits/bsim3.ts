import { limitsFrom, type Limit } from './limit.ts';

const { positive, properFraction, within, atMost } = limitsFrom('BSIM3v3.3 manual, appendix A');
const checked = limitsFrom('BSIM3v3.3 manual, appendix A; ngspice 39, parameter check of BSIM3');

/** Limits of BSIM3v3, SI units but mobility in cm^2/Vs and doping in 1/cm^3. */
export const bsim3Limits: readonly Limit[] = [
  ...checked.positive('tox toxm', 'an oxide has a thickness: the simulator stops'),
  ...checked.positive('nch nsub xj', 'a doping or depth of zero leaves the threshold undefined: the simulator stops'),
  ...checked.positive('u0 vsat', 'carriers that do not move or move against the field: the simulator stops'),
  ...checked.positive('pclm', 'the Early voltage by channel length modulation is divided by it: the simulator stops'),
  ...checked.notNegative('ngate dvt1 dvt1w dsub drout delta clc', 'the simulator stops below 0'),
  ...checked.notNegative('rdsw rsh', 'a resistance is not negative: the simulator replaces it'),
  ...checked.notNegative('nfactor cdsc cdscd eta0 pdiblc1 pdiblc2', 'below 0 it lowers the subthreshold slope or the output resistance with the wrong sign'),
  ...checked.notNegative('cgso cgdo cgbo cgsl cgdl cf', 'an overlap stores charge of one sign: the simulator sets it to 0'),
  ...checked.notNegative('cj cjsw cjswg js jsw', 'a junction stores and leaks with one sign'),
  ...positive('nj pb pbsw pbswg', 'a junction has an emission coefficient and a built-in potential'),
  ...properFraction('mj mjsw mjswg', 'a grading coefficient lies between 0 (no depletion) and 1 (an infinite charge at the built-in potential)'),
  ...checked.within(0.01, 1, 'a2', 'a non-saturation factor above 1 saturates beyond the overdrive: the simulator replaces it', 'violation'),
  ...checked.atMost(1e25, 'ngate', 'more dopants than silicon has atoms: the simulator stops', 'violation'),
  ...checked.within(5, 25, 'moin', 'outside, the surface potential of the charge model is not that of inversion'),
  ...checked.within(0.1, 4, 'noff', 'a swing factor of the charge model'),
  ...checked.within(0.4, 1.6, 'acde', 'outside, the charge layer in accumulation is not that of silicon'),
  ...within(1e-9, 2e-7, 'tox toxm', 'thinner than the model was made for, or thicker than any gate oxide'),
  ...within(1e14, 1e21, 'nch nsub', 'lighter than any wafer, or a degenerate channel'),
  ...within(5e-9, 5e-6, 'xj', 'shallower or deeper than any source'),
  ...within(0.1, 10, 'nfactor', 'the depletion layer couples with a factor of some ones'),
  ...within(5e3, 1e6, 'vsat', 'electrons and holes saturate near 1e5 m/s'),
  ...within(-0.6, 0.2, 'voff', 'it shifts where weak inversion ends by some thermal voltages'),
  ...within(0, 2, 'eta0', 'a drain does not lower the barrier by more than its own voltage'),
  ...atMost(1, 'delta', 'a smoothing as wide as the drain voltage leaves no saturation'),
  ...within(-4, 1, 'ute', 'mobility falls with temperature as a power of some ones'),
  ...within(-3, 3, 'kt1', 'a threshold moves by some millivolts per kelvin'),
  ...atMost(5e-9, 'cgso cgdo cgsl cgdl', 'more than the oxide of a whole micrometre holds'),
  ...within(-300, 300, 'tnom', 'a nominal temperature in degrees Celsius, not in kelvin'),
];
