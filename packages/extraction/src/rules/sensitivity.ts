import { EvospiceError, type Candidate, type ModelCard, type Sensitivity, type SimulatedCurve, type SimulatorSession, type Task, type TunableParameter } from '@evospice/contracts';
import { compactProblemOf, testbenchOf } from '@evospice/device';
import { fromUnit, toUnit, unitSlopes } from '@evospice/toolbox';

/** Step of a difference in the unit cube. */
const step = 1e-3;

/** What the training curves say of the tunables at a card, exactly, by the device's compact model; undefined where no family has all of it. */
export async function compactSensitivity(task: Task, card: ModelCard): Promise<Sensitivity | undefined> {
  const tunables = onCard(task);
  if (tunables.length === 0 || tunables.length < task.tunables.length || task.model.cards !== undefined || (task.libraries ?? []).length > 0 || task.instances.some(({ wrapper }) => wrapper !== undefined)) return undefined;
  const { compactCurves } = await import('@evospice/compact-models');
  const { circuit: _, ...testbench } = testbenchOf(task, ['train']);
  try {
    const model = compactCurves(compactProblemOf({ ...testbench, card, parameters: tunables.map(({ name }) => name) }));
    if (model === undefined || model.unsupported.length > 0 || !model.covered.flat().every(Boolean)) return undefined;
    const candidate = tunableValues(tunables, card);
    const { values, jacobian } = model.differentiate(candidate);
    const widths = unitSlopes(tunables, candidate);
    const n = tunables.length;
    return { parameters: tunables.map(({ name }) => name), simulations: 0, rows: rowsOf(task, values, (curve, vector, point, k) => widths[k]! * jacobian[curve]![vector]![point * n + k]!, n) };
  } catch (error) {
    if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE') || EvospiceError.is(error, 'SIMULATOR_TESTBENCH')) return undefined;
    throw error;
  }
}

/**
 * The same by differences: one simulation of the training curves for the card and one for each tunable.
 * @param session opened on the task's testbench with its tunables as parameters
 */
export async function simulatedSensitivity(session: SimulatorSession, task: Task, card: ModelCard, signal: AbortSignal): Promise<Sensitivity | undefined> {
  const { tunables } = task;
  const candidate = tunableValues(tunables, card);
  const unit = toUnit(tunables, candidate);
  const steps = unit.map((place) => (place > 0.5 ? -step : step));
  const moved = tunables.map((_, k): Candidate => Array.from(candidate, (value, other) => (other === k ? fromUnit(tunables, unit.with(k, unit[k]! + steps[k]!))[k]! : value)));
  const train = task.curves.filter(({ split }) => split === 'train');
  if (tunables.length === 0 || train.length === 0) return undefined;
  const outcomes = await session.simulate({ candidates: [candidate, ...moved], curves: train.map(({ id }) => id) }, { signal });
  const vectorsOf = (curves: readonly SimulatedCurve[]) => train.map(({ id }) => curves.find(({ curve }) => curve === id)?.vectors ?? []);
  const found = outcomes.map((outcome) => (outcome.ok ? vectorsOf(outcome.curves) : undefined));
  const [base, ...others] = found;
  if (base === undefined || others.some((other) => other === undefined)) return undefined;
  return {
    parameters: tunables.map(({ name }) => name), simulations: outcomes.length,
    rows: rowsOf(task, base, (curve, vector, point, k) => (others[k]![curve]![vector]![point]! - base[curve]![vector]![point]!) / steps[k]!, tunables.length),
  };
}

function onCard({ tunables }: Task): readonly TunableParameter[] {
  return tunables.filter(({ of }) => of === undefined);
}

/** Values of the card inside the bounds; the start where it states none. */
function tunableValues(tunables: readonly TunableParameter[], card: ModelCard): readonly number[] {
  return tunables.map(({ name, start, lower, upper }) => Math.min(upper, Math.max(lower, card.value(name) ?? start)));
}

/** One row per scored training point, as shares of the value; points without finite derivatives are left out. */
function rowsOf(task: Task, values: readonly (readonly ArrayLike<number>[])[], slope: (curve: number, vector: number, point: number, k: number) => number, n: number): readonly Float64Array[] {
  return task.curves.filter(({ split }) => split === 'train').flatMap((curve, c) => curve.measured.flatMap(({ kind, floor, values: measured }, v) => {
    if (kind === 'v') return [];
    return Array.from(measured).flatMap((one, point) => {
      const value = values[c]![v]![point]!;
      if (!(Math.abs(one) >= floor) || !Number.isFinite(value)) return [];
      // A simulated value far below the measured one would make shares of nothing.
      const scale = Math.max(Math.abs(value), Math.abs(one) * 1e-2);
      const row = Float64Array.from({ length: n }, (_, k) => slope(c, v, point, k) / scale);
      return row.every(Number.isFinite) ? [row] : [];
    });
  }));
}
