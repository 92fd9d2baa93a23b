import type { Curve } from '@evospice/contracts';
import { mainPath } from '@evospice/testbench';
import type { TaskFile } from '../task-schema.ts';
import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Volts between the ends, and sizes above the floor, from which a sign says something. */
const clearVoltage = 0.05;
const clearSize = 10;
const fewest = 3;

/**
 * Currents whose sign cannot be that of the terminal they are said to flow into: a device without a source in it takes current at the
 * higher end of its main path and gives it back at the lower one, whatever its polarity.
 */
export function signDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { task, curve, lines, entry } = measured;
  const path = mainPathOf(task);
  if (path === undefined) return [];
  const [first, second] = path;
  return curve.measured.flatMap((vector): Doubt[] => {
    const other = vector.node === first ? second : vector.node === second ? first : undefined;
    if (vector.kind !== 'i' || vector.node === undefined || other === undefined) return [];
    const [here, there] = [voltageOf(curve, vector.node), voltageOf(curve, other)];
    if (here === undefined || there === undefined) return [];
    const clear = Array.from(vector.values, (_, point) => point).filter((point) =>
      Math.abs(here[point]! - there[point]!) > clearVoltage && Math.abs(vector.values[point]!) >= clearSize * vector.floor);
    const wrong = clear.filter((point) => Math.sign(vector.values[point]!) !== Math.sign(here[point]! - there[point]!));
    if (wrong.length < fewest || wrong.length <= 0.9 * clear.length) return [];
    return [{
      kind: `sign ${entry.file} ${vector.column}`,
      text: `${placeOf(measured, lines[wrong[0]!]!)}: ${vector.column} of curve ${curve.id} has the wrong sign at ${wrong.length} of ${clear.length} points for a current into terminal ${vector.node}, `
        + `since v(${vector.node}) is ${Math.sign(here[wrong[0]!]! - there[wrong[0]!]!) > 0 ? 'above' : 'below'} v(${other}): turn the sign, or name another node`,
    }];
  });
}

/** A task of one polarity whose main voltage always has the sign of the other. */
export function polarityDoubts(curves: readonly MeasuredCurve[]): readonly Doubt[] {
  const [one] = curves;
  if (one === undefined) return [];
  const { polarity, kind } = one.task.device;
  const path = mainPathOf(one.task);
  // A diode's polarity is its terminals', and a junction transistor is measured in both directions.
  if (polarity === undefined || path === undefined || !['mosfet', 'soi', 'vdmos'].includes(kind)) return [];
  const [first, third] = path;
  const driven = curves.flatMap((measured) => {
    const { curve } = measured;
    const [high, low] = [voltageOf(curve, first), voltageOf(curve, third)];
    if (high === undefined || low === undefined || !curve.measured.some(({ kind: what, node }) => what === 'i' && (node === first || node === third))) return [];
    return [Array.from(high, (value, point) => value - low[point]!).filter((voltage) => Math.abs(voltage) > clearVoltage)];
  }).flat();
  const expected = polarity === 'n' ? 1 : -1;
  if (driven.length < fewest || driven.some((voltage) => Math.sign(voltage) === expected)) return [];
  return [{ kind: 'polarity', text: `${one.entry.file}: v(${first}) is ${expected > 0 ? 'below' : 'above'} v(${third}) in every curve, as in a device of the other polarity, and the task says polarity ${polarity}` }];
}

function mainPathOf({ device: { kind, element, terminals } }: TaskFile): readonly [string, string] | undefined {
  return mainPath({ kind, terminals, thermalNode: false, ...(element === undefined ? {} : { element }) });
}

function voltageOf(curve: Curve, terminal: string): Float64Array | undefined {
  const drive = curve.drives.find((each) => each.terminal === terminal);
  return drive?.quantity === 'v' ? drive.values : undefined;
}
