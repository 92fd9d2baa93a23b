import { EvospiceError, type Task } from '@evospice/contracts';

/** A die: the instances that lie on it. */
export interface Die {
  readonly id: string;
  readonly instances: readonly string[];
}

/**
 * Dies of a task with curves that are fitted: by `info: { die: … }` of the instances where they state one; else each instance is a die of its own.
 * @throws EvospiceError `SPREAD_DIES` for fewer than three, or instances of several sizes that do not say on which die they lie
 */
export function diesOf({ instances, curves }: Task): readonly Die[] {
  const used = instances.filter(({ id }) => curves.some(({ instance, split }) => instance === id && split === 'train'));
  const stated = used.filter(({ info }) => info['die'] !== undefined);
  if (stated.length > 0 && stated.length < used.length) {
    throw new EvospiceError('SPREAD_DIES', 'some instances say on which die they lie, and others do not', { received: used.filter(({ info }) => info['die'] === undefined).map(({ id }) => id).join(', '), expected: '`info: { die: … }` at all of them, or at none' });
  }
  const sizes = new Set(used.map(({ params: { w, l, area, nf } }) => JSON.stringify([w, l, area, nf])));
  if (stated.length === 0 && sizes.size > 1) {
    throw new EvospiceError('SPREAD_DIES', 'the instances differ in size, so their parameters differ by more than their dies', { received: `${sizes.size} sizes`, expected: '`info: { die: … }` at each instance, or one size', remedy: 'state the die of each instance in task.yaml' });
  }
  const byId = new Map<string, string[]>();
  for (const { id, info } of used) byId.set(info['die'] ?? id, [...(byId.get(info['die'] ?? id) ?? []), id]);
  const dies = [...byId].map(([id, members]) => ({ id, instances: members }));
  if (dies.length < 3) {
    throw new EvospiceError('SPREAD_DIES', `a spread cannot be told from ${dies.length === 1 ? 'one die' : `${dies.length} dies`}`, { received: dies.map(({ id }) => id).join(', '), expected: 'at least three dies with training curves', remedy: 'measure more; ten and more make a figure worth using' });
  }
  return dies;
}
