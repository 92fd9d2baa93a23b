import { EvospiceError } from '@evospice/contracts';
import type { Context } from 'hono';

/**
 * The JSON document that a request carries; its size is bounded by the server.
 * @throws EvospiceError `SERVER_BODY` for anything else. That the type must be stated keeps out forms of other pages, which cannot.
 */
export async function jsonBody({ req }: Context): Promise<unknown> {
  const type = req.header('content-type') ?? '';
  if (!/^application\/json(?:;|$)/u.test(type)) throw refused('is not stated to be JSON', type === '' ? 'no Content-Type' : type);
  const text = await req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw refused(`is not JSON: ${(cause as Error).message}`, text.slice(0, 80));
  }
}

function refused(message: string, received: string): EvospiceError {
  return new EvospiceError('SERVER_BODY', `the body of the request ${message}`, { received, expected: 'one JSON document, with Content-Type: application/json' });
}
