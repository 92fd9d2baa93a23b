import type { Curve } from '@evospice/contracts';
import { mainPath } from '@evospice/testbench';
import type { TaskDocument } from '../task-document.ts';
import type { TaskFile } from '../task-schema.ts';
import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Volts between the ends, and sizes above the floor, from which a sign says something. */
const clearVoltage = 0.05;
/** A saturated bipolar transistor gives base current back at its collector below. */
const clearOfSaturation = 0.3;
const clearSize = 10;
const fewest = 3;

/** Part of the clear points from which a sign is wrong, and not noise. */
const most = 0.9;

interface Signs {
  readonly column: string;
  readonly node: string;
  readonly other: string;
  /** Points whose current has another sign than the voltage. */
  readonly wrong: readonly number[];
  readonly clear: number;
  /** Whether the voltage at the first wrong point is positive. */
  readonly above: boolean;
}

/**
 * The signs of currents of the main path against those of their voltages: a device without a source in it takes current at the
 * higher end of its main path and gives it back at the lower one, whatever its polarity.
 */
function signsOf({ task, curve }: MeasuredCurve): readonly Signs[] {
  const path = mainPathOf(task);
  if (path === undefined) return [];
  const [first, second] = path;
  return curve.measured.flatMap(({ kind, node, values, floor, column }): Signs[] => {
    const other = node === first ? second : node === second ? first : undefined;
    if (kind !== 'i' || node === undefined || other === undefined) return [];
    const [here, there] = [voltageOf(curve, node), voltageOf(curve, other)];
    if (here === undefined || there === undefined) return [];
    const clear = Array.from(values, (_, point) => point).filter((point) =>
      Math.abs(here[point]! - there[point]!) > (task.device.kind === 'bjt' ? clearOfSaturation : clearVoltage) && Math.abs(values[point]!) >= clearSize * floor);
    const wrong = clear.filter((point) => Math.sign(values[point]!) !== Math.sign(here[point]! - there[point]!));
    return [{ column, node, other, wrong, clear: clear.length, above: wrong[0] !== undefined && here[wrong[0]]! > there[wrong[0]]! }];
  });
}

function isWrong(wrong: number, clear: number): boolean {
  return wrong >= fewest && wrong > most * clear;
}

/** Curves whose current cannot flow into the terminal it is said to flow into, where others of the file can. */
export function signDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { curve, lines, entry } = measured;
  return signsOf(measured).filter(({ wrong, clear }) => isWrong(wrong.length, clear)).map(({ column, node, other, wrong, clear, above }) => ({
    kind: `sign ${entry.file} ${column}`,
    text: `${placeOf(measured, lines[wrong[0]!]!)}: ${column} of curve ${curve.id} has the wrong sign at ${wrong.length} of ${clear} points for a current into terminal ${node}, `
      + `since v(${node}) is ${above ? 'above' : 'below'} v(${other}): turn the sign, or name another node`,
  }));
}

/**
 * Refuses currents that were measured with the other sign convention: in nearly all points of all curves of an entry the sign is not that of the
 * voltage. A fit to them would end anywhere.
 * @param entryOf index in `data` of each curve
 * @throws EvospiceError `TASK_SIGN`
 */
export function refuseWrongSigns(document: TaskDocument, curves: readonly MeasuredCurve[], entryOf: readonly number[]): void {
  const found = new Map<string, { readonly index: number; readonly signs: Signs; readonly measured: MeasuredCurve; wrong: number; clear: number }>();
  for (const [at, measured] of curves.entries()) {
    for (const signs of signsOf(measured)) {
      const key = JSON.stringify([entryOf[at], signs.column, signs.node]);
      const known = found.get(key);
      // The place is that of the first curve with a wrong point.
      if (known === undefined || known.wrong === 0) found.set(key, { index: entryOf[at]!, signs, measured, wrong: signs.wrong.length, clear: signs.clear + (known?.clear ?? 0) });
      else {
        known.wrong += signs.wrong.length;
        known.clear += signs.clear;
      }
    }
  }
  for (const { index, signs: { column, node, other, wrong: points, above }, measured, wrong, clear } of found.values()) {
    if (!isWrong(wrong, clear)) continue;
    const which = measured.entry.measure.findIndex(({ col }) => col === column);
    throw document.error('TASK_SIGN', `${placeOf(measured, measured.lines[points[0]!]!)}: ${column} has the wrong sign at ${wrong} of ${clear} points for a current into terminal ${node}`, ['data', index, 'measure', which], {
      received: measured.curve.measured.find((vector) => vector.column === column)?.values[points[0]!],
      expected: `a ${above ? 'positive' : 'negative'} current into ${node} where v(${node}) is ${above ? 'above' : 'below'} v(${other})`,
      remedy: `the file counts the current the other way round: turn it with \`columns: { ${column}: { scale: -1 } }\`, or name the terminal that it flows into`,
    });
  }
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
