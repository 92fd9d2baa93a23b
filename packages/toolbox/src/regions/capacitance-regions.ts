import type { MeasuredTrace, Region, TraceRegions } from './region.ts';

/** Share of the way from the least to the largest capacitance up to which the surface is depleted. */
const depleted = 0.5;

/** Regions of a gate capacitance: by level, and by side of its least value. */
export function gateCapacitanceRegions({ x, y }: MeasuredTrace): TraceRegions {
  const [least, most] = [Math.min(...y), Math.max(...y)];
  const turn = x[y.indexOf(least)] ?? 0;
  return y.map((value, k): Region[] => [value - least <= depleted * (most - least) ? 'depletion' : x[k]! > turn ? 'inversion' : 'accumulation']);
}

/** Regions of a junction's capacitance: `depletion` at reverse bias and at rest, else `forward`. */
export function junctionCapacitanceRegions({ device: { curve, terminals, sign }, vector: { hi = [], lo = [] }, points }: MeasuredTrace): TraceRegions {
  const voltage = (terminal: string | undefined, point: number): number => (terminal === undefined ? 0 : curve.drives[terminal]?.values[point] ?? 0);
  const isDiode = terminals.control === terminals.through;
  // Base and anode are the p side of an n type; the other side is the first terminal across.
  const positive = terminals.control;
  const other = isDiode ? terminals.reference : [...hi, ...lo].find((terminal) => terminal !== positive);
  return points.map((point): Region[] => [sign * (voltage(positive, point) - voltage(other, point)) > 1e-9 ? 'forward' : 'depletion']);
}
