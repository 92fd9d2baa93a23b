import type { Curve, SimulatedCurve, SimulationOutcome } from '@evospice/contracts';

/** Vectors by curve id, in the order of `Curve.measured`; filled from one or many circuits. */
export type VectorTable = Map<string, Float64Array[]>;

/** Puts one vector of a curve in its place. */
export function putVector(table: VectorTable, curve: string, vector: number, values: Float64Array): void {
  const own = table.get(curve) ?? [];
  own[vector] = values;
  table.set(curve, own);
}

/**
 * The curves' vectors in order, or a failure of the first that is incomplete or not finite.
 * @param title of the simulator, for the message
 */
export function assembleCurves(curves: readonly Curve[], table: VectorTable, title: string): SimulationOutcome {
  const simulated: SimulatedCurve[] = [];
  for (const { id, measured, x } of curves) {
    const vectors: Float64Array[] = [];
    for (const at of measured.keys()) {
      const vector = table.get(id)?.[at];
      if (vector?.length !== x.length) {
        return { ok: false, failure: { code: 'CRASHED', message: 'a vector of the curve was not simulated', curve: id } };
      }
      vectors.push(vector);
    }
    const broken = vectors.map((vector) => vector.findIndex((value) => !Number.isFinite(value))).filter((point) => point >= 0);
    if (broken.length > 0) {
      return { ok: false, failure: { code: 'NON_FINITE', message: `${title} returned a value that is not finite`, curve: id, point: Math.min(...broken) } };
    }
    simulated.push({ curve: id, vectors });
  }
  return { ok: true, curves: simulated };
}
