import type { CurveSplit, Task, Testbench } from '@evospice/contracts';

/**
 * The testbench of a task: its curves of the given splits, its card with the start values set, its tunables as parameters.
 * @param splits train and validation curves when left out
 */
export function testbenchOf(task: Task, splits: readonly CurveSplit[] = ['train', 'validate']): Testbench {
  const curves = task.curves.filter((curve) => splits.includes(curve.split));
  const used = new Set(curves.map((curve) => curve.instance));
  const start = Object.fromEntries(task.tunables.map(({ name, start: value }) => [name, value]));
  const { card, cards } = task.model;
  return {
    id: task.id,
    device: task.device,
    instances: task.instances.filter((instance) => used.has(instance.id)),
    curves,
    card: card.with(start),
    ...(cards === undefined ? {} : { cards: Object.fromEntries(Object.entries(cards).filter(([id]) => used.has(id)).map(([id, own]) => [id, own.with(start)])) }),
    parameters: task.tunables.map((tunable) => tunable.name),
    ...(task.libraries === undefined ? {} : { libraries: task.libraries }),
  };
}
