import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';

/**
 * Space mapping: minimum, in a trust region, of what the compact model of the device makes of the last simulation, corrected by what earlier
 * simulations say it gets wrong. Differences are simulated where that stops paying, and first where no model covers the device. All curves.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { problem, context } = state;
  const { toolbox } = context;
  const limit = state.spent() + budget;
  const whole: Stage = { parameters: stage.parameters };
  let base = await enterStage(state, whole);
  if (base.evaluation === undefined) return;
  const curves = context.models.ofProblem(problem);
  const model = curves === undefined ? undefined : toolbox.modelLogRatios(problem, curves);
  const { floors, signs, values: first } = toolbox.logRatios(problem, base.evaluation);
  const silent = first.map(() => 0);
  const said = (trial: Trial): number[] => model?.logs(trial.unit) ?? silent;
  const seen = (trial: Trial): readonly number[] => (trial.evaluation === undefined ? silent : toolbox.logRatios(problem, trial.evaluation).values);
  const secants: { from: number[]; to: number[]; change: number[] }[] = [];
  const learn = (trial: Trial): void => {
    if (trial.evaluation === undefined) return;
    const change = toolbox.subtract(toolbox.subtract(seen(trial), seen(base)), toolbox.subtract(said(trial), said(base)));
    secants.push({ from: placeOf(base.unit, whole), to: placeOf(trial.unit, whole), change });
  };
  const measure = async (): Promise<void> => {
    const place = placeOf(base.unit, whole);
    const points = toolbox.differencePoints(place, toolbox.finiteDifferenceSteps(place, 0.003 /* range 0.0002..0.05 */));
    for (const trial of await state.evaluate(points.map((point) => withPlace(base.unit, whole, point)))) learn(trial);
  };
  if (model === undefined) await measure();
  let fresh = model === undefined;
  let radius = 0.8 /* range 0.05..3 */ * (model === undefined ? 0.5 : 1);
  let idle = 0;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, whole);
    const [logs, before] = [seen(base), said(base)];
    const wrong = toolbox.regressSecants({ at: place, secants, rows: logs.length, prior: model === undefined ? 10 : 1 /* range 0.05..20 */, curvature: 1.4 /* range 0.1..30 */ });
    // Decades while many are missing, then relative errors.
    const far = toolbox.rms(logs) > 0.35 /* range 0.05..3 */;
    const residualsAt = (values: readonly number[]): number[] => (far ? [...values] : toolbox.relativeFromLogRatios(values, { floors, signs }));
    const predict = (at: readonly number[]): number[] | undefined => {
      const now = model === undefined ? silent : model.logs(withPlace(base.unit, whole, at));
      const step = toolbox.subtract(at, place);
      return now?.map((value, row) => (logs[row] ?? 0) + value - (before[row] ?? 0) + toolbox.dot(wrong[row] ?? [], step));
    };
    const move = toolbox.regionStep({
      residuals: (at) => {
        const values = predict(at);
        return values === undefined ? undefined : residualsAt(values);
      },
      jacobian: (at) => {
        const values = predict(at) ?? silent;
        const slopes = model?.slopes(withPlace(base.unit, whole, at));
        return wrong.map((row, index) => {
          const factor = far ? 1 : (signs[index] ?? 1) * toolbox.fromLogRatioDerivative(values[index] ?? 0, floors[index] ?? 0.5);
          return row.map((value, k) => factor * (value + (slopes?.[index]?.[whole.parameters[k] ?? 0] ?? 0)));
        });
      },
    }, { at: place, radius, lower: place.map(() => 0), upper: place.map(() => 1), jacobians: 12 });
    const trial = await state.evaluateOne(withPlace(base.unit, whole, move.point));
    learn(trial);
    const gain = trial.evaluation === undefined ? -1 : 1 - (toolbox.norm(residualsAt(seen(trial))) / toolbox.norm(residualsAt(logs))) ** 2;
    radius = gain > 0.5 * move.predicted ? Math.min(3, 2 * radius) : gain < 0.1 * move.predicted ? Math.max(1e-6, 0.35 /* range 0.1..0.7 */ * Math.min(radius, move.length)) : radius;
    idle = gain > 0.02 /* range 0.001..0.2 */ ? 0 : idle + 1;
    if (gain > 0) base = trial;
    if (gain > 0.02) fresh = false;
    if (idle < 2) continue;
    if (fresh && idle > 3) break;
    if (fresh) continue;
    await measure();
    fresh = true;
    idle = 0;
    radius = Math.max(radius, 0.05);
  }
  await leaveStage(state, base);
}
