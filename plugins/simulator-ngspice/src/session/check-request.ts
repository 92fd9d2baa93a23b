import { EvospiceError, type Curve, type Testbench } from '@evospice/contracts';

/**
 * Curves by id, in the order asked for; all when left out.
 * @throws EvospiceError `SIMULATOR_REQUEST` for an unknown one.
 */
export function curvesOf({ curves }: Testbench, ids: readonly string[] | undefined): readonly Curve[] {
  if (ids === undefined) return curves;
  const unknown = ids.find((id) => !curves.some((curve) => curve.id === id));
  if (unknown !== undefined) {
    throw new EvospiceError('SIMULATOR_REQUEST', `the testbench has no curve "${unknown}"`, {
      received: unknown, expected: `one of ${curves.map((curve) => curve.id).join(', ')}`,
    });
  }
  return ids.map((id) => curves.find((curve) => curve.id === id) as Curve);
}

/**
 * A candidate as values by parameter name.
 * @param index of the candidate, for messages
 * @throws EvospiceError `SIMULATOR_REQUEST` for a wrong length or a value that is not finite.
 */
export function valuesOf({ parameters }: Testbench, candidate: ArrayLike<number>, index: number): Readonly<Record<string, number>> {
  if (candidate.length !== parameters.length) {
    throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has ${candidate.length} values`, { received: candidate.length, expected: `${parameters.length} values` });
  }
  const values: Record<string, number> = {};
  for (const [at, name] of parameters.entries()) {
    const value = candidate[at] as number;
    if (!Number.isFinite(value)) {
      throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has a value for ${name} that is not finite`, { received: String(value), expected: 'a finite number' });
    }
    values[name] = value;
  }
  return values;
}
