import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Readings this close to a stated compliance are at it. */
const closeToLimit = 0.002;
const fewest = 3;

/** Points that the instrument limited: at the compliance that the file states, or equal largest readings at an end of the sweep. */
export function complianceDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { curve, dataset, lines, entry } = measured;
  return curve.measured.flatMap(({ column, values, kind }): Doubt[] => {
    const limit = dataset.limits?.[column];
    const at = limit === undefined ? [] : Array.from(values, (_, point) => point).filter((point) => Math.abs(Math.abs(values[point]!) / limit - 1) <= closeToLimit);
    if (at.length > 1) {
      return [{
        kind: `compliance ${entry.file}`, column, points: at,
        text: `${placeOf(measured, lines[at[0]!]!)}: ${at.length} points of ${column} of curve ${curve.id} are at the compliance ${limit} that the file states`,
      }];
    }
    if (kind !== 'i') return [];
    const flat = plateau(values);
    if (flat.length < fewest) return [];
    return [{
      kind: `plateau ${entry.file}`, column, points: flat,
      text: `${placeOf(measured, lines[flat[0]!]!)}: ${flat.length} ${flat.every((point) => values[point] === values[flat[0]!]) ? '' : 'nearly '}equal largest readings of ${column} (${values[flat[0]!]}) at an end of curve ${curve.id} look like a compliance`,
    }];
  });
}

/** Readings of one plateau differ by less, and a compliance is set to a round number: parts of the largest. */
const [flatness, roundness] = [5e-4, 2e-3];

/** Points at one end of the sweep with one and the same value, or nearly so at a round number, which no other point exceeds in size. */
function plateau(values: Float64Array): readonly number[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const order = Array.from(values, (_, point) => point);
  for (const run of [order.toReversed(), order]) {
    const first = values[run[0]!]!;
    const flat = isRound(largest) && Math.sign(first) !== 0 ? flatness * largest : 0;
    const end = run.findIndex((point) => Math.abs(values[point]! - first) > flat);
    // A curve that is flat from end to end is none that was limited.
    if (end > 0 && Math.abs(first) >= largest - flat && largest > 0) return run.slice(0, end).toSorted((a, b) => a - b);
  }
  return [];
}

/** Close to 1, 2 or 5 times a power of ten. */
function isRound(value: number): boolean {
  const mantissa = value / 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].some((one) => Math.abs(mantissa / one - 1) <= roundness);
}
