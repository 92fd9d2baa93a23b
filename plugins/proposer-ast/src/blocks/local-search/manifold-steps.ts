import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';

/**
 * Manifold mapping: changes that the compact model predicts are turned into those that earlier simulations showed, and the minimum of what then is
 * expected is simulated. Where no model covers the device, one Jacobian by differences is the model. All curves.
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
  const { floors, signs } = toolbox.logRatios(problem, base.evaluation);
  const seen = (trial: Trial): readonly number[] => (trial.evaluation === undefined ? [] : toolbox.logRatios(problem, trial.evaluation).values);
  let origin = placeOf(base.unit, whole);
  let linear: number[][] = [];
  const measure = async (): Promise<void> => {
    origin = placeOf(base.unit, whole);
    const steps = toolbox.finiteDifferenceSteps(origin, 0.003 /* range 0.0002..0.05 */);
    const moved = await state.evaluate(toolbox.differencePoints(origin, steps).map((point) => withPlace(base.unit, whole, point)));
    linear = toolbox.assembleJacobian(seen(base), steps, moved.map((trial) => (trial.evaluation === undefined ? undefined : seen(trial))));
  };
  const coarse = (at: readonly number[]): number[] | undefined =>
    model === undefined ? linear.map((row) => toolbox.dot(row, toolbox.subtract(at, origin))) : model.logs(withPlace(base.unit, whole, at));
  const slopesAt = (at: readonly number[]): number[][] =>
    model === undefined ? linear : model.slopes(withPlace(base.unit, whole, at)).map((row) => whole.parameters.map((index) => row[index] ?? 0));
  if (model === undefined) await measure();
  let fresh = model === undefined;
  let history: Trial[] = [];
  let radius = 0.4 /* range 0.05..3 */;
  let idle = 0;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, whole);
    const logs = seen(base);
    const said = coarse(place);
    if (said === undefined) break;
    const pairs = history.flatMap((trial) => {
      const other = trial === base ? undefined : coarse(placeOf(trial.unit, whole));
      return other === undefined ? [] : [{ fine: toolbox.subtract(seen(trial), logs), coarse: toolbox.subtract(other, said) }];
    });
    const mapping = toolbox.manifoldMapping(pairs.map((pair) => pair.fine), pairs.map((pair) => pair.coarse));
    const far = toolbox.rms(logs) > 0.35 /* range 0.05..3 */;
    const residualsAt = (values: readonly number[]): number[] => (far ? [...values] : toolbox.relativeFromLogRatios(values, { floors, signs }));
    const predict = (at: readonly number[]): number[] | undefined => {
      const now = coarse(at);
      return now === undefined ? undefined : toolbox.addScaled(logs, toolbox.mapManifold(mapping, toolbox.subtract(now, said)));
    };
    const move = toolbox.regionStep({
      residuals: (at) => {
        const values = predict(at);
        return values === undefined ? undefined : residualsAt(values);
      },
      jacobian: (at) => {
        const values = predict(at) ?? logs;
        const slopes = slopesAt(at);
        const columns = whole.parameters.map((_, k) => toolbox.mapManifold(mapping, slopes.map((row) => row[k] ?? 0)));
        return logs.map((_, row) => columns.map((column) => (far ? 1 : (signs[row] ?? 1) * toolbox.fromLogRatioDerivative(values[row] ?? 0, floors[row] ?? 0.5)) * (column[row] ?? 0)));
      },
    }, { at: place, radius, lower: place.map(() => 0), upper: place.map(() => 1), jacobians: 12 });
    const trial = await state.evaluateOne(withPlace(base.unit, whole, move.point));
    const gain = trial.evaluation === undefined ? -1 : 1 - (toolbox.norm(residualsAt(seen(trial))) / toolbox.norm(residualsAt(logs))) ** 2;
    if (trial.evaluation !== undefined) history = [trial, base, ...history.filter((one) => one !== base)].slice(0, 8 /* range 2..20 */);
    radius = gain > 0.5 * move.predicted ? Math.min(3, 2 * radius) : gain < 0.1 * move.predicted ? Math.max(1e-6, 0.35 /* range 0.1..0.7 */ * Math.min(radius, move.length)) : radius;
    idle = gain > 0.02 /* range 0.001..0.2 */ ? 0 : idle + 1;
    if (gain > 0) base = trial;
    if (gain > 0.02) fresh = false;
    if (idle < 2 /* range 1..6 */) continue;
    if (model !== undefined || fresh) {
      if (idle > 4) break;
      continue;
    }
    await measure();
    history = [];
    fresh = true;
    idle = 0;
    radius = Math.max(radius, 0.05);
  }
  await leaveStage(state, base);
}
