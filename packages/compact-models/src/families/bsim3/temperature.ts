/** Intrinsic carrier density, cm-3, at a temperature in K with its band gap, eV, and thermal voltage, V. */
export function intrinsicDensity(temperature: number, gap: number, vtm: number): number {
  return 1.45e10 * (temperature / 300.15) * Math.sqrt(temperature / 300.15) * Math.exp(21.5565981 - gap / (2 * vtm));
}

/** Growth of the saturation current densities with temperature; `nj` is the emission coefficient. */
export function junctionScale(exponent: number, nj: number): number {
  return Math.exp(exponent / nj);
}

/** A zero-bias capacitance grown by the fraction `growth`; zero where the fraction is below -1. */
export function warmed(capacitance: number, growth: number): number {
  return growth >= -1 ? capacitance * (1 + growth) : 0;
}
