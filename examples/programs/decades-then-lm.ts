import type { Evaluation, ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type {} from '@evospice/toolbox';

/** Of each curve, every so many points are enough for a Jacobian, at that share of the budget. */
const EVERY = 4;

/** Steps on ln(simulated / measured), which carry far where currents are exponentials; then `lm` from there with the rest of the budget. */
export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const { toolbox } = context;
  const { parameters } = problem;
  const physical = (point: readonly number[]): number[] => toolbox.fromUnit(parameters, point);
  // The start card's evaluation is free.
  let best: Evaluation = problem.start;
  let place = toolbox.toUnit(parameters, toolbox.startCandidate(parameters));
  let radius = 0.5;
  for (let round = 1; round <= 8 && radius > 0.05; round += 1) {
    const steps = toolbox.finiteDifferenceSteps(place, 1e-3);
    const around = await context.simulate([place, ...toolbox.differencePoints(place, steps)].map(physical), { every: EVERY });
    const [here, ...moved] = around.map((one) => (one.ok ? toolbox.logRatios(problem, one).values : undefined));
    if (here === undefined || !best.ok) break;
    const jacobian = toolbox.assembleJacobian(here, steps, moved);
    const { step } = toolbox.boundedLevenbergMarquardtStep({
      jacobian, residuals: here, scale: place.map(() => 1), radius, lower: place.map((at) => -at), upper: place.map((at) => 1 - at),
    });
    const next = toolbox.clipToUnit(toolbox.addScaled(place, step));
    const [trial] = await context.simulate([physical(next)]);
    const isBetter = trial?.ok === true && trial.error < 0.99 * best.error;
    context.log(`step ${round} of length ${toolbox.norm(step).toFixed(3)}: ${trial?.ok === true ? trial.error.toPrecision(4) : 'failed'}${isBetter ? '' : ', not taken'}`);
    if (isBetter && trial !== undefined) [best, place] = [trial, next];
    else radius /= 4;
  }
  // An optimizer of the product begins where the problem that it is given says.
  const values = physical(place);
  await context.optimizers['lm']?.({ ...problem, start: best, parameters: parameters.map((one, index) => ({ ...one, start: values[index] ?? one.start })) }, context);
}
