import { EvospiceError, type CardDialect, type ModelCard } from '@evospice/contracts';
import { resolveModel, type ResolvedModel } from '../pdk/resolve-model.ts';
import type { TaskDocument } from './task-document.ts';

export interface StartingModel {
  /** Flat card of the first instance, and of all that share it. */
  readonly card: ModelCard;
  /** Flat cards of the other instances, which fall into other bins; empty where one card serves all. */
  readonly cards: Readonly<Record<string, ModelCard>>;
  /** Parameters of the element line by instance, where a library's subcircuit makes them; the task's own hold for the others. */
  readonly instances: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** What the reader of the task should know of a library that was resolved. */
  readonly notes: readonly string[];
}

/** The file that `model.card` names. */
interface CardFile {
  readonly file: string;
  readonly text: string;
  readonly dialect: CardDialect;
}

/**
 * The starting card of a task. A file with the model itself is read as it is; a library (a section or library parameters are
 * stated, or the name is that of a subcircuit or of a binned model) is resolved for the geometries of the task.
 * @throws EvospiceError `CARD_*`, `PDK_*`; `TASK_MODEL` for a type or level that is not the card's.
 */
export function loadModel(document: TaskDocument, source: CardFile): StartingModel {
  const { model } = document.task;
  const plain = model.section === undefined && model.parameters === undefined ? parsePlain(source, model.name) : undefined;
  const starting = plain === undefined ? resolveLibrary(document, source) : { card: plain, cards: {}, instances: new Map(), notes: [] };
  for (const card of [starting.card, ...Object.values(starting.cards)]) checkModel(document, card);
  return starting;
}

/** Undefined where the file has no such model, so that it must be looked for as a library. */
function parsePlain({ text, file, dialect }: CardFile, name: string): ModelCard | undefined {
  try {
    return dialect.parse(text, { file, model: name });
  } catch (error) {
    if (EvospiceError.is(error, 'CARD_MODEL_MISSING') && /^\s*\.(lib|include|inc|subckt|model\s+\S+\.\d+\b)/im.test(text)) return undefined;
    throw error;
  }
}

function resolveLibrary(document: TaskDocument, { file, dialect }: CardFile): StartingModel {
  const { model, instances, data } = document.task;
  const temperatures = [...new Set(data.map(({ temp_c }) => temp_c))];
  const resolved = instances.map(({ id, params }) => ({
    id,
    ...resolveModel({
      file, name: model.name, instance: params, language: dialect.name === 'hspice' ? 'hspice' : 'ngspice',
      ...(model.section === undefined ? {} : { section: model.section }),
      ...(model.parameters === undefined ? {} : { parameters: model.parameters }),
      ...(temperatures.length === 1 ? { temperatureC: temperatures[0] as number } : {}),
    }),
  }));
  const first = resolved[0] as ResolvedModel;
  const others = resolved.filter(({ card }) => card.toString() !== first.card.toString());
  return {
    card: first.card,
    cards: Object.fromEntries(others.map(({ id, card }) => [id, card])),
    instances: new Map(resolved.map(({ id, instance }) => [id, instance])),
    notes: notesOf(first, temperatures, new Set(resolved.map(({ card }) => card.toString())).size),
  };
}

function notesOf({ report }: ResolvedModel, temperatures: readonly number[], cards: number): string[] {
  return [
    ...(cards === 1 ? [] : [`the instances fall into ${cards} bins or geometries with cards of their own; extracted parameters are set on all`]),
    `starting card resolved from ${report.files.length} files, ${report.expressions.length} expressions computed`,
    ...(report.statistical.length === 0 ? [] : [`nominal values taken of ${report.statistical.join(', ')}`]),
    ...(report.temperatureDependent && temperatures.length > 1 ? ['the starting card was computed at 27 degrees Celsius although some of its expressions depend on the temperature'] : []),
  ];
}

function checkModel(document: TaskDocument, card: ModelCard): void {
  const { model } = document.task;
  const same = (a: string, b: string): boolean => a.toLowerCase().replace(/\s+/g, ' ').trim() === b.toLowerCase().replace(/\s+/g, ' ').trim();
  if (!same(card.type, model.type)) {
    throw document.error('TASK_MODEL', `the card says that ${model.name} is of type ${card.type}`, ['model', 'type'], { received: model.type, expected: card.type, remedy: 'correct model.type or model.name' });
  }
  const level = card.value('level');
  if (typeof model.level === 'number' && level !== undefined && level !== model.level) {
    throw document.error('TASK_MODEL', `the card says that ${model.name} is of level ${level}`, ['model', 'level'], { received: model.level, expected: String(level), remedy: 'correct model.level or the card' });
  }
}
