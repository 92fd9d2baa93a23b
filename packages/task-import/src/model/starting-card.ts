import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined, EvospiceError, type ExtensionRegistry, type ModelCard } from '@evospice/contracts';
import { libraryLanguageOf, libraryNames, resolveModel } from '@evospice/device';
import { decodeText } from '@evospice/readers';
import type { Ask } from '../question.ts';

/** A card that somebody brings. */
export interface CardOptions {
  /** File, or `file:model`. */
  readonly card: string;
  readonly dialect: string;
  readonly section?: string;
  /** Bin of a library, whatever the geometry: `nearest`, or its name. */
  readonly bin?: string;
  /** Values of parameters that the library leaves open. */
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface BroughtCard {
  readonly card: ModelCard;
  /** Name that the task gives: that of the model, or of a subcircuit around it. */
  readonly name: string;
  readonly file: string;
  /** The whole file, where it stands alone and can be copied; undefined for a library, which stays where it is. */
  readonly text?: string;
  readonly dialect: string;
  readonly section?: string;
  readonly bin?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

/**
 * Reads the card, or the model of a design kit for the geometry of the first device.
 * @throws EvospiceError `CARD_*`, `PDK_*`; `USAGE_IMPORT` for a file with several models of which none is named
 */
export async function readBroughtCard(options: CardOptions, instance: Readonly<Record<string, number>>, { registry, ask }: { readonly registry: ExtensionRegistry; readonly ask: Ask }): Promise<BroughtCard> {
  const { dialect, section, bin, parameters } = options;
  const { file, model } = partsOf(options.card);
  const text = decodeText(await bytesOf(file), file).text;
  const reader = registry.create('CardDialect', dialect);
  if (section === undefined && !isLibrary(text)) {
    const names = [...text.matchAll(/^\s*\.model\s+(\S+)/gimu)].map(([, name]) => name!);
    const name = model ?? (names.length > 1 ? await choose(names, file, ask) : undefined);
    const card = reader.parse(text, defined({ file, model: name }));
    return { card, name: card.name, file, text, dialect };
  }
  const language = libraryLanguageOf(dialect)?.name;
  if (language === undefined) {
    throw new EvospiceError('USAGE_IMPORT', `libraries of the dialect ${dialect} are not read`, { received: dialect, expected: 'a dialect whose libraries are known', remedy: 'give a card that stands alone', file });
  }
  const names = libraryNames({ file, language, ...defined({ section }) });
  const name = model ?? (names.length === 1 ? names[0]! : await choose(names, file, ask));
  const { card } = resolveModel({ file, name, language, instance, ...defined({ section, bin, parameters }) });
  return { card, name, file, dialect, ...defined({ section, bin, parameters }) };
}

/** A path may have a colon of its own. */
function partsOf(text: string): { readonly file: string; readonly model?: string } {
  const at = text.lastIndexOf(':');
  if (existsSync(text) || at < 1) return { file: resolve(text) };
  return { file: resolve(text.slice(0, at)), model: text.slice(at + 1) };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new EvospiceError('CARD_MISSING', `cannot read the card ${file}: ${(cause as Error).message}`, { received: file, expected: 'a readable model card', remedy: 'check the path; a model in it is named behind a colon, file:model', cause });
  }
}

/** Sections, subcircuits and parameters, or a card whose values are computed: it is read in the way of a library as well. */
function isLibrary(text: string): boolean {
  return /^\s*\.(?:lib|subckt|macro|param|include|inc)\b/imu.test(text) || /^[^*\n]*=\s*[{']/mu.test(text);
}

function choose(names: readonly string[], file: string, ask: Ask): Promise<string> {
  const example = `${file}:${names[0]}`;
  return ask({ option: '--card', text: `which of ${names.length} models is the starting card`, file, example, choices: names.slice(0, 40).map((name) => ({ value: name, label: name })) });
}
