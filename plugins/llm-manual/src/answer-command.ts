import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { counted, EvospiceError, type Command, type CommandInput, type CommandResult } from '@evospice/contracts';
import { answerQuestion, openQuestion, openQuestions } from './question-folder.ts';

/** Folder of the questions inside the folder of a run. */
export const QUESTIONS = 'questions';

/** `evospice answer`: the open questions of a run, one of them, or an answer to it. */
export const answerCommand: Command = {
  name: 'answer',
  description: 'list the open questions of an evolution whose language model is `manual`, show one, or answer it',
  register(line) {
    line.argument('<folder>', 'folder of the run, or of its questions')
      .argument('[id]', 'question; all are listed when left out')
      .option('--file <file>', 'answer the question with this text; - reads standard input');
  },
  async run({ arguments: [given = '', id], options }: CommandInput): Promise<CommandResult> {
    const folder = await questionFolder(given);
    const file = options['file'];
    if (id === undefined) {
      if (file !== undefined) throw new EvospiceError('USAGE_ANSWER', 'an answer belongs to a question', { received: file, expected: 'the id of a question before --file' });
      const questions = await openQuestions(folder);
      const lines = questions.map((question) => `${question.id}  asked ${question.asked}  ${question.file}`);
      return { document: { folder, questions }, text: lines.length === 0 ? 'no question is open' : lines.join('\n') };
    }
    if (typeof file !== 'string') {
      const question = await openQuestion(folder, id);
      return { document: { folder, question }, text: question.text };
    }
    // Before standard input is waited for.
    await openQuestion(folder, id);
    await answerQuestion(folder, id, await answerFrom(file));
    const { length: open } = await openQuestions(folder);
    return { document: { folder, answered: id, open }, text: `${id} is answered; ${counted(open, 'question is', 'questions are')} open` };
  },
};

async function answerFrom(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('USAGE_ANSWER', `cannot read ${file}: ${(cause as Error).message}`, { received: file, expected: 'a text file', file, cause });
  }
}

/** @throws EvospiceError `USAGE_ANSWER` for what is not a folder */
async function questionFolder(given: string): Promise<string> {
  const folder = resolve(given);
  if (await isFolder(join(folder, QUESTIONS))) return join(folder, QUESTIONS);
  if (await isFolder(folder)) return folder;
  throw new EvospiceError('USAGE_ANSWER', `${folder} is not a folder`, { received: given, expected: 'folder of a run, or of its questions' });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
