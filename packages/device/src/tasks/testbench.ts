import { defined, type CurveSplit, type LibraryCircuit, type Task, type Testbench } from '@evospice/contracts';
import { circuitWith } from './circuit-with.ts';

/**
 * The testbench of a task: its curves of the given splits, its card with the start values set, its tunables as parameters.
 * @param splits train and validation curves when left out
 */
export function testbenchOf(task: Task, splits: readonly CurveSplit[] = ['train', 'validate']): Testbench {
  const curves = task.curves.filter((curve) => splits.includes(curve.split));
  const used = new Set(curves.map((curve) => curve.instance));
  const start = Object.fromEntries(task.tunables.map(({ name, start: value }) => [name, value]));
  const circuitOf = (values: Readonly<Record<string, number>>): LibraryCircuit => {
    const { card, cards, instances, shifts } = circuitWith(task, { ...start, ...values });
    return {
      card, instances: instances.filter(({ id }) => used.has(id)),
      ...defined({ shifts, cards: cards === undefined ? undefined : Object.fromEntries(Object.entries(cards).filter(([id]) => used.has(id))) }),
    };
  };
  const ofLibrary = task.tunables.filter(({ of }) => of !== undefined).map(({ name }) => name);
  return {
    id: task.id, device: task.device, curves, parameters: task.tunables.map(({ name }) => name), ...circuitOf({}),
    ...defined({ libraries: task.libraries, options: task.model.options, circuit: ofLibrary.length === 0 ? undefined : { parameters: ofLibrary, of: circuitOf } }),
  };
}
