import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';

/**
 * Steps on a compact model whose fixed card values are calibrated on the simulations so far, from priors about what the card says: for devices whose
 * model leaves something out. What it still gets wrong is learned from pairs of points. Differences where no model covers the device. All curves.
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
  const seen = (trial: Trial): readonly number[] => (trial.evaluation === undefined ? silent : toolbox.logRatios(problem, trial.evaluation).values);
  // The fixed values that move the curves most, each believed to be within a share of what the card says.
  const share = 0.1 /* range 0.01..0.5 */;
  const fixed = Object.entries(problem.model.values).filter(([name, value]) => value !== 0 && !problem.parameters.some((one) => one.name === name) && !/^(?:level|version|tnom|.*mod)$/.test(name));
  const strength = (name: string, value: number): number => {
    const moved = model?.logs(base.unit, { [name]: value * 1.001 });
    const still = model?.logs(base.unit);
    return moved === undefined || still === undefined ? 0 : toolbox.rms(toolbox.subtract(moved, still));
  };
  const hidden = fixed.map(([name, value]) => ({ name, value, size: strength(name, value) })).filter(({ size }) => size > 1e-6).sort((a, b) => b.size - a.size).slice(0, 5 /* range 1..12 */);
  const priors = hidden.map(({ value }) => ({ mean: value, spread: share * Math.abs(value) }));
  let calibrated = hidden.map(({ value }) => value);
  const named = (values: readonly number[]): Record<string, number> => Object.fromEntries(hidden.map(({ name, value }, index) => [name, values[index] ?? value]));
  const said = (unit: readonly number[]): readonly number[] => model?.logs(unit, named(calibrated)) ?? silent;
  const trials: Trial[] = [base];
  const calibrate = (): void => {
    if (hidden.length === 0) return;
    const used = trials.slice(-4 /* range 1..10 */).map((trial) => ({ unit: trial.unit, logs: seen(trial) }));
    const rows = [...silent.keys()].filter((row) => row % Math.ceil(silent.length / 60) === 0);
    const misfit = (values: readonly number[]): number[] => used.flatMap(({ unit, logs }) => {
      const own = model?.logs(unit, named(values));
      return rows.map((row) => (own === undefined ? 100 : ((own[row] ?? 0) - (logs[row] ?? 0)) / 0.03 /* range 0.003..0.3 */));
    });
    calibrated = toolbox.calibrateHidden({ priors, misfit, start: calibrated, iterations: 3 }).values;
  };
  const measure = async (): Promise<void> => {
    const place = placeOf(base.unit, whole);
    const points = toolbox.differencePoints(place, toolbox.finiteDifferenceSteps(place, 0.003 /* range 0.0002..0.05 */));
    trials.push(...(await state.evaluate(points.map((point) => withPlace(base.unit, whole, point)))).filter(({ evaluation }) => evaluation !== undefined), base);
  };
  if (model === undefined) await measure();
  let fresh = model === undefined;
  let radius = 0.4 /* range 0.05..3 */;
  let idle = 0;
  while (state.spent() < limit) {
    calibrate();
    const place = placeOf(base.unit, whole);
    const [logs, before] = [seen(base), said(base.unit)];
    const secants = trials.filter((trial) => trial !== base).map((trial) => ({
      from: place, to: placeOf(trial.unit, whole), change: toolbox.subtract(toolbox.subtract(seen(trial), logs), toolbox.subtract(said(trial.unit), before)),
    }));
    const wrong = toolbox.regressSecants({ at: place, secants, rows: logs.length, prior: model === undefined ? 10 : 0.5 /* range 0.02..20 */, curvature: 1.4 /* range 0.1..30 */ });
    const far = toolbox.rms(logs) > 0.35 /* range 0.05..3 */;
    const residualsAt = (values: readonly number[]): number[] => (far ? [...values] : toolbox.relativeFromLogRatios(values, { floors, signs }));
    const predict = (at: readonly number[]): number[] | undefined => {
      const now = model === undefined ? silent : model.logs(withPlace(base.unit, whole, at), named(calibrated));
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
        const slopes = model?.slopes(withPlace(base.unit, whole, at), named(calibrated));
        return wrong.map((row, index) => {
          const factor = far ? 1 : (signs[index] ?? 1) * toolbox.fromLogRatioDerivative(values[index] ?? 0, floors[index] ?? 0.5);
          return row.map((value, k) => factor * (value + (slopes?.[index]?.[whole.parameters[k] ?? 0] ?? 0)));
        });
      },
    }, { at: place, radius, lower: place.map(() => 0), upper: place.map(() => 1), jacobians: 12 });
    const trial = await state.evaluateOne(withPlace(base.unit, whole, move.point));
    const gain = trial.evaluation === undefined ? -1 : 1 - (toolbox.norm(residualsAt(seen(trial))) / toolbox.norm(residualsAt(logs))) ** 2;
    if (trial.evaluation !== undefined) trials.push(trial);
    radius = gain > 0.5 * move.predicted ? Math.min(3, 2 * radius) : gain < 0.1 * move.predicted ? Math.max(1e-6, 0.35 /* range 0.1..0.7 */ * Math.min(radius, move.length)) : radius;
    idle = gain > 0.02 /* range 0.001..0.2 */ ? 0 : idle + 1;
    if (gain > 0) base = trial;
    if (gain > 0.02) fresh = false;
    if (idle < 2 /* range 1..6 */) continue;
    if (fresh && idle > 3) break;
    if (fresh) continue;
    await measure();
    fresh = true;
    idle = 0;
    radius = Math.max(radius, 0.05);
  }
  await leaveStage(state, base);
}
