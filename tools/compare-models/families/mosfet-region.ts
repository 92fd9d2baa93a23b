import type { Point } from './plan.ts';

/** Drain current per square of channel below which a transistor counts as off, A. */
const perSquare = 1e-7;

/** Region of a MOSFET's point by its biases; the threshold is the card's, without the effects of body and drain. */
export function mosfetRegion({ v, vector, value, card, geometry }: Point): string {
  if (vector.kind === 'c') return 'capacitance';
  if (vector.node === 'g') return 'gate current';
  const [d = 0, g = 0, s = 0, b = 0] = [v['d'], v['g'], v['s'], v['b']];
  if (vector.node === 'b') return b - Math.min(d, s) > 0.3 ? 'junction, forward' : 'bulk current';
  if (b - Math.min(d, s) > 0.3) return 'junction, forward';
  const drive = g - Math.min(d, s) - (card('vth0') ?? card('vtho') ?? 0);
  const vds = Math.abs(d - s);
  const squares = (geometry['w'] ?? 1) / (geometry['l'] ?? 1);
  if (Math.abs(value) < perSquare * squares && drive < 0.2) return drive < -0.3 ? 'off' : 'subthreshold';
  const region = vds < Math.max(drive, 0.1) ? 'linear' : 'saturation';
  return d < s ? `${region}, source and drain exchanged` : region;
}
