import { defined, EvospiceError } from '@evospice/contracts';

/** The key in an environment variable; undefined for none or an empty one. */
export function keyFrom(environment: Readonly<Record<string, string | undefined>>, variable: string): string | undefined {
  const key = environment[variable]?.trim();
  return key === '' ? undefined : key;
}

/** A shorter key is not a secret (local services take any word) and would be cut out of ordinary words. */
const shortestSecret = 8;

/** An error without the key: a service may echo it in its message, and a log or a stored event must never hold it. The cause is left out with it. */
export function withoutKey(error: EvospiceError, key: string | undefined): EvospiceError {
  if (key === undefined || key.length < shortestSecret || !JSON.stringify([error.message, error.received]).includes(key)) return error;
  const { code, message, received, expected, remedy } = error;
  return new EvospiceError(code, message.replaceAll(key, '[key]'), {
    received: typeof received === 'string' ? received.replaceAll(key, '[key]') : undefined, ...defined({ expected, remedy }),
  });
}
