import { counted } from '@evospice/contracts';
import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Readings at one bias that differ by less, as a part of the larger, are one reading. */
const sameReading = 0.001;

/**
 * Points that a curve has more than once: two sweeps in one curve that nothing tells apart, the two ways of a hysteresis, a bias that was
 * measured again. A point is all drives of the device, so that rows with a second bias of their own are not meant.
 */
export function sweepDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { curve, entry, lines } = measured;
  const first = new Map<string, number>();
  const again: { readonly point: number; readonly before: number }[] = [];
  for (const point of curve.x.keys()) {
    const key = curve.drives.map(({ values }) => values[point]).join(' ');
    const before = first.get(key);
    if (before === undefined) first.set(key, point);
    else again.push({ point, before });
  }
  const [one] = again;
  if (one === undefined) return [];
  const place = placeOf(measured, lines[one.point]!);
  const doubt = (kind: string, text: string): readonly Doubt[] => [{ kind: `${kind} ${entry.file}`, text: `${place}: ${text}` }];
  if (first.size === 1) return doubt('constant', `${entry.sweep} is the same at all ${counted(curve.x.length, 'point')} of curve ${curve.id}: name the column that is swept`);
  if (again.every(({ point, before }) => curve.measured.every(({ values }) => isSame(values[point]!, values[before]!)))) {
    return doubt('repeated', `${counted(again.length, 'point')} of curve ${curve.id} ${again.length === 1 ? 'is' : 'are'} there twice and counted twice`);
  }
  const turns = turnsOf(curve.x);
  const differ = `with other readings at ${counted(again.length, 'bias', 'biases')} that it had before`;
  if (turns.length === 0) return doubt('measured again', `curve ${curve.id} has ${counted(again.length, 'bias', 'biases')} again with other readings, and all of them count`);
  if (turns.length === 1) return doubt('both ways', `${entry.sweep} of curve ${curve.id} goes back from here on ${differ}: both ways of the sweep count, and no card can have both`);
  return doubt('again', `${entry.sweep} of curve ${curve.id} begins again near here, ${differ}: name the column that tells the sweeps apart in bias, or as \`# block\` in the file, or measure it in files of its own`);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameReading * Math.max(Math.abs(a), Math.abs(b));
}

/** Points at which a sweep changes its direction; equal neighbours change nothing. */
function turnsOf(x: Float64Array): readonly number[] {
  const turns: number[] = [];
  let direction = 0;
  for (let point = 1; point < x.length; point += 1) {
    const step = Math.sign(x[point]! - x[point - 1]!);
    if (step === 0) continue;
    if (direction !== 0 && step !== direction) turns.push(point);
    direction = step;
  }
  return turns;
}
