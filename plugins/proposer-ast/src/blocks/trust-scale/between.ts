import type { SearchState } from '../search-state.ts';

/** Between column norms and unit cube: a power of the norms, which starts anew with every Jacobian. */
export function trustScale(state: SearchState, jacobian: readonly (readonly number[])[], _previous?: readonly number[]): number[] {
  const power = 0.4 /* range 0.05..1 */;
  const norms = state.context.toolbox.columnNorms(jacobian);
  const largest = Math.max(...norms, 1e-12);
  return norms.map((norm) => Math.max(norm / largest, 1e-3) ** power);
}
