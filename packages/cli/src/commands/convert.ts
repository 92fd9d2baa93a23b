import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { convertCard, resolveModel } from '@evospice/device';
import { EvospiceError } from '@evospice/contracts';
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
    .option('--out <file>', 'write the card there rather than to standard output')
    .addOption(jsonOption())
    .action((card: string, options: Common & ConvertOptions) => runCommand(options.json, () => convertCommand(kernel, card, options)));
};

/** `evospice convert`: a model card in another simulator's dialect; what has no counterpart is named in a warning. */
async function convertCommand(kernel: Kernel, file: string, options: ConvertOptions): Promise<CommandResult> {
  const from = kernel.registry.create('CardDialect', options.from);
  const to = kernel.registry.create('CardDialect', options.to);
  const { text, model: resolved } = await cardText(file, options);
  const model = resolved ?? options.model;
  const converted = convertCard(text, { from, to, file, ...(model === undefined ? {} : { model }) });
  for (const { code, parameter, message } of converted.warnings) process.stderr.write(`warning: ${parameter === undefined || parameter === '' ? '' : `${parameter}: `}${message} [${code}]\n`);
  const out = options.out === undefined ? null : await outputFile(options.out, converted.text);
  const { warnings, model: neutral } = converted;
  return {
    document: { file: resolve(file), from: options.from, to: options.to, family: neutral.family, model: neutral.name, text: converted.text, out, warnings },
    text: out ?? converted.text,
  };
}

async function cardText(file: string, { section, geometry, model }: ConvertOptions): Promise<{ readonly text: string; readonly model?: string }> {
  if (section === undefined && geometry.length === 0) {
    try {
      return { text: await readFile(file, 'utf8') };
    } catch (cause) {
      throw new EvospiceError('CARD_MISSING', `cannot read the card ${file}: ${(cause as Error).message}`, { received: file, expected: 'a readable model card', remedy: 'check the path', cause });
    }
  }
  if (model === undefined) {
    throw new EvospiceError('USAGE_CONVERT', 'a library holds many models', { expected: '--model with the name of a subcircuit or model', remedy: 'name the model to resolve' });
  }
  const { card } = resolveModel({ file: resolve(file), name: model, instance: numberSettings('geometry', geometry), ...(section === undefined ? {} : { section }) });
  return { text: card.toString(), model: card.name };
}
