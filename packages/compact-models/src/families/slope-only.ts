/**
 * 0, whose derivative by `x` counts as `slope`. For capacitances of ngspice that are not the slopes of its charges: what its code adds to
 * the slope or leaves out. The differentiator knows this function by its name; its derivatives by parameter are exact too.
 */
export function slopeOnly(_slope: number, _x: number): number {
  return 0;
}
