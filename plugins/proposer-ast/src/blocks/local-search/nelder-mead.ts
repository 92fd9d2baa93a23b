import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';

/** Nelder-Mead with the adaptive coefficients: needs no derivatives and minds noise little. */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const base = await enterStage(state, stage);
  const at = (place: readonly number[]): readonly number[] => withPlace(base.unit, stage, place);
  const corners = toolbox.initialSimplex(placeOf(base.unit, stage), 0.08 /* range 0.01..0.4 */).slice(1);
  let simplex = [base, ...(await state.evaluate(corners.map(at), stage))].sort((a, b) => a.error - b.error);
  const tooSmall = 1e-4 /* range 1e-6..1e-2 */;
  while (state.spent() < limit) {
    const [best, second, worst] = [simplex[0] ?? base, simplex.at(-2) ?? base, simplex.at(-1) ?? base];
    if (toolbox.norm(toolbox.subtract(worst.unit, best.unit)) < tooSmall) break;
    const moves = toolbox.simplexMoves(simplex.map(({ unit }) => placeOf(unit, stage)));
    const reflected = await state.evaluateOne(at(moves.reflected), stage);
    let chosen = reflected;
    if (reflected.error < best.error) {
      const expanded = await state.evaluateOne(at(moves.expanded), stage);
      if (expanded.error < reflected.error) chosen = expanded;
    } else if (!(reflected.error < second.error)) {
      const contracted = await state.evaluateOne(at(reflected.error < worst.error ? moves.contractedOutside : moves.contractedInside), stage);
      chosen = contracted.error < reflected.error ? contracted : reflected;
    }
    simplex = chosen.error < worst.error ? [...simplex.slice(0, -1), chosen] : [best, ...(await state.evaluate(moves.shrunk.slice(1).map(at), stage))];
    simplex.sort((a, b) => a.error - b.error);
  }
  await leaveStage(state, simplex[0] ?? base);
}
