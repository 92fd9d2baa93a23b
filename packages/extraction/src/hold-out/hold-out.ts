import { counted, EvospiceError, type Curve, type Task } from '@evospice/contracts';

/** What a group of curves shares. */
export type HoldOutAxis = 'temperature' | 'geometry' | 'bias' | 'die';

/** What is held out: one group of an axis, or each of them in turn. */
export interface HoldOut {
  readonly axis: HoldOutAxis;
  /** Of `bias`: a terminal that is driven with a constant. */
  readonly terminal?: string;
  /** Degrees Celsius, an instance, V or A, or a die; all in turn when left out. */
  readonly value?: string;
}

export interface HoldOutGroup {
  /** Such as `125 °C` or `vb = -1.2`. */
  readonly label: string;
  /** Ids of its curves. */
  readonly curves: readonly string[];
}

/** Curves of a task, those that are scored, by what they share; in order of appearance, or rising. @throws EvospiceError `TASK_HOLD_OUT` where there are not at least two groups, or a bias without its terminal */
export function holdOutGroups(task: Task, { axis, terminal }: HoldOut): readonly HoldOutGroup[] {
  const curves = task.curves.filter(({ split }) => split !== 'extra');
  const labelOf = labels(task, axis, terminal);
  const groups = Map.groupBy(curves, labelOf);
  const found = [...groups].flatMap(([label, own]) => (label === undefined ? [] : [{ label, curves: own.map(({ id }) => id) }]));
  if (found.length > 1) return axis === 'temperature' || axis === 'bias' ? found.toSorted((a, b) => numberIn(a.label) - numberIn(b.label)) : found;
  throw new EvospiceError('TASK_HOLD_OUT', `the curves of task ${task.id} are all of one ${axis === 'bias' ? `v(${terminal})` : axis}`, {
    received: found.map(({ label }) => label).join(', ') || 'no such curve', expected: 'at least two groups, of which one can be held out', remedy: 'hold out something else: temperature, geometry, bias=TERMINAL or die',
  });
}

/**
 * The task with a group held out, and everything else that is scored fitted or held out as the task says. Curves that the task holds out and are not in the group are left aside, so that the
 * validation error is that of the group alone.
 * @throws EvospiceError `TASK_HOLD_OUT` for a group that would leave nothing to fit
 */
export function withHeldOut(task: Task, group: HoldOutGroup): Task {
  const inside = new Set(group.curves);
  const curves = task.curves.map((curve): Curve => (curve.split === 'extra' ? curve : inside.has(curve.id) ? { ...curve, split: 'validate' } : curve.split === 'validate' ? { ...curve, split: 'extra' } : curve));
  if (!curves.some(({ split }) => split === 'train')) {
    throw new EvospiceError('TASK_HOLD_OUT', `with ${group.label} held out, task ${task.id} has nothing to fit`, { received: group.label, expected: 'training curves beside the group', remedy: 'hold out another group' });
  }
  const aside = curves.filter(({ split, id }) => split === 'extra' && task.curves.find((each) => each.id === id)?.split === 'validate').length;
  const remark = `held out by --hold-out: ${group.label} (${counted(group.curves.length, 'curve')})${aside === 0 ? '' : `; ${counted(aside, 'other curve')} that the task holds out ${aside === 1 ? 'is' : 'are'} left aside`}`;
  return { ...task, curves, remarks: [...(task.remarks ?? []), remark] };
}

/** The group of a value. @throws EvospiceError `TASK_HOLD_OUT` that lists what there is */
export function groupOf(task: Task, holdOut: HoldOut & { readonly value: string }): HoldOutGroup {
  const groups = holdOutGroups(task, holdOut);
  const { axis, value } = holdOut;
  const wanted = axis === 'geometry' ? labels(task, 'geometry')({ instance: value } as Curve) ?? value : value;
  const found = groups.find(({ label }) => label === wanted || (axis !== 'geometry' && axis !== 'die' && Math.abs(numberIn(label) - Number(value)) <= 1e-6 * Math.max(1, Math.abs(Number(value)))));
  if (found !== undefined) return found;
  throw new EvospiceError('TASK_HOLD_OUT', `no curve of task ${task.id} is of ${axis} ${value}`, { received: value, expected: `one of ${groups.map(({ label }) => label).join(', ')}`, remedy: 'correct the value of --hold-out' });
}

function labels(task: Task, axis: HoldOutAxis, terminal?: string): (curve: Curve) => string | undefined {
  if (axis === 'temperature') return ({ temperatureC }) => `${temperatureC} °C`;
  if (axis === 'bias') {
    const known = task.device.terminals;
    if (terminal === undefined || !known.includes(terminal)) throw new EvospiceError('TASK_HOLD_OUT', `a bias is held out by its terminal`, { received: terminal ?? 'bias', expected: known.map((each) => `bias=${each}`).join(', '), remedy: 'such as --hold-out bias=b, or --hold-out bias=b=-1.2 for one value of it' });
    return ({ drives }) => {
      const drive = drives.find((each) => each.terminal === terminal);
      const first = drive?.values[0];
      // A curve that sweeps the terminal is of no value of it.
      if (first === undefined || !drive!.values.every((value) => Math.abs(value - first) <= 1e-6 * Math.max(Math.abs(first), 1e-3))) return undefined;
      return `${drive!.quantity}(${terminal}) = ${Number(first.toPrecision(4))}`;
    };
  }
  // Sizes by the first instance that has them; several dies of one size are one geometry.
  const sizes = new Map(task.instances.map(({ id, params }) => [id, JSON.stringify(Object.entries(params).toSorted(([a], [b]) => a.localeCompare(b)))]));
  const firsts = new Map([...sizes].toReversed().map(([id, size]) => [size, id]));
  if (axis === 'geometry') return ({ instance }) => firsts.get(sizes.get(instance) ?? '');
  const stated = new Map(task.instances.map(({ id, info }) => [id, info['die']]));
  if ([...stated.values()].every((die) => die === undefined) && firsts.size === sizes.size) {
    throw new EvospiceError('TASK_HOLD_OUT', `the instances of task ${task.id} do not say which die they are on, and no two are of one size`, { expected: 'instances of one size, or `info: {die: …}` of each', remedy: 'hold out geometry instead, or state the dies' });
  }
  return ({ instance }) => stated.get(instance) ?? instance;
}

/** The number in a label; NaN where there is none. */
function numberIn(label: string): number {
  return Number(/-?[\d.]+(?:e[-+]?\d+)?(?=\D*$)/iu.exec(label)?.[0] ?? NaN);
}
