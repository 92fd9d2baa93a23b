import type { Curve, DeviceInstance, Task } from '@evospice/contracts';
import { drawnSize, reachOf, viewOf } from '@evospice/rules-kit';
import { jfetProbes, mosfetProbes, vdmosProbes } from './field-effect.ts';
import { bipolarProbes, diodeProbes } from './junctions.ts';
import { probeCurve, type Probe } from './probe-curves.ts';

/** Terminal that voltages are counted from, by kind of device. */
export const references: Readonly<Record<string, string>> = { mosfet: 's', vdmos: 's', jfet: 's', bjt: 'e', diode: 'c' };

const plans = new WeakMap<Task, readonly Curve[]>();

/** Curves that rules look at besides the task's: the same for all of them, so that each is computed once. */
export function probePlan(task: Task): readonly Curve[] {
  const known = plans.get(task);
  if (known !== undefined) return known;
  const { sign } = viewOf({ task, card: task.model.card });
  const reference = references[task.device.kind];
  const probes = reference === undefined ? [] : probesOf(task, sign);
  const { temperatures } = reachOf(task, reference ?? '', sign);
  const plan = extremes(task).flatMap((instance) => temperatures.flatMap((temperature) => probes.map((probe) => probeCurve(task, instance, temperature, sign, probe))));
  plans.set(task, plan);
  return plan;
}

function probesOf(task: Task, sign: 1 | -1): readonly Probe[] {
  switch (task.device.kind) {
    case 'mosfet': return mosfetProbes(task, sign);
    case 'vdmos': return vdmosProbes(task, sign);
    case 'jfet': return jfetProbes(task, sign);
    case 'bjt': return bipolarProbes(task, sign, heatsItself(task));
    case 'diode': return diodeProbes(task);
    default: return [];
  }
}

/** Whether the transistor is warmer than its surroundings. */
export function heatsItself({ device, model: { card } }: Task): boolean {
  return (card.value('rth') ?? 0) > 0 && (device.thermalNode || card.value('flsh') !== undefined);
}

/** The shortest, the longest and the narrowest transistor; of anything else the first and the last instance. */
function extremes({ device: { kind }, instances }: Task): readonly DeviceInstance[] {
  if (instances.length === 0) return [];
  const most = (of: (instance: DeviceInstance) => number) => instances.reduce((best, each) => (of(each) > of(best) ? each : best));
  const chosen = kind === 'mosfet'
    ? [most((each) => -drawnSize(each).length), most((each) => drawnSize(each).length), most((each) => -drawnSize(each).width)]
    : [instances[0]!, instances.at(-1)!];
  return [...new Set(chosen)];
}
