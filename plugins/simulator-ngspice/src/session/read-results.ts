import { putVector, type VectorTable } from '@evospice/testbench';
import type { Deck, DeckOutput } from '../circuit/deck.ts';

/** Puts what an analysis gave into the table. @param vectors of the deck, in its order */
export function takeVectors(deck: Deck, vectors: readonly Float64Array[], table: VectorTable): void {
  for (const output of deck.outputs) putVector(table, output.curve, output.vector, readVector(vectors, output));
}

function readVector(vectors: readonly Float64Array[], output: DeckOutput): Float64Array {
  if (output.kind === 'column') return vectors[output.index] as Float64Array;
  const scale = -1 / (2 * Math.PI * output.frequency);
  return Float64Array.from(output.currents, (indices) => indices.reduce((sum, index) => sum + (vectors[index]?.[0] as number) * scale, 0));
}
