import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EvospiceError } from '@evospice/contracts';
import { isFolder } from './question-folders.ts';

export interface GivenAnswer {
  readonly id: string;
  readonly text: string;
}

/** What ids look like; a number is behind those of a question that is open more than once. */
const idPattern = '[0-9a-f]{8}(?:-\\d+)?';
const named = new RegExp(`^(?<id>${idPattern})=(?<file>.+)$`, 'u');
const inFolder = new RegExp(`^(?<id>${idPattern})(?:\\.answer)?\\.(?:md|txt)$`, 'u');

/**
 * Answers from a file for the question that is named, from several files (`ID=FILE,ID=FILE`), or from a folder with a file for each (`ID.md`).
 * @throws EvospiceError `USAGE_ANSWER` where it does not say to what it is an answer, or cannot be read
 */
export async function givenAnswers(source: string, id: string | undefined): Promise<readonly GivenAnswer[]> {
  if (id !== undefined) return [{ id, text: await textOf(source) }];
  const pairs = source.split(new RegExp(`,(?=${idPattern}=)`, 'u')).map((pair) => named.exec(pair)?.groups);
  if (pairs.every((pair) => pair !== undefined)) return Promise.all(pairs.map(async (pair) => ({ id: pair['id']!, text: await textOf(pair['file']!) })));
  const names = (await isFolder(source)) ? await readdir(source) : [];
  const files = names.map((name) => ({ name, found: inFolder.exec(name)?.groups?.['id'] })).filter(({ found }) => found !== undefined);
  if (files.length > 0) return Promise.all(files.map(async ({ name, found }) => ({ id: found!, text: await textOf(join(source, name)) })));
  throw new EvospiceError('USAGE_ANSWER', 'an answer belongs to a question', {
    received: source, expected: 'the id of a question before --file, or ID=FILE,ID=FILE, or a folder with files ID.md',
  });
}

async function textOf(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('USAGE_ANSWER', `cannot read ${file}: ${(cause as Error).message}`, { received: file, expected: 'a text file', file, cause });
  }
}
