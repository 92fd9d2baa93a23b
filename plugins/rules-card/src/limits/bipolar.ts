import { limitsFrom, type Limit } from './limit.ts';

const gummel = limitsFrom('ngspice 39 manual, section 8.2 (Gummel-Poon model)');
const vbic = limitsFrom('McAndrew et al., VBIC95, IEEE JSSC 31 (1996), and its parameter list in release 1.2');
const hicum = limitsFrom('HICUM/L2 manual, list of parameters and their ranges (version 2.34)');
const physics = limitsFrom('Sze and Ng, Physics of Semiconductor Devices, chapter 5');

const grading = 'a grading coefficient lies between 0 (no depletion) and 1 (an infinite charge at the built-in potential)';
const ideality = 'diffusion alone gives 1, recombination 2, and less is steeper than thermal carriers';

export const gummelPoonLimits: readonly Limit[] = [
  ...gummel.positive('is bf br nf nr ne nc ns', 'currents and gains are positive, and emission coefficients divide the voltage'),
  ...gummel.notNegative('vaf|va var|vb ikf|ik ikr ise|c2 isc|c4 iss', 'an Early voltage, a knee or a leakage is not negative; 0 means that there is none'),
  ...gummel.notNegative('rb rbm irb re rc cje cjc cjs|csub|ccs tf tr xtf vtf itf', 'a resistance, capacitance, time or factor of it is not negative'),
  ...gummel.positive('vje|pe vjc|pc vjs|ps', 'a junction has a built-in potential'),
  ...gummel.properFraction('mje|me mjc|mc', grading),
  ...gummel.within(0, 0.95, 'mjs|ms', grading, 'violation'),
  ...gummel.within(0, 0.9999, 'fc', 'the depletion capacitance is continued as a straight line before the built-in potential', 'violation'),
  ...gummel.fraction('xcjc', 'a share of the collector capacitance'),
  ...gummel.within(0.1, 1, 'nkf|nk', 'high injection makes the base charge grow as a root of the current', 'violation'),
  ...physics.within(0.9, 2, 'nf nr', ideality),
  ...physics.within(1, 6, 'ne nc', ideality),
  ...physics.within(1, 5e4, 'bf', 'a forward gain below 1 does not amplify, and one above 50000 has no base'),
  ...physics.within(1e-4, 1e4, 'br', 'a reverse gain'),
  ...physics.within(0.3, 2, 'vje|pe vjc|pc vjs|ps', 'a built-in potential is below the gap'),
  ...physics.within(0.5, 4, 'eg', 'the gap of germanium is 0.66 eV, of gallium nitride 3.4 eV'),
  ...physics.within(-3, 5, 'xtb', 'gains change by some parts in a thousand per kelvin'),
  ...physics.within(0, 12, 'xti', 'saturation currents rise with the third power of temperature in silicon'),
  ...gummel.within(-300, 300, 'tnom|tref', 'a nominal temperature in degrees Celsius, not in kelvin'),
];

export const vbicLimits: readonly Limit[] = [
  ...vbic.positive('is nf nr ibei nei nen nci ncn nfp ncip ncnp', 'currents are positive, and emission coefficients divide the voltage'),
  ...vbic.notNegative('iben ibci ibcn isp ibeip ibenp ibcip ibcnp', 'a part of the base current is not negative'),
  ...vbic.notNegative('vef ver ikf ikr ikp vo gamm hrcf qtf xtf vtf itf avc1 avc2', 'an Early voltage, knee or factor is not negative; 0 means that there is none'),
  ...vbic.notNegative('rcx rci rbx rbi re rs rbp rth cth', 'a resistance, electrical or thermal, is not negative'),
  ...vbic.notNegative('cje cjc cjep cjcp cbeo cbco ccso tf tr td qco', 'a capacitance, charge or time is not negative'),
  ...vbic.positive('pe pc ps', 'a junction has a built-in potential'),
  ...vbic.properFraction('me mc ms', grading),
  ...vbic.within(0, 0.9999, 'fc', 'the depletion capacitance is continued as a straight line before the built-in potential', 'violation'),
  ...vbic.fraction('wbe wsp', 'a share of the base current or of the parasitic transistor'),
  ...vbic.within(0.1, 1, 'nkf', 'high injection makes the base charge grow as a root of the current', 'violation'),
  ...physics.within(0.9, 2, 'nf nr nfp', ideality),
  ...physics.within(0.9, 6, 'nei nen nci ncn ncip ncnp', ideality),
  ...physics.within(0.3, 2, 'pe pc ps', 'a built-in potential is below the gap'),
  ...physics.within(0.5, 4, 'ea eaie eaic eais eane eanc eans', 'an activation energy is about the gap'),
  ...vbic.atMost(1e6, 'rth', 'a transistor of a milliwatt would be a thousand kelvin warm'),
  ...vbic.within(-300, 300, 'tnom|tref', 'a nominal temperature in degrees Celsius, not in kelvin'),
];

export const hicumLimits: readonly Limit[] = [
  ...hicum.positive('c10 qp0 hf0 mbei mrei mbep mrep mbci mbcx msf msc', 'charges and currents are positive, and emission coefficients divide the voltage'),
  ...hicum.notNegative('hfe hfc hjei hjci ich', 'a weight of a charge is not negative'),
  ...hicum.notNegative('ibeis ireis ibeps ireps ibcis ibcxs ibets itss iscs tbhrec', 'a part of the base or substrate current is not negative'),
  ...hicum.notNegative('rbi0 rbx re rcx rsu rth cth', 'a resistance, electrical or thermal, is not negative'),
  ...hicum.positive('rci0 vlim vpt', 'the epitaxial collector has a resistance, a velocity limit and a punch-through voltage: the critical current is made of them'),
  ...hicum.notNegative('vces', 'the saturation voltage of the inner collector'),
  ...hicum.notNegative('cjei0 cjep0 cjci0 cjcx0 cjs0 cscp0 cbepar cbcpar csu t0 tef0 thcs tr', 'a capacitance or time is not negative'),
  ...hicum.positive('vdei vdep vdci vdcx vds vdsp vptci vptcx vpts vptsp', 'a junction has a built-in and a punch-through potential'),
  ...hicum.properFraction('zei zep zci zcx zs zsp', grading),
  ...hicum.atLeast(1, 'ajei ajep', 'a ratio of the largest to the zero-bias capacitance', 'violation'),
  ...hicum.fraction('fthc fbcpar|fbc fbepar|fbe fcrbi fqi', 'a share'),
  ...hicum.within(-0.5, 100, 'fdqr0', 'the correction of the base resistance', 'violation'),
  ...hicum.positive('gtfe ahc|alhc', 'an exponent or width of the transit time at high currents'),
  ...hicum.notNegative('favl qavl abet latb latl', 'a factor of avalanche, tunnelling or current spreading is not negative'),
  ...physics.within(0.9, 2.5, 'mbei mrei mbep mrep mbci mbcx msf msc', ideality),
  ...physics.within(0.3, 2, 'vdei vdep vdci vdcx vds vdsp', 'a built-in potential is below the gap'),
  ...physics.within(0.5, 4, 'vgb vge vgc vgs', 'a gap of silicon, germanium or their alloy'),
  ...hicum.within(-300, 300, 'tnom', 'a nominal temperature in degrees Celsius, not in kelvin'),
];
