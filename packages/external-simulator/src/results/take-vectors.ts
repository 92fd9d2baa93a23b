import type { Deck, DeckOutput } from '@evospice/testbench';
import { VariableFinder, type FoundVariable, type ResultPlot } from './find-variable.ts';

/** Vectors of the curves of a deck, by curve and position in `Curve.measured`. */
export interface DeckVector {
  readonly curve: string;
  readonly vector: number;
  readonly values: Float64Array;
}

/**
 * - `taken`: complete
 * - `short`: a sweep that ended early, with its first missing point, from 0: what a program leaves where it found no solution
 * - `wrong`: results that cannot be those of this deck
 */
export type Taken =
  | { readonly kind: 'taken'; readonly vectors: readonly DeckVector[] }
  | { readonly kind: 'short'; readonly message: string; readonly point?: number }
  | { readonly kind: 'wrong'; readonly message: string };

/** Largest departure of a counter or a frequency from its nominal value, relative; single precision and short prints are met. */
const AXIS_TOLERANCE = 1e-4;

/** Takes a deck's vectors out of its plot. Every count and the axis are checked. */
export function takeVectors(deck: Deck, plot: ResultPlot): Taken {
  const finder = new VariableFinder(plot);
  const found: FoundVariable[] = [];
  for (const signal of deck.signals) {
    const variable = finder.signal(signal);
    const name = signal.kind === 'voltage' ? `v(${signal.node})` : `i(${signal.source})`;
    if (variable === undefined) return wrong(`${name} is missing among the results`);
    if (variable.real.length !== plot.points) return wrong(`${name} has ${variable.real.length} values where the file states ${plot.points}`);
    found.push(variable);
  }
  return deck.analysis.kind === 'sweep'
    ? takeSweep(deck, deck.analysis.points, found)
    : takeCapacitances(deck, deck.analysis.frequency, found, finder.frequency());
}

function takeSweep(deck: Deck, points: number, found: readonly FoundVariable[]): Taken {
  const counter = (found[0] as FoundVariable).real;
  const rows = rowsOf(counter, points);
  if (typeof rows === 'string') return wrong(rows);
  const missing = rows.indexOf(-1);
  if (missing >= 0) return { kind: 'short', message: `the sweep has ${counter.length} of ${points} points; point ${missing + 1} is missing`, point: missing };
  const vectors = deck.outputs.map((output): DeckVector => {
    const column = found[columnOf(output)] as FoundVariable;
    return { curve: output.curve, vector: output.vector, values: Float64Array.from(rows, (row) => column.real[row] as number) };
  });
  return { kind: 'taken', vectors };
}

function columnOf(output: DeckOutput): number {
  return output.kind === 'column' ? output.signal : -1;
}

/** Row of each point, -1 where there is none; the last row counts where a point was printed twice. */
function rowsOf(counter: Float64Array, points: number): readonly number[] | string {
  const rows = Array.from({ length: points }, () => -1);
  for (const [row, value] of counter.entries()) {
    const point = Math.round(value);
    if (!(Math.abs(value - point) <= AXIS_TOLERANCE * Math.max(1, point)) || point < 0 || point >= points) {
      return `row ${row + 1} belongs to no point of the sweep: the counter is at ${value}`;
    }
    rows[point] = row;
  }
  return rows;
}

function takeCapacitances(deck: Deck, nominal: number, found: readonly FoundVariable[], axis: Float64Array | undefined): Taken {
  const rows = (found[0] as FoundVariable).real.length;
  if (rows === 0) return { kind: 'short', message: 'the small-signal analysis gave no point' };
  if (rows > 1) return wrong(`the small-signal analysis has ${rows} points in place of 1`);
  const frequency = axis?.[0];
  if (frequency !== undefined && !(Math.abs(frequency - nominal) <= AXIS_TOLERANCE * nominal)) {
    return wrong(`the small-signal analysis is at ${frequency} Hz in place of ${nominal} Hz`);
  }
  if (found.some(({ imaginary }) => imaginary === undefined)) return wrong('the small-signal currents have no imaginary part');
  const scale = -1 / (2 * Math.PI * nominal);
  const vectors = deck.outputs.map((output): DeckVector => ({
    curve: output.curve, vector: output.vector,
    values: Float64Array.from(output.kind === 'capacitance' ? output.currents : [], (signals) => {
      let sum = 0;
      for (const at of signals) sum += found[at]?.imaginary?.[0] as number;
      return sum * scale;
    }),
  }));
  return { kind: 'taken', vectors };
}

function wrong(message: string): Taken {
  return { kind: 'wrong', message };
}
