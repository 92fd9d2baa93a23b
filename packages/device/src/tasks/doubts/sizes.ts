import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Sizes, in the base unit, from which a reading that stands alone is rather a mark or a wrong unit. */
const large = { i: 100, v: 1e5, c: 1e-3 } as const;
/** Sizes that no device of a card has. */
const impossible = { i: 1e5, v: 1e6, c: 1 } as const;
/** Times the largest of the others. */
const alone = 1000;

/** Readings far above all others of their curve, such as a -999 or 1e10 in place of "no value", and those that no device has. */
export function sizeDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { curve, entry, lines } = measured;
  return curve.measured.flatMap(({ column, kind, values }): Doubt[] => {
    const sizes = Array.from(values, Math.abs);
    const others = sizes.reduce((most, size) => (size < large[kind] ? Math.max(most, size) : most), 0);
    const points = [...sizes.keys()].filter((point) => sizes[point]! >= impossible[kind] || (sizes[point]! >= large[kind] && others > 0 && sizes[point]! >= alone * others));
    const [first] = points;
    if (first === undefined) return [];
    return [{
      kind: `size ${entry.file} ${column}`, column, points,
      text: `${placeOf(measured, lines[first]!)}: ${column} of curve ${curve.id} is ${values[first]} here, as at ${points.length} of ${sizes.length} points: if that means "no value", write #N/A; if the unit is wrong, correct the heading`,
    }];
  });
}
