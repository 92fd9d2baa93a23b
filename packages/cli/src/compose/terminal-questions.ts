import { EvospiceError } from '@evospice/contracts';
import type { Ask } from '@evospice/task-import';

/** Asks at the terminal, on standard error, so that standard output has nothing but the result. @throws EvospiceError `INTERRUPTED` */
export const askAtTerminal: Ask = async ({ text, file, choices, check, example, option }) => {
  // Loaded where something is asked, so that no other command waits for it.
  const { isCancel, select, text: line } = await import('@clack/prompts');
  const message = file === undefined ? `${text.charAt(0).toUpperCase()}${text.slice(1)}?` : `${file}: ${text}?`;
  const output = process.stderr;
  const answer = choices === undefined
    ? await line({ message, placeholder: example.replace(/^\w+=/u, ''), output, validate: (given) => check?.((given ?? '').trim()) ?? ((given ?? '').trim() === '' ? 'an answer' : undefined) })
    : await select({ message, options: choices.map(({ value, label }) => ({ value, label })), output });
  if (!isCancel(answer)) return answer.trim();
  throw new EvospiceError('INTERRUPTED', 'interrupted at a question', { remedy: `run the command again, perhaps with ${option}` });
};
