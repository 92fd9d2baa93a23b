import { resolve } from 'node:path';
import { convertCard, libraryLanguageOf, libraryNames, resolveModel, type dialectNumbers, withKitTemperature, type ResolvedModel } from '@evospice/device';
import { defined, EvospiceError, type ConversionWarning, type ModelCard } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { binnedNames, foldedCard } from '@evospice/rules-kit';
import { readCardText } from '../compose/cards.ts';
import { outputFile } from '../compose/output-folder.ts';
import { jsonOption, repeatable, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { visible } from '../output/visible.ts';
import { numberSettings } from '../output/settings.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface ConvertOptions {
  readonly from: string;
  readonly to: string;
  /** Model wanted, where the file holds several. */
  readonly model?: string;
  /** Section of a library; with it, or with a geometry, the file is read as a library and resolved to one flat card. */
  readonly section?: string;
  /** `name=value` settings of the instance, such as w=1e-5. */
  readonly geometry: readonly string[];
  /** Bin taken whatever the geometry: `nearest`, or its name. */
  readonly bin?: string;
  /** Element of a subcircuit whose model is wanted, where it has several. */
  readonly device?: string;
  /** Whether terms of length and width are folded into their bases. */
  readonly fold: boolean;
  readonly out?: string;
  /** Whether `out` may be written over a file. */
  readonly force: boolean;
}

export const registerConvert: RegisterVerb = (program, { kernel }) => {
  program
    .command('convert')
    .description('write a model card in another simulator\'s dialect')
    .argument('<card>', 'file with the card, or a library of a design kit')
    .requiredOption('--to <dialect>', 'dialect wanted: hspice, spectre, xyce, eldo, spiceopus or ngspice')
    .option('--from <dialect>', 'dialect of the file', 'ngspice')
    .option('--model <name>', 'model wanted, where the file holds several')
    .option('--section <name>', 'section of a library')
    .addOption(repeatable('--geometry <name=value>', 'instance parameter that chooses a bin or enters expressions'))
    .option('--bin <name>', 'bin to take whatever the geometry: nearest, or its name')
    .option('--device <name>', 'element of the subcircuit whose model is wanted, where it has several')
    .option('--fold', 'fold terms of length and width (lvth0, wvth0, pvth0) into their bases at --geometry: a card for that size alone', false)
    .option('--out <file>', 'write the card there rather than to standard output')
    .option('--force', 'write over a file that is there', false)
    .addOption(jsonOption())
    .action((card: string, options: Common & ConvertOptions) => runCommand(options.json, () => convertCommand(kernel, card, options)));
};

/** `evospice convert`: a model card in another simulator's dialect; what has no counterpart is named in a warning. */
async function convertCommand(kernel: Kernel, file: string, options: ConvertOptions): Promise<CommandResult> {
  const from = kernel.registry.create('CardDialect', options.from);
  const to = kernel.registry.create('CardDialect', options.to);
  const convert = ({ text, model = options.model, warnings: read }: CardText) => {
    const { warnings, ...converted } = convertCard(text, { from, to, file, ...defined({ model }) });
    return { ...converted, warnings: [...read, ...warnings] };
  };
  const converted = isCard(options) ? await convertFile(file, options, convert) : convert(resolveText(file, options));
  const { warnings } = converted;
  for (const { code, parameter, message } of warnings) process.stderr.write(visible(`warning: ${parameter === undefined || parameter === '' ? '' : `${parameter}: `}${message} [${code}]\n`));
  const out = options.out === undefined ? null : await outputFile(options.out, converted.text, options.force);
  const { model: neutral } = converted;
  return {
    document: { file: resolve(file), from: options.from, to: options.to, family: neutral.family, model: neutral.name, text: converted.text, out, warnings },
    text: out ?? converted.text,
  };
}

interface CardText {
  readonly text: string;
  readonly model?: string;
  readonly warnings: readonly ConversionWarning[];
}

function isCard({ section, geometry, bin, device, fold }: ConvertOptions): boolean {
  return !fold && section === undefined && geometry.length === 0 && bin === undefined && device === undefined;
}

/** What a flat card cannot have: the file may be a library, which has subcircuits, expressions and several definitions. */
const signsOfLibrary = ['CARD_MODEL_MISSING', 'CARD_SYNTAX', 'CONVERT_EXPRESSION'];

/** A flat card; or, where the file turns out to be a library, the model wanted or the only one of it. */
async function convertFile<T>(file: string, options: ConvertOptions, convert: (text: CardText) => T): Promise<T> {
  const text = await readCardText(file);
  try {
    return convert({ text, warnings: [] });
  } catch (error) {
    if (!EvospiceError.is(error) || !signsOfLibrary.includes(error.code) || libraryLanguageOf(options.from) === undefined) throw error;
    try {
      return convert(resolveText(file, options));
    } catch (second) {
      throw ['PDK_MODEL', 'USAGE_CONVERT'].some((code) => EvospiceError.is(second, code)) ? error : second; // It is not a library with one such model either.
    }
  }
}

/** The model of a library that is wanted, computed for one geometry. */
function resolveText(file: string, { from, section, geometry, model, bin, device, fold }: ConvertOptions): CardText {
  const language = libraryLanguageOf(from)?.name;
  if (language === undefined) {
    throw new EvospiceError('USAGE_CONVERT', `libraries of the dialect ${from} are not read`, { received: from, expected: 'a dialect whose libraries are known', remedy: 'convert a flat card: without --section, --geometry, --bin and --device' });
  }
  const name = model ?? onlyModel(resolve(file), language, section);
  const instance = numberSettings('geometry', geometry);
  const resolved = resolveModel({ file: resolve(file), name, language, instance, ...defined({ section, bin, device }) });
  // A card that states no nominal temperature has that of its library.
  const { tnom, ...options } = resolved.options;
  const card = withKitTemperature(resolved.card, defined({ tnom }));
  const left = leftBehind({ ...resolved, options });
  if (!fold) return { text: card.toString(), model: card.name, warnings: left };
  return { text: foldedAt(card, instance).toString(), model: card.name, warnings: [...left, { code: 'TERMS_FOLDED', parameter: '', message: `terms of length and width of ${binnedNames(card).length} parameters are folded into their bases: a card for this size alone` }] };
}

/** @throws EvospiceError `USAGE_CONVERT` without a size */
function foldedAt(card: ModelCard, params: Readonly<Record<string, number>>): ModelCard {
  if (params['l'] !== undefined && params['w'] !== undefined) return foldedCard(card, { id: card.name, params, info: {} });
  throw new EvospiceError('USAGE_CONVERT', '--fold needs the size that terms are folded at', { received: Object.keys(params).join(', '), expected: '--geometry l=… and --geometry w=…' });
}

/** The model of a library that has no other. */
function onlyModel(file: string, language: keyof typeof dialectNumbers, section: string | undefined): string {
  const names = libraryNames({ file, language, ...defined({ section }) });
  const [first] = names;
  if (first !== undefined && names.length === 1) return first;
  throw new EvospiceError('USAGE_CONVERT', names.length === 0 ? 'the library has no model or subcircuit' : `the library has ${names.length} models and subcircuits: say which is meant`, {
    received: `${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`, expected: '--model with one of these names', remedy: names.length === 0 ? 'check the file and --section' : `such as --model ${first}`, file,
  });
}

/** What a library has besides the card, which is all that is converted. */
function leftBehind({ wrapper, options, report }: ResolvedModel): readonly ConversionWarning[] {
  const warning = (code: string, message: string): ConversionWarning => ({ code, parameter: '', message });
  const elements = wrapper?.elements.map(({ name }) => name) ?? [];
  return [
    ...(elements.length === 0 ? [] : [warning('WRAPPER_LEFT_OUT', `${elements.join(', ')} of the subcircuit ${wrapper?.name} ${elements.length === 1 ? 'stays' : 'stay'} behind: only the model of ${report.device?.name} is converted, which alone is another device`)]),
    ...Object.entries(options).map(([name, value]) => warning('OPTION_LEFT_OUT', `the library's option ${name}=${value} stays behind: set it in the other simulator too`)),
    ...(report.temperatureDependent ? [warning('TEMPERATURE_FIXED', 'some values are expressions of the temperature: the card holds at 27 degrees Celsius')] : []),
    ...report.notes.map((note) => warning('LIBRARY_NOTE', note)),
  ];
}
