import type { SimulatedCurve, Curve } from '@evospice/kernel';
import type { Deck, DeckOutput } from '../circuit/deck.ts';
import type { RawPlot } from '../engine/raw-file.ts';

/** Vectors by curve id, in the order of `Curve.measured`; filled from one or many decks. */
export type VectorTable = Map<string, Float64Array[]>;

/**
 * Takes a deck's vectors out of its plot.
 * @returns false when the result is not complete: ngspice reports success for a sweep that ended early.
 */
export function takeVectors(deck: Deck, plots: readonly RawPlot[], table: VectorTable): boolean {
  const plot = plots.find((other) => other.title === deck.title);
  if (plot === undefined || plot.points !== deck.rows) return false;
  const vectors = deck.outputs.map((output) => readVector(plot, output));
  if (vectors.includes(undefined)) return false;
  for (const [index, output] of deck.outputs.entries()) {
    const own = table.get(output.curve) ?? [];
    own[output.vector] = vectors[index] as Float64Array;
    table.set(output.curve, own);
  }
  return true;
}

function readVector(plot: RawPlot, output: DeckOutput): Float64Array | undefined {
  if (output.kind === 'column') {
    const column = plot.columns.get(output.name);
    return column === undefined ? undefined : Float64Array.from({ length: plot.points }, (_, point) => plot.real(column, point));
  }
  const scale = -1 / (2 * Math.PI * output.frequency);
  const values = new Float64Array(output.currents.length);
  for (const [point, names] of output.currents.entries()) {
    for (const name of names) {
      const column = plot.columns.get(name);
      if (column === undefined) return undefined;
      values[point] = (values[point] as number) + plot.imaginary(column, 0) * scale;
    }
  }
  return values;
}

/** The curves' vectors in order, or the id of the first that is not finite. */
export function assemble(curves: readonly Curve[], table: VectorTable): readonly SimulatedCurve[] | { readonly notFinite: string } {
  const simulated: SimulatedCurve[] = [];
  for (const { id } of curves) {
    const vectors = table.get(id) ?? [];
    if (!vectors.every((vector) => vector.every(Number.isFinite))) return { notFinite: id };
    simulated.push({ curve: id, vectors });
  }
  return simulated;
}
