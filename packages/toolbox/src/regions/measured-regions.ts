import type { ExtractionProblem } from '@evospice/contracts';
import { deviceCurves, type DeviceCurve } from '../device-curves/device-curve.ts';
import { gateCapacitanceRegions, junctionCapacitanceRegions } from './capacitance-regions.ts';
import { fieldEffectRegions } from './field-effect-regions.ts';
import { bipolarRegions, diodeRegions } from './junction-regions.ts';
import type { MeasuredTrace, Region, TraceRegions } from './region.ts';

/** Regions of each scored point, read off the measured curves alone: by curve, vector and point in the order of `scored`. None of devices of unknown kinds. */
export function measuredRegions(problem: Pick<ExtractionProblem, 'curves' | 'device'>): Region[][][][] {
  const { kind } = problem.device;
  const found = problem.curves.map(({ vectors }) => vectors.map(({ scored }) => scored.map((): Region[] => [])));
  const traces = deviceCurves(problem).flatMap((device, curve) => (device === undefined ? [] : device.curve.vectors.flatMap((vector, of) =>
    (vector.scored.length === 0 ? [] : [traceOf(device, curve, of)]))));
  const put = (trace: MeasuredTrace, regions: TraceRegions): void => {
    const [curve, vector] = trace.place;
    for (const [k, point] of trace.points.entries()) found[curve]![vector]![trace.vector.scored.indexOf(point)] = [...regions[k] ?? []];
  };
  const currents = traces.filter(({ vector }) => vector.kind === 'i');
  const ofCurrents = kind === 'diode' ? diodeRegions(currents) : kind === 'bjt' ? bipolarRegions(currents) : fieldEffectRegions(currents);
  for (const [index, trace] of currents.entries()) put(trace, ofCurrents[index]!);
  const junction = ['diode', 'bjt', 'jfet'].includes(kind);
  for (const trace of traces) if (trace.vector.kind === 'c') put(trace, junction ? junctionCapacitanceRegions(trace) : gateCapacitanceRegions(trace));
  return found;
}

function traceOf(device: DeviceCurve, curve: number, of: number): MeasuredTrace {
  const vector = device.curve.vectors[of]!;
  const axis = device.swept === 'through' ? device.through : device.control;
  const points = vector.scored.toSorted((a, b) => axis[a]! - axis[b]!);
  const ofDiode = device.terminals.control === device.terminals.through;
  const turned = vector.kind === 'i' && !ofDiode ? device.sign : 1;
  // What flows out of a source is what flows into its drain.
  const out = !ofDiode && vector.node === device.terminals.reference ? -1 : 1;
  return {
    device, vector, place: [curve, of], points, x: points.map((point) => axis[point]!),
    y: points.map((point) => (ofDiode ? Math.abs(vector.measured[point]!) : out * turned * vector.measured[point]!)),
  };
}
