import type { Curve, Task } from '@evospice/contracts';

/** A curve that nobody has measured, as one of the task under another condition. */
export interface Proposal {
  readonly curve: Curve;
  /** What it is, in words. */
  readonly text: string;
}

/** Temperatures at which devices are usually measured, in degrees Celsius. */
const usualTemperatures = [-40, 125];
/** Temperatures nearer to one another are one. */
const sameTemperature = 10;
/** Proposals that are looked at, at most: evenly out of all. */
const most = 160;

/**
 * Training curves under one other condition: a temperature, an instance, or a constant bias that other curves of the task have or, of temperatures, that is usual.
 * What the task has already, in whatever split, is left out.
 */
export function proposals(task: Task): readonly Proposal[] {
  const known = new Set(task.curves.map(conditionsOf));
  const temperatures = [...new Set([...task.curves.map(({ temperatureC }) => temperatureC), ...usualTemperatures])];
  const found: Proposal[] = [];
  const propose = (curve: Curve, change: string): void => {
    const conditions = conditionsOf(curve);
    if (known.has(conditions)) return;
    known.add(conditions);
    found.push({ curve: { ...curve, id: `proposed ${found.length + 1}`, split: 'extra', source: 'proposed' }, text: `${curve.id} ${change}` });
  };
  for (const curve of task.curves.filter(({ split }) => split === 'train')) {
    for (const temperatureC of temperatures.filter((each) => Math.abs(each - curve.temperatureC) >= sameTemperature)) propose({ ...curve, temperatureC }, `at ${String(temperatureC).replace('-', '−')} °C`);
    for (const { id } of task.instances.filter((other) => other.id !== curve.instance)) propose({ ...curve, instance: id }, `on ${id}`);
    for (const [index, drive] of curve.drives.entries()) {
      if (!constant(drive.values)) continue;
      for (const value of biasesOf(task, drive)) {
        if (Math.abs(value - drive.values[0]!) < 1e-9) continue;
        propose({ ...curve, drives: curve.drives.with(index, { ...drive, values: drive.values.map(() => value) }) }, `at ${drive.quantity}(${drive.terminal}) = ${Number(value.toPrecision(4))} ${drive.quantity === 'v' ? 'V' : 'A'}`);
      }
    }
  }
  const every = Math.max(1, Math.ceil(found.length / most));
  return found.filter((_, index) => index % every === 0);
}

/** Constant values of a terminal over the task, with the quantity it is driven with. */
function biasesOf({ curves }: Task, { terminal, quantity }: Curve['drives'][number]): readonly number[] {
  const values = curves.flatMap(({ drives }) => drives.filter((drive) => drive.terminal === terminal && drive.quantity === quantity && constant(drive.values)).map((drive) => drive.values[0]!));
  return [...new Set(values)];
}

function constant(values: Float64Array): boolean {
  const first = values[0];
  return first !== undefined && values.every((value) => Math.abs(value - first) <= 1e-6 * Math.abs(first));
}

/** What was set: two curves with the same are one. */
function conditionsOf({ instance, temperatureC, sweep, drives, measured, frequency }: Curve): string {
  const ends = drives.map(({ terminal, quantity, values }) => [terminal, quantity, short(values[0]), short(values.at(-1))]);
  return JSON.stringify([instance, Math.round(temperatureC / sameTemperature), sweep, frequency ?? null, measured.map(({ column }) => column), ends]);
}

function short(value: number | undefined): string {
  return Number((value ?? 0).toPrecision(4)).toString();
}
