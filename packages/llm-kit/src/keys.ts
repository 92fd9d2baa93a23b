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

/** A service that needs a key. */
export interface KeyedService {
  readonly baseUrl: string;
  readonly apiKeyVariable: string;
  /** Address that answers nobody without a key. */
  readonly officialBaseUrl: string;
}

/**
 * The key in the variable of a service; undefined where there is none and the service may do without.
 * @throws EvospiceError `LLM_REFUSED` when there is none and the service is the official one
 */
export function keyOf(environment: Readonly<Record<string, string | undefined>>, { baseUrl, apiKeyVariable, officialBaseUrl }: KeyedService): string | undefined {
  const key = keyFrom(environment, apiKeyVariable);
  if (key !== undefined || baseUrl.replace(/\/+$/u, '') !== officialBaseUrl) return key;
  throw new EvospiceError('LLM_REFUSED', `there is no key for ${baseUrl}: the environment variable ${apiKeyVariable} is empty`, {
    received: apiKeyVariable, expected: 'an environment variable that holds a key', remedy: `set ${apiKeyVariable}, or set baseUrl to a service that needs none`,
  });
}
