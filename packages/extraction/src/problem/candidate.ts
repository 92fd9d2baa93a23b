import { EvospiceError, type Candidate, type ExtractionProblem } from '@evospice/contracts';
import { clipToBounds } from '@evospice/toolbox';

/**
 * The candidate with every value moved into its bounds; infinities go to the nearer bound.
 * @throws EvospiceError `EXTRACTION_REQUEST` for a wrong length, NaN, or something that is not a number.
 */
export function clipCandidate(problem: ExtractionProblem, candidate: Candidate): Candidate {
  const { parameters } = problem;
  const valid = Array.isArray(candidate) && candidate.length === parameters.length;
  if (!valid) {
    throw new EvospiceError('EXTRACTION_REQUEST', 'a candidate does not have one value a parameter', {
      received: Array.isArray(candidate) ? candidate.length : typeof candidate, expected: `an array of ${parameters.length} numbers`,
    });
  }
  for (const [index, parameter] of parameters.entries()) {
    const value: unknown = candidate[index];
    if (typeof value !== 'number' || Number.isNaN(value)) {
      throw new EvospiceError('EXTRACTION_REQUEST', `the value of ${parameter.name} is not a number`, {
        received: value, expected: `a number in [${parameter.lower}, ${parameter.upper}]`,
      });
    }
  }
  return clipToBounds(parameters, candidate);
}
