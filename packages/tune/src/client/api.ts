import type { Refusal } from '../protocol.ts';

/** What the server refused, in words for the page. */
export class Refused extends Error {
  readonly code: string;

  constructor({ error: { code, message, expected, remedy } }: Refusal) {
    super([message, ...(expected === undefined ? [] : [`expected ${expected}`]), ...(remedy === undefined ? [] : [remedy])].join('; '));
    this.code = code;
  }
}

/** Asks for a document. @throws Refused; TypeError where the server is gone */
export async function get<T>(path: string): Promise<T> {
  return answerOf<T>(await fetch(path, { headers: { accept: 'application/json' } }));
}

/** Sends a document and returns the answer. @throws Refused; TypeError where the server is gone */
export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return answerOf<T>(await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
}

async function answerOf<T>(answer: Response): Promise<T> {
  const document = await answer.json() as T;
  if (!answer.ok) throw new Refused(document as Refusal);
  return document;
}
