import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';

/**
 * Steps without a first Jacobian: it begins with how generated devices react (`priorJacobian`), and every simulation corrects it. Differences are
 * simulated only where steps stop paying. All curves.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { problem, context } = state;
  const { toolbox } = context;
  const limit = state.spent() + budget;
  const whole: Stage = { parameters: stage.parameters };
  let base = await enterStage(state, whole);
  if (base.evaluation === undefined) return;
  const { floors, signs } = toolbox.logRatios(problem, base.evaluation);
  const seen = (trial: Trial): readonly number[] => (trial.evaluation === undefined ? [] : toolbox.logRatios(problem, trial.evaluation).values);
  const learned = toolbox.priorJacobian(problem, context, { at: toolbox.fromUnit(problem.parameters, base.unit), evaluation: base.evaluation, of: 'log-ratios' });
  const mean = learned.jacobian.map((row) => whole.parameters.map((index) => row[index] ?? 0));
  const prior = whole.parameters.map((index) => {
    const known = learned.spread.map((row) => row[index] ?? Infinity).filter(Number.isFinite);
    return known.length === 0 ? 10 /* range 0.1..100 */ : 0.05 + 1.5 /* range 0.2..10 */ * toolbox.rms(known);
  });
  const secants: { from: number[]; to: number[]; change: number[] }[] = [];
  const learn = (trial: Trial): void => {
    if (trial.evaluation !== undefined) secants.push({ from: placeOf(base.unit, whole), to: placeOf(trial.unit, whole), change: toolbox.subtract(seen(trial), seen(base)) });
  };
  const measure = async (): Promise<void> => {
    const place = placeOf(base.unit, whole);
    const points = toolbox.differencePoints(place, toolbox.finiteDifferenceSteps(place, 0.003 /* range 0.0002..0.05 */));
    for (const trial of await state.evaluate(points.map((point) => withPlace(base.unit, whole, point)))) learn(trial);
  };
  let fresh = false;
  let radius = 0.3 /* range 0.02..2 */;
  let idle = 0;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, whole);
    const logs = seen(base);
    const slopes = toolbox.regressSecants({ at: place, secants, rows: logs.length, prior, mean, curvature: 1.4 /* range 0.1..30 */ });
    // Decades while many are missing, then relative errors.
    const far = toolbox.rms(logs) > 0.35 /* range 0.05..3 */;
    const residualsAt = (values: readonly number[]): number[] => (far ? [...values] : toolbox.relativeFromLogRatios(values, { floors, signs }));
    const predict = (at: readonly number[]): number[] => {
      const step = toolbox.subtract(at, place);
      return logs.map((value, row) => value + toolbox.dot(slopes[row] ?? [], step));
    };
    const move = toolbox.regionStep({
      residuals: (at) => residualsAt(predict(at)),
      jacobian: (at) => {
        const values = predict(at);
        return slopes.map((row, index) => toolbox.scale(row, far ? 1 : (signs[index] ?? 1) * toolbox.fromLogRatioDerivative(values[index] ?? 0, floors[index] ?? 0.5)));
      },
    }, { at: place, radius, lower: place.map(() => 0), upper: place.map(() => 1), jacobians: 12 });
    const trial = await state.evaluateOne(withPlace(base.unit, whole, move.point));
    learn(trial);
    const gain = trial.evaluation === undefined ? -1 : 1 - (toolbox.norm(residualsAt(seen(trial))) / toolbox.norm(residualsAt(logs))) ** 2;
    radius = gain > 0.5 * move.predicted ? Math.min(2, 2 * radius) : gain < 0.1 * move.predicted ? Math.max(1e-6, 0.35 /* range 0.1..0.7 */ * Math.min(radius, move.length)) : radius;
    idle = gain > 0.02 /* range 0.001..0.2 */ ? 0 : idle + 1;
    if (gain > 0) base = trial;
    if (gain > 0.02) fresh = false;
    if (idle < 3 /* range 1..8 */) continue;
    if (fresh && idle > 4) break;
    if (fresh) continue;
    await measure();
    fresh = true;
    idle = 0;
    radius = Math.max(radius, 0.05);
  }
  await leaveStage(state, base);
}
