/** Boltzmann constant over elementary charge, V/K, as in ngspice 39 (const.h). */
export const thermalVoltagePerKelvin = 1.38064852e-23 / 1.6021766208e-19;
/** Width of HICUM's hyperbolic smoothing: sqrt(x^2 + this). */
export const smoothing = 1.921812;
/** Exponents beyond this go on linearly. */
export const exponentLimit = 80;
/** A punch-through voltage from here on means none, V. */
export const noPunchThrough = 100;
/** Ratio of largest to zero-bias capacitance of the collector's junctions. */
export const largestRatio = 2.4;
/** Resistances below this do not heat, ohm, and thermal ones do not count, K/W. */
export const leastResistance = 1e-3;
/** Highest temperature that self-heating reaches, K: 326.85 degC. */
export const highestTemperature = 326.85 + 273.15;
