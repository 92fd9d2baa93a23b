import { EvospiceError, type DeviceInstance, type ModelCard } from '@evospice/contracts';
import { foreignParameter } from '@evospice/testbench';
import { libraryLanguageOf } from '../pdk/library-language.ts';
import { libraryOf } from './load-library.ts';
import { suffixDoubts } from '../cards/suffix-doubts.ts';
import { givenTwice } from '../cards/text-card.ts';
import { simulableCard } from './simulable.ts';
import type { CardFile, StartingModel } from './starting-model.ts';
import type { TaskDocument } from './task-document.ts';

/**
 * The starting card of a task. A file with the model itself is read as it is; a library (a section or library parameters are
 * stated, the name is that of a subcircuit or of a binned model, values are expressions, or other statements of the file have a say in them) is
 * resolved for the geometries and temperatures of the task.
 * @throws EvospiceError `CARD_*`, `PDK_*`; `TASK_MODEL` for a type or level that is not the card's.
 */
export function loadModel(document: TaskDocument, source: CardFile): StartingModel {
  const plain = asksForLibrary(document, source) ? undefined : parsePlain(source, document.task.model.name);
  const starting = plain === undefined ? libraryOf(document, source) : (computed(document, source, plain) ?? alone(document, plain, source));
  for (const card of [starting.card, ...Object.values(starting.cards ?? {})]) checkModel(document, card);
  return { ...starting, notes: [...starting.notes, ...leftOut(starting.card)] };
}

/** Parameters that mean nothing to any equation, such as ratings. */
function leftOut(card: ModelCard): readonly string[] {
  return card.names().flatMap((name) => {
    const foreign = foreignParameter(card.type, name);
    return foreign?.harmless === true ? [`${name}=${card.text(name)} of model ${card.name} is left out: ${foreign.meaning}`] : [];
  });
}

function alone({ task }: TaskDocument, plain: ModelCard, { dialect }: CardFile): StartingModel {
  const { card, notes: said } = simulableCard(plain, dialect);
  const instances = task.instances.map(({ id, params, info }): DeviceInstance => ({ id, params, info: info ?? {} }));
  const doubts = card.names().flatMap((name) => suffixDoubts(card.text(name) ?? '', () => card.value(name)).map((doubt) => `${name}=${doubt}`));
  return { card, instances, instanceAt: (instance) => instance, parameter: () => undefined, notes: [...givenTwice(plain).map(({ message }) => message), ...said, ...doubts] };
}

/** Statements that have a say in the values of a model, in the dialects whose libraries are read. */
const telling = /^\s*\.(?:options?|opt|param|parameters|lib|include|incl?|func|if)\b/im;
/** The same in Spectre's own language, bins in braces included. */
const tellingInSpectre = /^\s*(?:library|section|include|parameters|inline|subckt|real|if)\b|\{\s*$/m;

function asksForLibrary({ task: { model, tunables } }: TaskDocument, { text, dialect }: CardFile): boolean {
  if (model.section !== undefined || model.parameters !== undefined || model.device !== undefined || model.bin !== undefined) return true;
  if (libraryLanguageOf(dialect.name) === undefined) return false;
  if (tunables.some(({ of = 'model' }) => of !== 'model') || (dialect.name === 'spectre' ? tellingInSpectre : telling).test(text)) return true;
  const times = (statement: RegExp): number => [...text.matchAll(statement)].filter((match) => match[1]?.toLowerCase() === model.name.toLowerCase()).length;
  return times(/^\s*\.model\s+(\S+)/gim) > 1 || times(/^\s*\.(?:subckt|macro)\s+(\S+)/gim) > 0;
}

/** A card with expressions as a library has it; undefined where it has none, or they need what is not in the file: such a task can be looked at. */
function computed(document: TaskDocument, source: CardFile, card: ModelCard): StartingModel | undefined {
  const isExpression = (name: string): boolean => card.value(name) === undefined && /^(?:\{.*\}|'.*')$/.test(card.text(name) ?? '');
  if (libraryLanguageOf(source.dialect.name) === undefined || !card.names().some(isExpression)) return undefined;
  try {
    return libraryOf(document, source);
  } catch (error) {
    if (EvospiceError.is(error, 'PDK_PARAMETER')) return undefined;
    throw error;
  }
}

/** Undefined where the file has no such model, so that it must be looked for as a library. */
function parsePlain({ text, file, dialect }: CardFile, name: string): ModelCard | undefined {
  try {
    return dialect.parse(text, { file, model: name });
  } catch (error) {
    if (EvospiceError.is(error, 'CARD_MODEL_MISSING') && /^\s*\.(?:subckt|model\s+\S+\.\d+\b)/im.test(text)) return undefined;
    throw error;
  }
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
