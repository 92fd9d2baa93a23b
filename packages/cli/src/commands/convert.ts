import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined, EvospiceError, type ConversionWarning, type ModelCard } from '@evospice/contracts';
import { convertCard, resolveModel, type ResolvedModel } from '@evospice/device';
import { type Kernel } from '@evospice/kernel';
import { outputFile } from '../compose/output-folder.ts';
import { jsonOption, repeatable, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
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
  /** Element of the subcircuit whose model is wanted, where it has several. */
  readonly device?: string;
  /** Bin whatever the geometry: `nearest`, or its name. */
  readonly bin?: string;
  readonly out?: string;
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
    .option('--device <name>', 'element of a subcircuit whose model is wanted, where it has several')
    .option('--bin <name>', 'take this bin whatever the geometry: nearest, or its name')
    .option('--out <file>', 'write the card there rather than to standard output')
    .addOption(jsonOption())
    .action((card: string, options: Common & ConvertOptions) => runCommand(options.json, () => convertCommand(kernel, card, options)));
};

/** `evospice convert`: a model card in another simulator's dialect; what has no counterpart is named in a warning. */
export async function convertCommand(kernel: Kernel, file: string, options: ConvertOptions): Promise<CommandResult> {
  const from = kernel.registry.create('CardDialect', options.from);
  const to = kernel.registry.create('CardDialect', options.to);
  const { text, model: resolved, warnings: read } = await cardText(file, options);
  const model = resolved ?? options.model;
  const converted = convertCard(text, { from, to, file, ...(model === undefined ? {} : { model }) });
  const warnings = [...read, ...converted.warnings];
  for (const { code, parameter, message } of warnings) process.stderr.write(`warning: ${parameter === '' ? '' : `${parameter}: `}${message} [${code}]\n`);
  const out = options.out === undefined ? null : await outputFile(options.out, converted.text);
  const { model: neutral } = converted;
  return {
    document: { file: resolve(file), from: options.from, to: options.to, family: neutral.family, model: neutral.name, text: converted.text, out, warnings },
    text: out ?? converted.text,
  };
}

interface CardText {
  readonly text: string;
  readonly model?: string;
  /** What of a library is not on its card. */
  readonly warnings: readonly ConversionWarning[];
}

async function cardText(file: string, { from, section, geometry, device, bin, model }: ConvertOptions): Promise<CardText> {
  if (section === undefined && device === undefined && bin === undefined && geometry.length === 0) {
    try {
      return { text: await readFile(file, 'utf8'), warnings: [] };
    } catch (cause) {
      throw new EvospiceError('CARD_MISSING', `cannot read the card ${file}: ${(cause as Error).message}`, { received: file, expected: 'a readable model card', remedy: 'check the path', cause });
    }
  }
  if (model === undefined) {
    throw new EvospiceError('USAGE_CONVERT', 'a library holds many models', { expected: '--model with the name of a subcircuit or model', remedy: 'name the model to resolve' });
  }
  const resolved = resolveModel({
    file: resolve(file), name: model, instance: numberSettings('geometry', geometry), language: from === 'hspice' ? 'hspice' : 'ngspice', ...defined({ section, device, bin }),
  });
  const { tnom } = resolved.options;
  const card = tnom === undefined || resolved.card.text('tnom') !== undefined || from !== 'ngspice' ? resolved.card : resolved.card.with({ tnom });
  return { text: card.toString(), model: card.name, warnings: leftBehind(resolved, card) };
}

/** Everything around a model in its library that a card does not hold. */
function leftBehind({ wrapper, options, report }: ResolvedModel, card: ModelCard): readonly ConversionWarning[] {
  const elements = (wrapper?.elements ?? []).map(({ name }) => name);
  const others = Object.entries(options).filter(([name]) => name !== 'tnom' || card.text('tnom') === undefined);
  return [
    ...(elements.length === 0 ? [] : [{ code: 'WRAPPER_LEFT_OUT', parameter: '', message: `only the model of ${report.device?.name} is converted: ${elements.join(', ')} of the subcircuit ${wrapper?.name} stay${elements.length === 1 ? 's' : ''} behind` }]),
    ...others.map(([name, value]) => ({ code: 'OPTION_LEFT_OUT', parameter: '', message: `the option ${name}=${value} of the library is not part of a card` })),
    ...(report.temperatureDependent ? [{ code: 'TEMPERATURE_FIXED', parameter: '', message: 'some values are expressions of the temperature: the card holds at 27 degrees Celsius' }] : []),
    ...report.notes.map((message) => ({ code: 'LIBRARY_NOTE', parameter: '', message })),
  ];
}
