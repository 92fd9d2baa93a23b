import type { SimulatedCurve, Task } from '@evospice/contracts';
import type { ComparedFigure, Figure } from './figure.ts';
import { fieldEffectFigures } from './field-effect.ts';
import { bipolarFigures, diodeFigures } from './junctions.ts';
import type { Put } from './put.ts';
import { tracesOf, type FigureCurves, type Trace, type VectorValues } from './traces.ts';

const fieldEffect = ['mosfet', 'soi', 'vdmos', 'jfet'];

/**
 * Figures of merit of a device, by instance and temperature, read off whatever curves show them; none for a kind of device that is not known. Thresholds: by the tangent at
 * the largest gm where the drain voltage is low, and at 100 nA W/L (250 µA of a VDMOS); other formulas are those of the toolbox's direct extraction, with their sources.
 */
export function readFigures(subject: FigureCurves, values: VectorValues): readonly Figure[] {
  const figures: Figure[] = [];
  const groups = Map.groupBy(tracesOf(subject, values), ({ device: { curve } }) => JSON.stringify([curve.instance, curve.temperatureC]));
  for (const traces of groups.values()) {
    const { instance, temperatureC } = traces[0]!.device.curve;
    const put: Put = (name, unit, value, compared, ...from) => {
      if (value === undefined || !Number.isFinite(value)) return;
      figures.push({ name, unit, value, compared, instance, temperatureC, at: [...new Set(from.map(biasText))].join(' to '), curves: [...new Set(from.map(({ id }) => id))] });
    };
    const { kind } = subject.device;
    if (fieldEffect.includes(kind)) fieldEffectFigures(kind, traces, put);
    else if (kind === 'bjt') bipolarFigures(traces, put);
    else if (kind === 'diode') diodeFigures(traces, put);
  }
  return figures;
}

/** The same of measured and of simulated curves, side by side; what was measured says which there are. */
export function compareFigures(task: Pick<Task, 'device' | 'instances' | 'curves'>, before: ReadonlyMap<string, SimulatedCurve>, after: ReadonlyMap<string, SimulatedCurve>): readonly ComparedFigure[] {
  const curves = task.curves.filter(({ split }) => split !== 'extra');
  const subject = { device: task.device, instances: task.instances, curves };
  const key = ({ name, instance, temperatureC, curves: from }: Figure): string => JSON.stringify([name, instance, temperatureC, from]);
  const of = (simulated: ReadonlyMap<string, SimulatedCurve>) => new Map(readFigures(subject, (curve, vector) => simulated.get(curve.id)?.vectors[vector]).map((figure) => [key(figure), figure.value]));
  const [first, last] = [of(before), of(after)];
  return readFigures(subject, (curve, vector) => curve.measured[vector]!.values).map(({ value, ...figure }) => {
    const own = key({ value, ...figure });
    return { ...figure, measured: value, before: first.get(own) ?? null, after: last.get(own) ?? null };
  });
}

function biasText({ device: { curve, terminals, swept } }: Trace): string {
  return Object.entries(curve.drives).flatMap(([terminal, { quantity, values }]) => {
    const first = values[0]!;
    const still = values.every((value) => Math.abs(value - first) < 1e-9);
    if (!still || terminal === terminals.reference || (swept === 'control' && terminal === terminals.control)) return [];
    return [`${quantity === 'v' ? 'V' : 'I'}${terminal} = ${Number(first.toPrecision(4))} ${quantity === 'v' ? 'V' : 'A'}`.replace('-', '−')];
  }).join(', ');
}
