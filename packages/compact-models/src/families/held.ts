/**
 * A value that a small signal does not move: `x`, constant to the first derivative. For what ngspice's small-signal analysis holds or has another
 * slope for than its currents and charges have; `tools/differentiate` knows it by name.
 */
export function held(x: number): number {
  return x;
}

/** The value `x`, with the slope `slope` by `v` to a small signal. */
export function sloped(x: number, slope: number, v: number): number {
  return held(x - slope * v) + held(slope) * v;
}
