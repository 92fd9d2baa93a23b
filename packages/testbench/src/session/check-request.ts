import { counted, EvospiceError, type Curve, type Testbench } from '@evospice/contracts';

/**
 * Curves by id, in the order asked for; all when left out.
 * @throws EvospiceError `SIMULATOR_REQUEST` for an unknown one
 */
export function requestedCurves(curves: readonly Curve[], ids: readonly string[] | undefined): readonly Curve[] {
  if (ids === undefined) return curves;
  return ids.map((id) => {
    const curve = curves.find((other) => other.id === id);
    if (curve !== undefined) return curve;
    throw new EvospiceError('SIMULATOR_REQUEST', `the testbench has no curve "${id}"`, {
      received: id, expected: `one of ${curves.map((other) => other.id).join(', ')}`,
    });
  });
}

/**
 * The values of a candidate, in the order of the testbench's parameters.
 * @param index of the candidate, for messages
 * @throws EvospiceError `SIMULATOR_REQUEST` for a wrong length or a value that is not finite
 */
export function candidateValues({ parameters }: Testbench, candidate: ArrayLike<number>, index: number): readonly number[] {
  if (candidate.length !== parameters.length) {
    throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has ${candidate.length} values`, {
      received: candidate.length, expected: counted(parameters.length, 'value'),
    });
  }
  const values = Array.from(candidate);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return values;
  throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has a value for ${parameters[bad] ?? ''} that is not finite`, {
    received: String(values[bad]), expected: 'a finite number',
  });
}
