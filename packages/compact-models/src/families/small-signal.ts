// Slopes that ngspice's small-signal analysis has and its currents and charges do not. `tools/differentiate` knows the first two by name.

/**
 * 0, whose derivative by `x` counts as `slope`. For capacitances of ngspice that are not the slopes of its charges: what its code adds to
 * the slope or leaves out. Its derivatives by parameter are exact too.
 */
export function slopeOnly(_slope: number, _x: number): number {
  return 0;
}

/**
 * A value that a small signal does not move: `x`, constant to the first derivative. For what ngspice's small-signal analysis holds or has another
 * slope for than its currents and charges have.
 */
export function held(x: number): number {
  return x;
}

/** The value `x`, with the slope `slope` by `v` to a small signal. */
export function sloped(x: number, slope: number, v: number): number {
  return held(x - slope * v) + held(slope) * v;
}
