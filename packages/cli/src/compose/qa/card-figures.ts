import { defined, EvospiceError, type Simulator } from '@evospice/contracts';
import { readFigures, type Figure } from '@evospice/extraction';
import { openTestbench } from '@evospice/testbench';
import { figureBench } from './figure-bench.ts';
import type { CheckedCard } from '../check/check-card.ts';

/** Standard figures of a card over bias, temperature and size. */
export interface CardFigures {
  readonly figures: readonly Figure[];
  readonly curves: number;
  /** Curves without a solution somewhere. */
  readonly unsolved: readonly string[];
  /** Why nothing was computed. */
  readonly reason?: string;
}

/**
 * Figures of merit of a card, off curves of a simulator or, at no simulation, of a compact model.
 * @param simulator `compact` for the compact model
 */
export async function cardFigures({ task, card }: CheckedCard, simulator: Simulator, signal: AbortSignal): Promise<CardFigures> {
  const curves = figureBench(task, card);
  if (curves.length === 0) return { figures: [], curves: 0, unsolved: [], reason: `there are no standard figures of a ${task.device.kind}` };
  try {
    const session = await openTestbench(simulator, { id: task.id, device: task.device, instances: task.instances, curves, card, parameters: [], ...defined({ options: task.model.options }) }, { signal });
    try {
      const found = new Map<string, readonly Float64Array[]>();
      const unsolved: string[] = [];
      for (const { id } of curves) {
        const [outcome] = await session.simulate({ candidates: [[]], curves: [id] }, { signal });
        const vectors = outcome?.ok === true ? outcome.curves[0]?.vectors : undefined;
        if (vectors === undefined || !vectors.every((vector) => vector.every(Number.isFinite))) unsolved.push(id);
        if (vectors !== undefined) found.set(id, vectors);
      }
      // Nothing was measured: every computed point is one to read off, so computed values take the place of measured ones.
      const filled = curves.map((curve) => ({ ...curve, measured: curve.measured.map((vector, v) => ({ ...vector, values: found.get(curve.id)?.[v] ?? vector.values })) }));
      return { figures: readFigures({ device: task.device, instances: task.instances, curves: filled }, (curve, vector) => found.get(curve.id)?.[vector]), curves: curves.length, unsolved };
    } finally {
      await session.close();
    }
  } catch (error) {
    if (!EvospiceError.is(error, 'SIMULATOR_MODEL') && !EvospiceError.is(error, 'SIMULATOR_TESTBENCH') && !EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) throw error;
    return { figures: [], curves: 0, unsolved: [], reason: error.message };
  }
}
