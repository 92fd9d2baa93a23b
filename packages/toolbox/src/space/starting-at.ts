import type { Candidate, Evaluation, ExtractionProblem } from '@evospice/contracts';

/**
 * The problem begun elsewhere, to give to an optimizer: other start values on parameters and card.
 * @param evaluation of the candidate in full; left out, the start counts as not simulated, so that an optimizer simulates it first
 */
export function startingAt(problem: ExtractionProblem, candidate: Candidate, evaluation: Evaluation = notSimulated): ExtractionProblem {
  const { model, parameters } = problem;
  const values = Object.fromEntries(parameters.map(({ name }, index) => [name, candidate[index]!]));
  const instances = Object.entries(model.instances ?? {}).map(([id, card]) => [id, { ...card, ...values }]);
  return {
    ...problem,
    parameters: parameters.map((parameter, index) => ({ ...parameter, start: candidate[index]! })),
    model: { ...model, values: { ...model.values, ...values }, ...(model.instances === undefined ? {} : { instances: Object.fromEntries(instances) }) },
    start: evaluation,
  };
}

const notSimulated: Evaluation = { ok: false, failure: { code: 'NOT_SIMULATED', message: 'the start has not been simulated yet' } };
