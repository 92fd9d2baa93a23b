/** Kinds of network parameters of which every element has a unit. */
export type NetworkKind = 'S' | 'Y' | 'Z' | 'H' | 'G';

/** Unit of an element of a matrix; those of the hybrid ones H (v1, i2 of i1, v2) and G (i1, v2 of v1, i2) differ by place. Rows and columns count from 1. */
export function networkUnit(kind: NetworkKind, row: number, column: number): string {
  if (kind === 'S') return '1';
  if (kind === 'Y' || kind === 'Z') return kind === 'Y' ? 'S' : 'Ohm';
  if (row !== column) return '1';
  return (kind === 'H') === (row === 1) ? 'Ohm' : 'S';
}
