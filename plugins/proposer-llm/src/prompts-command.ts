import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted, EvospiceError, type Command, type CommandInput, type CommandResult } from '@evospice/contracts';
import { kindNames, type KindName } from './kinds/mutation-kind.ts';
import { exampleQuestion } from './prompt/example.ts';
import { Prompts } from './prompt/prompts.ts';
import { shippedFolder, templateFile, templateNames } from './prompt/templates.ts';

/** More than any prompt of the example has. */
const enough = 100_000;

/** `evospice prompts`: the templates of prompts to language models, a copy of them to edit, or a prompt filled with an example. */
export const promptsCommand: Command = {
  name: 'prompts',
  description: 'list the templates of prompts to language models, copy them into a folder to edit, or show one filled with an example',
  register(line) {
    line.argument('[folder]', 'folder that the templates are copied to; with --show, folder of your own templates')
      .option('--show <kind>', `show the prompt for this kind of change, filled with an example, and check the templates: ${kindNames.join(', ')}`);
  },
  async run({ arguments: [given], options }: CommandInput): Promise<CommandResult> {
    const folder = given === undefined ? undefined : resolve(given);
    const { show } = options;
    if (typeof show === 'string') return shown(kindOf(show), folder);
    return folder === undefined ? listed() : copied(folder);
  },
};

function listed(): CommandResult {
  const templates = templateNames.map((name) => ({ name, file: join(shippedFolder, templateFile(name)) }));
  return { document: { templates }, text: templates.map(({ file }) => file).join('\n') };
}

/** What is there already stays: it may have been edited. */
function copied(folder: string): CommandResult {
  const files = templateNames.map(templateFile);
  const kept = files.filter((file) => existsSync(join(folder, file)));
  const written = files.filter((file) => !kept.includes(file));
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of written) copyFileSync(join(shippedFolder, file), join(folder, file), constants.COPYFILE_EXCL);
  } catch (cause) {
    throw new EvospiceError('USAGE_PROMPTS', `cannot write to ${folder}: ${(cause as Error).message}`, { file: folder, expected: 'a folder that may be written to', cause });
  }
  const rest = kept.length === 0 ? '' : `; ${counted(kept.length, 'file was', 'files were')} there already and kept`;
  return { document: { folder, written, kept }, text: `${counted(written.length, 'template')} written to ${folder}${rest}` };
}

async function shown(kind: KindName, folder: string | undefined): Promise<CommandResult> {
  const { messages } = await new Prompts(folder).ask(exampleQuestion(kind), { tokens: enough });
  return { document: { kind, messages }, text: messages.map(({ role, content }) => `--- ${role} ---\n${content}`).join('\n\n') };
}

function kindOf(given: string): KindName {
  const kind = kindNames.find((name) => name === given);
  if (kind !== undefined) return kind;
  throw new EvospiceError('USAGE_PROMPTS', `there is no kind of change "${given}"`, { received: given, expected: `one of ${kindNames.join(', ')}` });
}
