import { defined, type LibraryCircuit, type Task } from '@evospice/contracts';
import { shifted } from '@evospice/testbench';

/**
 * The model of a task with these parameters, by name: those of the card set on it and on the cards of other instances, those of the
 * subcircuit around the device or of the library put into it. Others are as in the task.
 * @throws EvospiceError `CARD_VALUE` for a value that is not finite, `PDK_*` for one that the library cannot be resolved with
 */
export function circuitWith({ model, instances, tunables }: Task, values: Readonly<Record<string, number>>): LibraryCircuit {
  const ofLibrary = tunables.filter(({ of }) => of !== undefined);
  const onCard = Object.fromEntries(Object.entries(values).filter(([name]) => !ofLibrary.some((tunable) => tunable.name === name)));
  // All of them, as the library is resolved from its files.
  const outside = Object.fromEntries(ofLibrary.map(({ name, start }) => [name, values[name] ?? start]));
  const { card, cards, shifts, instances: own } = model.resolve?.(outside) ?? { card: model.card, instances, ...defined({ cards: model.cards, shifts: model.shifts }) };
  return {
    card: card.with(onCard), instances: own,
    ...defined({ shifts, cards: cards === undefined ? undefined : Object.fromEntries(Object.entries(cards).map(([id, each]) => [id, each.with(shifted(onCard, shifts?.[id]))])) }),
  };
}
