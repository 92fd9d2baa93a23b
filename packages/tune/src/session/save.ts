import { EvospiceError, type Candidate, type ExtensionRegistry, type LibraryCircuit, type Task } from '@evospice/contracts';
import { cardText, circuitWith, commented, convertCard, instancesApart } from '@evospice/device';

/** Puts a file where results go; resolves with its path. */
export type WriteFile = (name: string, text: string) => Promise<string>;

export interface SaveRequest {
  /** Name of a file, without a folder. */
  readonly file: string;
  /** Name of a card dialect. */
  readonly dialect: string;
}

export interface SavedCard {
  /** Paths; several where instances have cards of their own. */
  readonly files: readonly string[];
  readonly dialect: string;
  /** What the dialect does not have, or what stays behind. */
  readonly warnings: readonly string[];
}

/** What is saved, and how. */
export interface Saving {
  readonly task: Task;
  readonly registry: ExtensionRegistry;
  readonly values: Candidate;
  /** Lines that say where the card comes from. */
  readonly head: readonly string[];
  readonly write: WriteFile;
}

/** Names that mean a file of the folder and nothing else, on every system. */
const plainName = /^[A-Za-z0-9_][\w.+-]{0,99}$/u;

/**
 * Writes the card with these values, in the dialect of the task as it was read, in others by way of the model's manual.
 * @throws EvospiceError `TUNE_FILE` for a name with a folder in it, `EXTENSION_UNKNOWN`, `CONVERT_*`, and what `write` throws
 */
export async function saveCard({ task, registry, values, head, write }: Saving, { file, dialect }: SaveRequest): Promise<SavedCard> {
  if (!plainName.test(file)) {
    throw new EvospiceError('TUNE_FILE', 'this is not the name of a file', { received: file, expected: 'letters, digits, dots, dashes and underscores, at most 100', remedy: 'leave out the folder: cards go to the folder that the command was started with' });
  }
  const to = registry.create('CardDialect', dialect);
  const circuit = circuitWith(task, Object.fromEntries(task.tunables.map(({ name }, index) => [name, values[index]!])));
  const parts = [undefined, ...instancesApart(circuit)].map((instance) => ({ name: nameOf(file, instance), ...written({ task, registry, head }, circuit, { to: to.name, instance }) }));
  const files: string[] = [];
  for (const { name, text } of parts) files.push(await write(name, text));
  return { files, dialect: to.name, warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))] };
}

function nameOf(file: string, instance: string | undefined): string {
  if (instance === undefined) return file;
  const dot = file.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  return `${stem}.${instance.replaceAll(/[^\w.-]+/gu, '-')}${ending}`;
}

function written({ task, registry, head }: Omit<Saving, 'values' | 'write'>, circuit: LibraryCircuit, { to, instance }: { readonly to: string; readonly instance: string | undefined }): { readonly text: string; readonly warnings: readonly string[] } {
  const card = circuit.cards?.[instance ?? ''] ?? circuit.card;
  const create = (name: string) => registry.create('CardDialect', name);
  const from = create(card.dialect);
  const comments = commented(head, from.comment);
  if (card.dialect === to) return { text: comments + cardText(task, circuit, instance), warnings: [] };
  const { text, warnings } = convertCard(comments + card.toString(), { from, to: create(to), file: card.file, model: card.name });
  const wrapper = circuit.instances.find(({ id }) => instance === undefined || id === instance)?.wrapper;
  const left = [
    ...(wrapper === undefined ? [] : [`the subcircuit ${wrapper.name} around the device stays behind: only its model is written, which alone is another device`]),
    ...Object.entries(task.model.options ?? {}).map(([name, value]) => `the option ${name}=${value} stays behind: set it in the other simulator too`),
  ];
  return { text, warnings: [...warnings.map(({ parameter, message }) => (parameter === '' ? message : `${parameter}: ${message}`)), ...left] };
}
