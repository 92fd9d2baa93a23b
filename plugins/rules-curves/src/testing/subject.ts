import type { Curve, ProbedCurve, RuleSubject, Task } from '@evospice/contracts';
import { compactCurves } from '@evospice/compact-models';
import { cardTask, compactProblemOf, genericDevice, NgspiceDialect, type ModelFamily } from '@evospice/device';
import { probePlan } from '../plan/probe-plan.ts';

function taskOf(family: ModelFamily, values: Readonly<Record<string, number>>, polarity: 'n' | 'p'): Task {
  const { device, instances, card, model } = genericDevice(family, polarity);
  const own = new NgspiceDialect().parse(card, { file: `${family}.mod`, model: model.name }).with(values);
  return { ...cardTask(own), device, instances: instances.map(({ id, params }) => ({ id, params, info: {} })) };
}

/** Our own device of a family with values in place of its card's, and its probes as the compact model computes them. */
export function computed(family: ModelFamily, values: Readonly<Record<string, number>> = {}, polarity: 'n' | 'p' = 'n'): RuleSubject {
  const task = taskOf(family, values, polarity);
  const { card } = task.model;
  const plan = probePlan(task);
  const model = compactCurves(compactProblemOf({ id: task.id, device: task.device, instances: task.instances, card, parameters: [], curves: plan }))!;
  if (model.unsupported.length > 0) throw new Error(JSON.stringify(model.unsupported));
  const found = model.predict([]);
  return { task, card, probes: plan.map((curve, index) => ({ curve, vectors: found[index]! })) };
}

/** Voltages of the terminals at one point. */
export type Voltages = Readonly<Record<string, number>>;

/** A device that somebody imagined: values of the vectors of each probe by the voltages at a point. */
export function imagined(family: ModelFamily, value: (vector: Curve['measured'][number], at: Voltages, curve: Curve) => number): RuleSubject {
  const task = taskOf(family, {}, 'n');
  const probes = probePlan(task).map((curve): ProbedCurve => ({
    curve,
    vectors: curve.measured.map((vector) => Float64Array.from(curve.x, (_, k) => value(vector, Object.fromEntries(curve.drives.map(({ terminal, values }) => [terminal, values[k]!])), curve))),
  }));
  return { task, card: task.model.card, probes };
}
