import { readFile } from 'node:fs/promises';
import { EvospiceError, type ModelCard, type Task } from '@evospice/contracts';
import { decodeText } from '@evospice/readers';
import { nearest, type Kernel } from '@evospice/kernel';
import { numberSettings } from '../output/settings.ts';

/** Reads `name=value`; names are those of the card and the tunables, so that a slip of the pen does not pass. */
export function cardSettings(entries: readonly string[], task: Task): Record<string, number> {
  const known = [...new Set([...task.model.card.names(), ...task.tunables.map(({ name }) => name)])];
  const values = numberSettings('set', entries);
  const name = Object.keys(values).find((one) => !known.includes(one));
  if (name === undefined) return values;
  const guess = nearest(name, known);
  throw new EvospiceError('USAGE_SET', `the card of ${task.id} has no parameter "${name}"`, {
    received: name, expected: 'a parameter of the card or a tunable', remedy: guess === undefined ? 'write it into a card and pass it with --card' : `did you mean "${guess}"?`,
  });
}

/** Those out of settings that are parameters of the card, not of the circuit around the device. */
export function onCard(task: Task, values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => task.tunables.every((tunable) => tunable.name !== name || tunable.of === undefined)));
}

/** Text of a card file, in whatever encoding it is. @throws EvospiceError `CARD_MISSING`, `TEXT_ENCODING`. */
export async function readCardText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new EvospiceError('CARD_MISSING', `cannot read the card ${file}: ${(cause as Error).message}`, { received: file, expected: 'a readable model card', remedy: 'check the path', cause });
  }
  return decodeText(bytes, file).text;
}

/** Reads a card file in the dialect of the task. @throws EvospiceError `CARD_MISSING`, and what the dialect throws. */
export async function readCard(kernel: Kernel, task: Task, file: string): Promise<ModelCard> {
  const text = await readCardText(file);
  return kernel.registry.create('CardDialect', task.model.card.dialect).parse(text, { file, ...modelWanted(task, text) });
}

/** The model's own name where the file has several, such as those of the elements beside the device. */
function modelWanted({ model: { card } }: Task, text: string): { readonly model?: string } {
  const named = [...text.matchAll(/^\s*\.model\s+(\S+)/gim)].map((match) => match[1]);
  return named.length > 1 && named.includes(card.name) ? { model: card.name } : {};
}
