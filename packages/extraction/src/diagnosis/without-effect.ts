import type { Candidate, ExtractionProblem, SimulationOutcome, SimulatorSession } from '@evospice/contracts';
import { clipToBounds, fromUnit, toUnit } from '@evospice/toolbox';
import { simulatedOf } from '../metric/evaluate.ts';
import type { ParameterWithoutEffect } from './diagnosis.ts';

/** A change of a simulated value below it, as a part of the measured one, is none: simulators start from other points each time. */
const negligible = 1e-6;

/**
 * Parameters that move no scored training point: the candidate is simulated with each parameter, one after another, moved half of the way
 * to either bound. A candidate that fails is an effect. Outside any budget: two simulations for each parameter.
 */
export async function withoutEffect(
  session: SimulatorSession, problem: Pick<ExtractionProblem, 'parameters' | 'curves'>, at: Candidate, signal: AbortSignal,
): Promise<readonly ParameterWithoutEffect[]> {
  const curves = problem.curves.filter(({ residuals }) => residuals > 0);
  const unit = toUnit(problem.parameters, at);
  const moved = problem.parameters.flatMap(({ name }, index) => [0, 1].flatMap((bound) => {
    const place = ((unit[index] as number) + bound) / 2;
    const candidate = clipToBounds(problem.parameters, fromUnit(problem.parameters, unit.with(index, place)));
    // Only the one parameter: the others keep their values to the last digit.
    const one = Array.from(at, (value, other) => (other === index ? (candidate[index] as number) : value));
    return one[index] === at[index] ? [] : [{ name, value: one[index] as number, candidate: one }];
  }));
  const [base, ...outcomes] = await session.simulate({ candidates: [at, ...moved.map(({ candidate }) => candidate)], curves: curves.map(({ id }) => id) }, { signal });
  if (base?.ok !== true) return [];
  const same = moved.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome?.ok === true && largestChange(curves, base, outcome) <= negligible;
  });
  return problem.parameters.flatMap(({ name }) => {
    const tried = moved.filter((one) => one.name === name);
    return tried.length > 0 && tried.every((one) => same.includes(one)) ? [{ name, tried: tried.map(({ value }) => value) }] : [];
  });
}

type Simulated = Extract<SimulationOutcome, { ok: true }>;

function largestChange(curves: ExtractionProblem['curves'], base: Simulated, moved: Simulated): number {
  let largest = 0;
  for (const curve of curves) {
    const [before, after] = [simulatedOf(base.curves, curve.id), simulatedOf(moved.curves, curve.id)];
    for (const [index, { measured, scored }] of curve.vectors.entries()) {
      for (const point of scored) {
        const change = Math.abs((after.vectors[index]?.[point] ?? Number.NaN) - (before.vectors[index]?.[point] ?? Number.NaN));
        // A value that is not finite is an effect too.
        largest = Math.max(largest, Number.isFinite(change) ? change / Math.abs(measured[point] as number) : Number.POSITIVE_INFINITY);
      }
    }
  }
  return largest;
}
