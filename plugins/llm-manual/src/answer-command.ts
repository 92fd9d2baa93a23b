import { counted, EvospiceError, type Command, type CommandInput, type CommandResult } from '@evospice/contracts';
import { givenAnswers } from './given-answers.ts';
import { answerQuestion, checkAnswer, declineQuestion, openQuestion, openQuestions, type OpenQuestion } from './question-folder.ts';
import { questionFolders } from './question-folders.ts';

/** `evospice answer`: the open questions of a run, one of them, answers to them, or why there are none. */
export const answerCommand: Command = {
  name: 'answer',
  description: 'list the open questions of an evolution whose language model is `manual`, show one, answer or decline them',
  register(line) {
    line.argument('<folder>', 'folder of the run, or of its questions')
      .argument('[id]', 'question, or several with commas between them; all are listed when left out')
      .option('--file <file>', 'answer the question with this text, - reads standard input; without an id: several as ID=FILE,ID=FILE, or a folder with files ID.md')
      .option('--decline', 'answer none: the attempt that asked fails')
      .option('--because <text>', 'why the question is declined; it is told to later prompts');
  },
  async run({ arguments: [given = '', id], options }: CommandInput): Promise<CommandResult> {
    const folders = await questionFolders(given);
    const { file, decline, because } = options;
    const ids = id?.split(',').map((one) => one.trim()).filter((one) => one !== '') ?? [];
    if (decline === true) return declined(folders, ids, { file, because });
    if (because !== undefined) throw new EvospiceError('USAGE_ANSWER', '--because goes with --decline', { received: because, expected: '--decline --because TEXT' });
    if (typeof file === 'string') return answered(folders, file, ids);
    if (ids.length === 0) return listed(folders);
    const questions: OpenQuestion[] = [];
    for (const one of ids) questions.push(await openQuestion(await folderWith(folders, one), one));
    const [first, ...others] = questions;
    return { document: { folder: folders[0]!, folders, ...(others.length === 0 ? { question: first! } : { questions }) }, text: questions.map(({ text }) => text).join('\n') };
  },
};

async function listed(folders: readonly string[]): Promise<CommandResult> {
  const questions = await openIn(folders);
  const lines = questions.map((question) => `${question.id}  asked ${question.asked}  ${question.file}`);
  return { document: { folder: folders[0]!, folders, questions }, text: lines.length === 0 ? 'no question is open' : lines.join('\n') };
}

/** Nothing is written before all of it is known to be right. */
async function answered(folders: readonly string[], file: string, ids: readonly string[]): Promise<CommandResult> {
  if (ids.length > 1) throw new EvospiceError('USAGE_ANSWER', 'one file answers one question', { received: ids.join(','), expected: 'ID=FILE,ID=FILE after --file' });
  // Before standard input is waited for.
  for (const id of ids) await folderWith(folders, id);
  const answers = await givenAnswers(file, ids[0]);
  for (const { id, text } of answers) {
    await folderWith(folders, id);
    checkAnswer(id, text);
  }
  for (const { id, text } of answers) await answerQuestion(await folderWith(folders, id), id, text);
  return settled(folders, answers.map(({ id }) => id), 'answered');
}

async function declined(folders: readonly string[], ids: readonly string[], { file, because }: { readonly file: unknown; readonly because: unknown }): Promise<CommandResult> {
  if (ids.length === 0 || file !== undefined) {
    throw new EvospiceError('USAGE_ANSWER', ids.length === 0 ? 'there is no question to decline' : 'a question is declined or answered', { expected: 'ids of questions and --decline, without --file' });
  }
  for (const id of ids) await folderWith(folders, id);
  const reason = typeof because === 'string' && because.trim() !== '' ? because : 'no reason is given';
  for (const id of ids) await declineQuestion(await folderWith(folders, id), id, reason);
  return settled(folders, ids, 'declined');
}

async function settled(folders: readonly string[], ids: readonly string[], what: 'answered' | 'declined'): Promise<CommandResult> {
  const { length: open } = await openIn(folders);
  return {
    document: { folder: folders[0]!, [what]: ids.length === 1 ? ids[0]! : ids, open },
    text: `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} ${what}; ${counted(open, 'question is', 'questions are')} open`,
  };
}

async function openIn(folders: readonly string[]): Promise<readonly OpenQuestion[]> {
  const questions = await Promise.all(folders.map((folder) => openQuestions(folder)));
  return questions.flat().toSorted((a, b) => a.asked.localeCompare(b.asked) || a.id.localeCompare(b.id));
}

/** @throws EvospiceError `USAGE_ANSWER` when the question is open in none of them */
async function folderWith(folders: readonly string[], id: string): Promise<string> {
  for (const folder of folders) if ((await openQuestions(folder)).some((question) => question.id === id)) return folder;
  await openQuestion(folders[0]!, id);
  return folders[0]!;
}
