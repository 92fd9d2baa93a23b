import { EvospiceError, type Candidate, type Curve, type SimulatorSession, type Task } from '@evospice/contracts';
import type { Die } from './dies.ts';

/** The current that says how fast a die is: the largest that was measured of the first one, and the same bias of the others. */
export interface Figure {
  readonly curve: Curve;
  /** Index into `curve.measured`. */
  readonly vector: number;
  readonly point: number;
  /** By die, A; null where it was not measured at that bias. */
  readonly measured: readonly (number | null)[];
}

/** @throws EvospiceError `SPREAD_FIGURE` where no current is measured */
export function figureOf({ curves }: Task, dies: readonly Die[]): Figure {
  const fitted = (die: Die): readonly Curve[] => curves.filter(({ instance, split }) => split === 'train' && die.instances.includes(instance));
  let found: Omit<Figure, 'measured'> | undefined;
  let largest = 0;
  for (const curve of fitted(dies[0]!)) {
    for (const [vector, { kind, values, weights }] of curve.measured.entries()) {
      if (kind !== 'i') continue;
      for (const [point, value] of values.entries()) {
        if (Math.abs(value) <= largest || weights?.[point] === 0) continue;
        largest = Math.abs(value);
        found = { curve, vector, point };
      }
    }
  }
  if (found === undefined) throw new EvospiceError('SPREAD_FIGURE', 'no current was measured that could tell a fast die from a slow one', { received: 'no current', expected: 'a measured current' });
  const { curve, vector, point } = found;
  return { ...found, measured: dies.map((die) => currentAt(fitted(die), curve, vector, point)) };
}

/** What another die carries at the same bias, temperature and terminal. */
function currentAt(curves: readonly Curve[], like: Curve, vector: number, point: number): number | null {
  const wanted = like.drives.map(({ values }) => values[point]!);
  for (const { drives, measured, temperatureC, x } of curves) {
    if (temperatureC !== like.temperatureC) continue;
    const own = measured.find(({ kind, node }) => kind === 'i' && node === like.measured[vector]!.node);
    const at = own === undefined ? -1 : x.findIndex((_, index) => drives.every(({ values }, drive) => Math.abs(values[index]! - wanted[drive]!) <= 1e-6 + 1e-3 * Math.abs(wanted[drive]!)));
    if (own !== undefined && at >= 0) return own.values[at]!;
  }
  return null;
}

/** The figure of several candidates, A. @throws EvospiceError `SPREAD_FIGURE` for one that cannot be simulated */
export async function simulatedFigures(session: SimulatorSession, { curve, vector, point }: Figure, candidates: readonly Candidate[], signal: AbortSignal): Promise<readonly number[]> {
  const outcomes = await session.simulate({ candidates, curves: [curve.id] }, { signal });
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw new EvospiceError('SPREAD_FIGURE', `a card near the typical one cannot be simulated: ${outcome.failure.message}`, { received: outcome.failure.code, expected: 'cards that converge', remedy: 'fewer parameters (--parameter), or fewer sigmas' });
    return outcome.curves[0]!.vectors[vector]![point]!;
  });
}
