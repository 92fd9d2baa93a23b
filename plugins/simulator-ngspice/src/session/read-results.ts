import type { SimulatedCurve, Curve } from '@evospice/contracts';
import type { Deck, DeckOutput } from '../circuit/deck.ts';

/** Vectors by curve id, in the order of `Curve.measured`; filled from one or many decks. */
export type VectorTable = Map<string, Float64Array[]>;

/** Puts what an analysis gave into the table. @param vectors of the deck, in its order */
export function takeVectors(deck: Deck, vectors: readonly Float64Array[], table: VectorTable): void {
  for (const output of deck.outputs) {
    const own = table.get(output.curve) ?? [];
    own[output.vector] = readVector(vectors, output);
    table.set(output.curve, own);
  }
}

function readVector(vectors: readonly Float64Array[], output: DeckOutput): Float64Array {
  if (output.kind === 'column') return vectors[output.index] as Float64Array;
  const scale = -1 / (2 * Math.PI * output.frequency);
  return Float64Array.from(output.currents, (indices) => indices.reduce((sum, index) => sum + (vectors[index]?.[0] as number) * scale, 0));
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
