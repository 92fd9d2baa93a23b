/** Physical constants as BSIM3v3 in ngspice 39 has them (b3temp.c); they differ from today's CODATA values in the fifth digit. */

/** Boltzmann constant over elementary charge, V/K. */
export const thermalVoltagePerKelvin = 8.617087e-5;
/** Elementary charge, C. */
export const electronCharge = 1.60219e-19;
/** Permittivity of silicon, F/m. */
export const siliconPermittivity = 1.03594e-10;
/** Permittivity of silicon dioxide, F/m. */
export const oxidePermittivity = 3.453133e-11;
/** Exponents beyond this are cut off. */
export const exponentLimit = 34;
/** exp(-34) and exp(34) with the digits of ngspice. */
export const smallestExponential = 1.713908431e-15;
export const largestExponential = 5.834617425e14;
/** Widths of the smooth minima of the charge model, V (DELTA_1 to DELTA_4 are equal). */
export const chargeSmoothing = 0.02;
