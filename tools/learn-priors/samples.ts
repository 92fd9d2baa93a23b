import type { Simulator, Task } from '../../packages/contracts/src/index.ts';
import { compactCurves } from '../../packages/compact-models/src/index.ts';
import { genericDevice, parameterFacts, testbenchOf, type ModelFamily } from '../../packages/device/src/index.ts';
import { createProblem } from '../../packages/extraction/src/index.ts';
import { biasRegions, scoredPoints } from '../../packages/toolbox/src/index.ts';
import type { Sample, SampleParameter } from './aggregate.ts';

/** Card values that choose equations, or that equations do not differentiate by. */
const notLearned = /^(?:level|version|tnom|.*mod|m|fc)$/u;
/** Share of a width by which a parameter is moved where derivatives are differences. */
const step = 1e-3;

/** Sensitivities of a generated device at its start card, from the compact model's derivatives: by its tuned parameters and whatever else its card states. */
export function exactSample(task: Task, family: ModelFamily, polarity: 'n' | 'p'): Sample {
  const problem = createProblem(task);
  const names = Object.entries(problem.model.values).flatMap(([name, value]) =>
    (value !== 0 && !notLearned.test(name) && parameterFacts(family, name) !== undefined ? [name] : []));
  const parameters = names.map((name) => parameterOf(family, name, problem.model.values[name]!));
  const start = problem.parameters.map((one) => one.start);
  const { values, jacobian } = compactCurves(problem)!.differentiate(start, { parameters: names });
  const effects = problem.curves.flatMap((curve, c) => curve.vectors.flatMap((vector, v) => scoredPoints(vector).map((point) =>
    parameters.map(({ perUnit }, k) => (jacobian[c]![v]![point * names.length + k]! / values[c]![v]![point]!) * perUnit))));
  const regions = biasRegions(problem, { curves: problem.curves.map(({ id }, c) => ({ id, simulated: values[c]!.map((vector) => [...vector]) })) });
  return { kind: problem.device.kind, polarity, parameters, points: regions.map((region, row) => ({ region: region!, effects: effects[row]! })) };
}

/** The same by differences of a simulator, which is all there is where no equations are known: by the tuned parameters alone. */
export async function measuredSample(task: Task, family: ModelFamily, polarity: 'n' | 'p', simulator: Simulator): Promise<Sample> {
  const problem = createProblem(task);
  const start = problem.parameters.map((one) => one.start);
  const parameters = problem.parameters.map(({ name, start: value }) => parameterOf(family, name, value));
  // A parameter on a log scale is moved by a factor.
  const moved = problem.parameters.map(({ start: value }, k) => (parameters[k]!.scale === 'log' ? value * Math.exp(step * parameters[k]!.width) : value + step * parameters[k]!.width));
  const session = await simulator.open({ ...testbenchOf(task, ['train']), options: { reltol: 1e-9, abstol: 1e-15, vntol: 1e-12 } });
  try {
    const outcomes = await session.simulate({ candidates: [start, ...moved.map((value, k) => start.map((own, j) => (j === k ? value : own)))] });
    const curvesOf = (index: number) => {
      const outcome = outcomes[index]!;
      return outcome.ok ? problem.curves.map(({ id }) => outcome.curves.find(({ curve }) => curve === id)!.vectors) : undefined;
    };
    const base = curvesOf(0);
    if (base === undefined) throw new Error(`${task.id}: the start card cannot be simulated`);
    const others = parameters.map((_, k) => curvesOf(k + 1));
    const points = problem.curves.flatMap((curve, c) => curve.vectors.flatMap((vector, v) => scoredPoints(vector).map((point) =>
      others.map((other) => (other === undefined ? Number.NaN : Math.log(Math.abs(other[c]![v]![point]! / base[c]![v]![point]!)) / step)))));
    const regions = biasRegions(problem, { curves: problem.curves.map(({ id }, c) => ({ id, simulated: base[c]!.map((vector) => [...vector]) })) });
    return { kind: problem.device.kind, polarity, parameters, points: regions.map((region, row) => ({ region: region!, effects: points[row]! })) };
  } finally {
    await session.close();
  }
}

function parameterOf(family: ModelFamily, name: string, value: number): SampleParameter {
  const { role, group } = parameterFacts(family, name) ?? {};
  const tunable = genericDevice(family).tunables.find((one) => one.name === name);
  const { lower, upper, scale } = tunable ?? { lower: 0, upper: Number(Math.abs(value).toPrecision(3)), scale: 'lin' as const };
  const width = scale === 'log' ? Math.log(upper / lower) : upper - lower;
  return { name, role, group, scale, width, perUnit: scale === 'log' ? width * value : width };
}
