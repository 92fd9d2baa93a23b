import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EvospiceError, type ChatMessage } from '@evospice/contracts';

const QUESTION = '.question.md';
const ANSWER = '.answer.md';
const DECLINE = '.declined.md';

/** Milliseconds between looks for an answer. */
const PERIOD = 250;

/** Bytes of the longest answer: far more than any model writes, and no burden to read. */
const LONGEST_ANSWER = 4 * 2 ** 20;

/** Characters of the longest reason why a question is declined. */
const LONGEST_REASON = 2000;

/** Questions that wait in this process, by their files: whoever asks the same at the same time gets a number of his own. */
const waiting = new Set<string>();

/** Folders that were cleared of what a process before this one left. */
const cleared = new Map<string, Promise<void>>();

export interface OpenQuestion {
  readonly id: string;
  readonly file: string;
  /** ISO 8601. */
  readonly asked: string;
  /** The whole conversation. */
  readonly text: string;
}

/**
 * Lays a question into a folder and waits for its answer there. The id of a question follows from its text: an answer that lies there
 * already, given while nobody waited, is taken if the same question is asked. The question goes away with its answer, or with the signal.
 * @throws EvospiceError `LLM_ANSWER` for an answer that is too large; `PROPOSAL_FAILED` with the reason when the question is declined; whatever the signal was fired with
 */
export async function askIn(folder: string, messages: readonly ChatMessage[], signal: AbortSignal): Promise<string> {
  await clear(folder);
  const path = reserve(folder, messages);
  try {
    await writeWhole(`${path}${QUESTION}`, conversation(messages));
    for (;;) {
      const answer = await takenFrom(`${path}${ANSWER}`, `${path}${QUESTION}`);
      if (answer !== undefined) return answer;
      const reason = await takenFrom(`${path}${DECLINE}`, `${path}${QUESTION}`);
      if (reason !== undefined) throw new EvospiceError('PROPOSAL_FAILED', `the question was declined: ${reason.trim()}`, { expected: 'an answer' });
      await sleep(PERIOD, undefined, { signal });
    }
  } finally {
    await rm(`${path}${QUESTION}`, { force: true });
    waiting.delete(path);
  }
}

/** Questions without an answer, the oldest first. */
export async function openQuestions(folder: string): Promise<readonly OpenQuestion[]> {
  const names = await namesIn(folder);
  const ids = names.filter((name) => name.endsWith(QUESTION)).map((name) => name.slice(0, -QUESTION.length)).filter((id) => ![ANSWER, DECLINE].some((ending) => names.includes(`${id}${ending}`)));
  const questions = await Promise.all(ids.map(async (id): Promise<readonly OpenQuestion[]> => {
    const file = join(folder, `${id}${QUESTION}`);
    try {
      return [{ id, file, asked: (await stat(file)).mtime.toISOString(), text: await readFile(file, 'utf8') }];
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }));
  return questions.flat().toSorted((a, b) => a.asked.localeCompare(b.asked) || a.id.localeCompare(b.id));
}

/**
 * The open question of this id.
 * @throws EvospiceError `USAGE_ANSWER` when there is none
 */
export async function openQuestion(folder: string, id: string): Promise<OpenQuestion> {
  const open = await openQuestions(folder);
  const question = open.find((one) => one.id === id);
  if (question !== undefined) return question;
  throw new EvospiceError('USAGE_ANSWER', `there is no open question ${id}`, {
    received: id, expected: open.length === 0 ? 'no question is open' : `one of ${open.map((one) => one.id).join(', ')}`,
    remedy: 'it may have been answered or withdrawn meanwhile', file: folder,
  });
}

/**
 * Answers an open question.
 * @throws EvospiceError `USAGE_ANSWER` for an id of no open question, and for an answer that is empty or above 4 MiB
 */
export async function answerQuestion(folder: string, id: string, text: string): Promise<void> {
  await openQuestion(folder, id);
  checkAnswer(id, text);
  await writeWhole(join(folder, `${id}${ANSWER}`), text);
}

/** @throws EvospiceError `USAGE_ANSWER` for an answer that is empty or above 4 MiB */
export function checkAnswer(id: string, text: string): void {
  const size = Buffer.byteLength(text);
  if (text.trim() !== '' && size <= LONGEST_ANSWER) return;
  throw new EvospiceError('USAGE_ANSWER', `the answer to ${id} is ${text.trim() === '' ? 'empty' : 'too large'}`, { received: size, expected: `1 to ${LONGEST_ANSWER} bytes of text` });
}

/**
 * Declines an open question: the attempt that asked it fails with this reason.
 * @throws EvospiceError `USAGE_ANSWER` for an id of no open question
 */
export async function declineQuestion(folder: string, id: string, reason: string): Promise<void> {
  await openQuestion(folder, id);
  await writeWhole(join(folder, `${id}${DECLINE}`), reason.slice(0, LONGEST_REASON));
}

/** A process that is gone no longer waits for its questions. Answers stay, as the same question may be asked again. */
function clear(folder: string): Promise<void> {
  const begun = cleared.get(folder);
  if (begun !== undefined) return begun;
  const clearing = (async () => {
    await mkdir(folder, { recursive: true });
    const left = (await namesIn(folder)).filter((name) => name.endsWith(QUESTION));
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  })();
  cleared.set(folder, clearing);
  return clearing;
}

/** A path, without ending, that no waiting question has. */
function reserve(folder: string, messages: readonly ChatMessage[]): string {
  const hash = createHash('sha256').update(JSON.stringify(messages.map(({ role, content }) => [role, content]))).digest('hex').slice(0, 8);
  let path = join(folder, hash);
  for (let number = 2; waiting.has(path); number += 1) path = join(folder, `${hash}-${number}`);
  waiting.add(path);
  return path;
}

function conversation(messages: readonly ChatMessage[]): string {
  return messages.map(({ role, content }) => `<!-- ${role} -->\n\n${content.trimEnd()}\n`).join('\n');
}

/** Takes an answer, or why there is none, out of the folder; undefined while there is neither. A file that is still empty is being written. */
async function takenFrom(file: string, question: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size > LONGEST_ANSWER) {
      await rename(file, `${file}.refused`);
      throw new EvospiceError('LLM_ANSWER', 'the answer is too large', { received: size, expected: `at most ${LONGEST_ANSWER} bytes`, remedy: 'give one program or its edits alone', file: `${file}.refused` });
    }
    const text = await readFile(file, 'utf8');
    if (text.trim() === '') return undefined;
    // In this order, as a question without an answer is open.
    await rm(question, { force: true });
    await rm(file);
    return text;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whole or not at all. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
