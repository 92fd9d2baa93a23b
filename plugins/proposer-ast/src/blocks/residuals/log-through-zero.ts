import type { Trial } from '../search-state.ts';

/** Logarithm of simulated over measured that goes on below a floor, through zero and the wrong sign, so that no point stops saying where it lies. */
export function residualsOf(trial: Trial): readonly number[] {
  const floor = 0.05 /* range 0.001..0.5 */;
  return (trial.evaluation?.curves ?? []).flatMap(({ residuals }) => residuals.relative.map((relative, point) => {
    // The relative residual has the measured sign in it; the size of the logarithm says on which side of 1 the ratio is.
    const distance = Math.abs(relative);
    const size = 10 ** (residuals.log[point] ?? 0);
    const ratio = size > 1 && Math.abs(distance - (size - 1)) < 1e-6 * size ? 1 + distance : 1 - distance;
    if (ratio >= floor) return Math.log(ratio);
    return ratio >= 0 ? Math.log(floor) + ratio / floor - 1 : Math.log(floor) - 1 - Math.log1p(-ratio / floor);
  }));
}
