/**
 * The p-n junction as SPICE has it, shared by diode, Gummel-Poon, JFET and VDMOS (the energy gap by BSIM3 and BSIM4 too): saturation currents, depletion
 * charge and the drift of the built-in potential. Constants are those of ngspice 39 (CODATA 2014), so that values agree to rounding.
 */

/** Boltzmann's constant (J/K) as ngspice 39 has it. */
export const BOLTZMANN = 1.38064852e-23;

/** Elementary charge (C) as ngspice 39 has it. */
export const CHARGE = 1.6021766208e-19;

/** 0 degrees Celsius in kelvin. */
export const KELVIN = 273.15;

/** 27 degrees Celsius in kelvin: SPICE's reference for the silicon energy gap and for capacitances. */
export const REFERENCE_TEMPERATURE = 300.15;

/** Temperature (K) of a device: its own `temp` (degrees Celsius) where the element line gives one, else `dtemp` above the ambient one. */
export function deviceTemperature(tempGiven: number, temp: number, ambient: number, dtemp: number): number {
  return tempGiven > 0 ? temp + KELVIN : ambient + dtemp;
}

/** Quadratic temperature law over the rise from the nominal temperature. */
export function drift(rise: number, linear: number, quadratic: number): number {
  return 1 + linear * rise + quadratic * rise * rise;
}

/** Thermal voltage k T / q (V) at a temperature in kelvin. */
export function thermalVoltage(temperature: number): number {
  return (BOLTZMANN / CHARGE) * temperature;
}

/**
 * Current of an ideal junction. Below -3 n vt SPICE goes over to a cubic tail, which meets exp(v / nvt) - 1 in value and slope
 * (ngspice manual, section 31.3.1 "Junction DC current").
 */
export function junctionCurrent(saturation: number, v: number, nvt: number): number {
  let current: number;
  if (v >= -3 * nvt) {
    current = saturation * (Math.exp(v / nvt) - 1);
  } else {
    const tail = (3 * nvt) / (v * Math.E);
    current = -saturation * (1 + tail * tail * tail);
  }
  return current;
}

/**
 * Depletion charge (C), zero at v = 0: power law below fc * potential, above it the quadratic continuation (ngspice manual, section 7.2, eq. for Qd).
 * The continuation makes the capacitance linear in v.
 */
export function depletionCharge(v: number, capacitance: number, potential: number, grading: number, fc: number): number {
  const knee = fc * potential;
  let charge: number;
  if (v < knee) {
    const arg = 1 - v / potential;
    charge = (potential * capacitance * (1 - arg * Math.exp(-grading * Math.log(arg)))) / (1 - grading);
  } else {
    const below = Math.log(1 - fc);
    const f1 = (potential * (1 - Math.exp((1 - grading) * below))) / (1 - grading);
    const f2 = Math.exp((1 + grading) * below);
    const f3 = 1 - fc * (1 + grading);
    charge = capacitance * f1 + (capacitance / f2) * (f3 * (v - knee) + (grading / (2 * potential)) * (v * v - knee * knee));
  }
  return charge;
}

/** Silicon energy gap (eV) at a temperature in kelvin (Varshni, as in SPICE 2G6). */
export function siliconGap(temperature: number): number {
  return 1.16 - (7.02e-4 * temperature * temperature) / (temperature + 1108);
}

/** The part of a junction's built-in potential (V) that does not scale with temperature (SPICE 3 "pbfact"). */
export function potentialShift(temperature: number): number {
  const arg = -siliconGap(temperature) / (2 * BOLTZMANN * temperature) + 1.1150877 / (BOLTZMANN * 2 * REFERENCE_TEMPERATURE);
  return -2 * thermalVoltage(temperature) * (1.5 * Math.log(temperature / REFERENCE_TEMPERATURE) + CHARGE * arg);
}

/** A built-in potential (V) given at the nominal temperature, at the reference temperature of 27 degrees Celsius. */
export function referencePotential(potential: number, nominal: number): number {
  return (potential - potentialShift(nominal)) / (nominal / REFERENCE_TEMPERATURE);
}

/** Built-in potential (V) at a temperature in kelvin, given at the nominal one. */
export function potentialAt(temperature: number, potential: number, nominal: number): number {
  return potentialShift(temperature) + (temperature / REFERENCE_TEMPERATURE) * referencePotential(potential, nominal);
}

/** What multiplies a zero-bias capacitance between the nominal temperature and another one (kelvin). */
export function capacitanceFactor(temperature: number, potential: number, nominal: number, grading: number): number {
  const reference = referencePotential(potential, nominal);
  const old = (potential - reference) / reference;
  const now = (potentialAt(temperature, potential, nominal) - reference) / reference;
  return (1 + grading * (4e-4 * (temperature - REFERENCE_TEMPERATURE) - now)) / (1 + grading * (4e-4 * (nominal - REFERENCE_TEMPERATURE) - old));
}

/** Saturation current at a temperature over the one at the nominal temperature; `gap` in eV, `slope` the exponent of temperature. */
export function saturationFactor(temperature: number, nominal: number, emission: number, gap: number, slope: number): number {
  const ratio = temperature / nominal;
  return Math.exp(((ratio - 1) * gap) / (emission * thermalVoltage(temperature)) + (slope / emission) * Math.log(ratio));
}

/** One step of the fixed point that joins breakdown and saturation at the current `ibv`. */
function breakdownStep(junction: number, bv: number, ratio: number, vt: number, nbv: number): number {
  return bv - nbv * vt * Math.log(ratio + 1 - junction / vt);
}

/**
 * Voltage at which the breakdown branch begins, so that the current at `bv` is `ibv`. ngspice iterates until its relative tolerance holds;
 * the map contracts by about is / ibv per step, and six steps reach rounding except next to the limit ibv = is bv / vt.
 */
export function breakdownVoltage(bv: number, ibv: number, saturation: number, vt: number, nbv: number): number {
  let junction = bv;
  if (ibv >= (saturation * bv) / vt) {
    const ratio = ibv / saturation;
    junction = bv - nbv * vt * Math.log(1 + ratio);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
    junction = breakdownStep(junction, bv, ratio, vt, nbv);
  }
  return junction;
}

/** Current of a junction that breaks down below -`breakdown` if `breaks` is 1; `breakdownNvt` is the slope there (V). */
export function breakingCurrent(saturation: number, nvt: number, v: number, breaks: number, breakdown: number, breakdownNvt: number): number {
  let current: number;
  if (breaks > 0 && v < -breakdown && v < -3 * nvt) {
    current = -saturation * Math.exp(-(breakdown + v) / breakdownNvt);
  } else {
    current = junctionCurrent(saturation, v, nvt);
  }
  return current;
}
