import type { ModelCard, Sensitivity, SimulatorSession, Task } from '@evospice/contracts';
import { scoredIndices } from '../metric/residuals.ts';
import { compactSlopes, simulatedSlopes, type CurveSlopes } from '../uncertainty/curve-slopes.ts';

/** What the training curves say of the tunables at a card, exactly, by the device's compact model; undefined where no family has all of it. */
export async function compactSensitivity(task: Task, card: ModelCard): Promise<Sensitivity | undefined> {
  const slopes = await compactSlopes(task, card, tunableValues(task, card), trainingCurves(task));
  return slopes === undefined ? undefined : sensitivityOf(task, slopes);
}

/**
 * The same by differences: one simulation of the training curves for the card and one for each tunable.
 * @param session opened on the task's testbench with its tunables as parameters
 */
export async function simulatedSensitivity(session: SimulatorSession, task: Task, card: ModelCard, signal: AbortSignal): Promise<Sensitivity | undefined> {
  const slopes = await simulatedSlopes(session, task.tunables, tunableValues(task, card), trainingCurves(task), signal);
  return slopes === undefined ? undefined : sensitivityOf(task, slopes);
}

function trainingCurves({ curves }: Task): Task['curves'] {
  return curves.filter(({ split }) => split === 'train');
}

/** Values of the card inside the bounds; the start where it states none. */
function tunableValues({ tunables }: Task, card: ModelCard): readonly number[] {
  return tunables.map(({ name, start, lower, upper }) => Math.min(upper, Math.max(lower, card.value(name) ?? start)));
}

/** One row per scored point, as shares of the value; points without finite derivatives are left out. */
function sensitivityOf({ tunables }: Task, { curves, simulations }: CurveSlopes): Sensitivity {
  const rows = curves.flatMap(({ curve, values, slopes }) => curve.measured.flatMap((vector, v) => scoredIndices(vector).flatMap((point) => {
    const value = values[v]![point]!;
    // A simulated value far below the measured one would make shares of nothing.
    const scale = Math.max(Math.abs(value), Math.abs(vector.values[point]!) * 1e-2);
    const row = slopes(v, point).map((slope) => slope / scale);
    return Number.isFinite(value) && row.every(Number.isFinite) ? [row] : [];
  })));
  return { parameters: tunables.map(({ name }) => name), simulations, rows };
}
