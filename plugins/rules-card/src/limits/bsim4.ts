import { limitsFrom, type Limit } from './limit.ts';

const { positive, properFraction, within, atMost } = limitsFrom('BSIM4.8.1 manual, appendix A');
const checked = limitsFrom('BSIM4.8.1 manual, appendix A; ngspice 39, parameter check of BSIM4');

/** Limits of BSIM4: what stops a simulator, what it silently replaces, and what no silicon process has. SI units, doping in 1/cm^3. */
export const bsim4Limits: readonly Limit[] = [
  ...checked.positive('toxe toxp toxm toxref', 'an oxide has a thickness: the simulator stops'),
  ...checked.positive('ndep nsub nsd xj', 'a doping or depth of zero leaves the threshold undefined: the simulator stops'),
  ...checked.positive('u0 vsat', 'carriers that do not move or move against the field: the simulator stops'),
  ...checked.positive('pclm', 'the Early voltage by channel length modulation is divided by it: the simulator stops'),
  ...checked.notNegative('ngate dvt1 dvt1w dsub drout delta clc fprout pdits pditsl', 'the simulator stops below 0'),
  ...checked.notNegative('rdsw rdw rsw rdswmin rdwmin rswmin rsh rshg', 'a resistance is not negative: the simulator replaces it'),
  ...checked.notNegative('nfactor cdsc cdscd eta0 pdiblc1 pdiblc2', 'below 0 it lowers the subthreshold slope or the output resistance with the wrong sign'),
  ...checked.notNegative('cgso cgdo cgbo cgsl cgdl cf', 'an overlap stores charge of one sign: the simulator sets it to 0'),
  ...checked.notNegative('cjs cjd cjsws cjswd cjswgs cjswgd', 'a junction capacitance is not negative'),
  ...checked.notNegative('jss jsd jsws jswd jswgs jswgd', 'a saturation current is not negative'),
  ...checked.positive('njs njd', 'an emission coefficient divides the voltage'),
  ...positive('pbs pbd pbsws pbswd pbswgs pbswgd', 'a junction has a built-in potential'),
  ...properFraction('mjs mjd mjsws mjswd mjswgs mjswgd', 'a grading coefficient lies between 0 (no depletion) and 1 (an infinite charge at the built-in potential)'),
  ...positive('ijthsfwd ijthdfwd', 'the current from which the junction is continued as a straight line'),
  ...checked.within(0.01, 1, 'a2', 'a non-saturation factor above 1 saturates beyond the overdrive: the simulator replaces it', 'violation'),
  ...checked.atMost(1e25, 'ngate', 'more dopants than silicon has atoms: the simulator stops', 'violation'),
  ...checked.atLeast(0.02, 'ckappas ckappad', 'the simulator replaces a smaller one', 'violation'),
  ...checked.within(5, 25, 'moin', 'outside, the surface potential of the charge model is not that of inversion'),
  ...checked.within(0.1, 4, 'noff', 'a swing factor of the charge model'),
  ...checked.within(0.1, 1.6, 'acde', 'outside, the charge layer in accumulation is not that of silicon'),
  ...within(5e-10, 1e-7, 'toxe toxp toxm', 'thinner than two atomic layers, or thicker than any gate oxide'),
  ...within(1e14, 1e20, 'ndep nsub', 'lighter than any wafer, or a degenerate channel'),
  ...within(1e18, 1e22, 'nsd', 'sources and drains are degenerate, and silicon takes no more'),
  ...within(5e-9, 5e-6, 'xj', 'shallower or deeper than any source'),
  ...within(0.1, 10, 'nfactor', 'the depletion layer couples with a factor of some ones'),
  ...within(5e3, 1e6, 'vsat', 'electrons and holes saturate near 1e5 m/s'),
  ...within(-0.6, 0.2, 'voff', 'it shifts where weak inversion ends by some thermal voltages'),
  ...within(0, 2, 'eta0', 'a drain does not lower the barrier by more than its own voltage'),
  ...atMost(1, 'delta', 'a smoothing as wide as the drain voltage leaves no saturation'),
  ...within(-4, 1, 'ute', 'mobility falls with temperature as a power of some ones'),
  ...within(-3, 3, 'kt1', 'a threshold moves by some millivolts per kelvin'),
  ...atMost(5e-9, 'cgso cgdo cgsl cgdl', 'more than the oxide of a whole micrometre holds'),
  ...within(0.5, 30, 'epsrox', 'relative permittivity from air to high-k'),
  ...within(-300, 300, 'tnom', 'a nominal temperature in degrees Celsius, not in kelvin'),
];
