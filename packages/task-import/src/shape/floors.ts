import { readUnit } from '@evospice/readers';
import { assignedUnit, type AssignedColumns } from '../columns/assign-columns.ts';
import type { ImportedKind } from '../kinds.ts';
import type { Source } from '../source.ts';
import { floorOf, type Floor } from './noise.ts';

/** Leakage around the junctions of a bipolar transistor is the larger the smaller its currents are. */
const decadesOfJunctions = 6;

/** Floors of each source's measured columns; columns of one name and quantity have one floor in all files. */
export function floorsOf(sources: readonly Source[], assigned: readonly AssignedColumns[], { kind: device, paramsOf }: { readonly kind: ImportedKind; readonly paramsOf: (index: number) => Readonly<Record<string, number>> }): readonly Readonly<Record<string, Floor>>[] {
  const readings = new Map<string, Float64Array[]>();
  const keyOf = (col: string, kind: string): string => `${kind} ${col}`;
  for (const [index, columns] of assigned.entries()) {
    for (const { col, kind } of columns.measure) {
      const key = keyOf(col, kind);
      const scale = sizeFactor(assignedUnit(sources[index]!.columns, columns, col), paramsOf(index));
      readings.set(key, [...(readings.get(key) ?? []), ...curvesOf(sources[index]!, columns.valuesOf(col)).map((values) => values.map((value) => value * scale))]);
    }
  }
  const floors = new Map([...readings].map(([key, curves]) => [key, floorOf(curves, key.startsWith('c') ? 'c' : 'i', key.startsWith('c') ? 'F' : 'A', device === 'bjt' ? decadesOfJunctions : undefined)]));
  return assigned.map(({ measure }) => Object.fromEntries(measure.map(({ col, kind }) => [col, floors.get(keyOf(col, kind))!])));
}

/** The floor of most columns becomes that of the task. */
export function largestFloor(floors: readonly Readonly<Record<string, Floor>>[]): Floor {
  const all = floors.flatMap((each) => Object.values(each));
  const count = (floor: Floor): number => all.filter(({ value }) => value === floor.value).length;
  return all.toSorted((a, b) => count(b) - count(a) || b.value - a.value)[0]!;
}

function curvesOf({ dataset }: Source, values: Float64Array): readonly Float64Array[] {
  let at = 0;
  return dataset.blocks.map(({ rowLines }) => values.subarray(at, (at += rowLines.length)));
}

/** Currents per width or area are those of the device once the task is loaded. */
function sizeFactor(unit: string | undefined, { w = 1, l = 1, m = 1 }: Readonly<Record<string, number>>): number {
  const base = unit === undefined ? undefined : readUnit(unit)?.base ?? unit;
  if (base === undefined) return 1;
  return base.endsWith('/m^2') ? w * l * m : base.endsWith('/m') ? w * m : 1;
}
