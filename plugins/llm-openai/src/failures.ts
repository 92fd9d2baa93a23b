import { EvospiceError } from '@evospice/contracts';
import { APIConnectionError, APIError } from 'openai';

/** A failed try: what to report if it was the last one, and whether another may help. */
export interface FailedTry {
  readonly error: EvospiceError;
  readonly retry: boolean;
  /** Seconds the service asked to wait. */
  readonly retryAfter?: number;
}

interface Service {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKeyVariable: string;
}

/** Codes of a 429 that waiting does not mend. */
const exhausted = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

/** Turns what the client threw into a typed error. `timedOut` tells our own deadline from a broken connection. */
export function failedTry(error: unknown, timedOut: boolean, timeoutSeconds: number, service: Service): FailedTry {
  const { baseUrl, model } = service;
  if (EvospiceError.is(error)) return { error, retry: EvospiceError.is(error, 'LLM_ANSWER') };
  if (timedOut) {
    return {
      retry: true,
      error: new EvospiceError('LLM_TIMEOUT', `${model} at ${baseUrl} did not answer within ${timeoutSeconds} s`, {
        received: timeoutSeconds,
        expected: 'a whole answer within the time allowed',
        remedy: 'raise timeoutSeconds, lower maxTokens, or use a faster model',
        cause: error,
      }),
    };
  }
  if (error instanceof APIError && error.status !== undefined) return failedStatus(error, error.status, service);
  if (error instanceof APIConnectionError) return { retry: true, error: unreachable(`no connection to ${baseUrl}: ${reasonOf(error)}`, error) };
  // The client throws a bare SyntaxError for a body that is not the JSON its header promised.
  if (error instanceof SyntaxError) return { retry: true, error: malformed(`the answer of ${model} at ${baseUrl} is not JSON`, error.message) };
  return { retry: true, error: unreachable(`the connection to ${baseUrl} broke: ${reasonOf(error)}`, error) };
}

/** An answer that came but cannot be used. */
export function malformed(message: string, received: unknown): EvospiceError {
  return new EvospiceError('LLM_ANSWER', message, {
    received,
    expected: 'a chat completion with text in choices[0].message.content',
    remedy: 'check that baseUrl is an OpenAI-compatible service (it usually ends in /v1) and that the model writes text',
  });
}

function failedStatus(error: APIError, status: number, { baseUrl, model, apiKeyVariable }: Service): FailedTry {
  const message = `${baseUrl} answered ${status}: ${reasonOf(error)}`;
  const refused = (expected: string, remedy: string): EvospiceError => new EvospiceError('LLM_REFUSED', message, { received: status, expected, remedy, cause: error });
  if (status === 401 || status === 403) {
    return { retry: false, error: refused('a key this service accepts', `put a valid key into the environment variable ${apiKeyVariable}`) };
  }
  if (status === 404) return { retry: false, error: refused('a model this service offers', `check the model "${model}" and the base URL`) };
  if (status === 429) {
    const noQuota = exhausted.has(String(error.code ?? '')) || exhausted.has(String(error.type ?? ''));
    const remedy = noQuota ? 'raise the quota of the account, or use another service' : 'wait, ask less often, or raise maxRetries';
    return { retry: !noQuota, error: refused('room in the rate limit and the quota', remedy), ...retryAfter(error) };
  }
  if (status === 408 || status === 409 || status >= 500) return { retry: true, error: unreachable(message, error), ...retryAfter(error) };
  return { retry: false, error: refused('a request this service takes', 'see the message; an option such as temperature or tokenLimitField may not suit the model') };
}

function unreachable(message: string, cause: unknown): EvospiceError {
  return new EvospiceError('LLM_UNREACHABLE', message, {
    received: message,
    expected: 'a service that answers',
    remedy: 'check baseUrl, that the service runs, and the network',
    cause,
  });
}

/** Seconds form of `Retry-After` only: the date form would need the wall clock. */
function retryAfter(error: APIError): { readonly retryAfter?: number } {
  const seconds = Number.parseFloat(error.headers?.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: Math.min(seconds, 60) } : {};
}

/** The innermost cause says what really happened (`ECONNREFUSED`), the outer one only "Connection error.". */
function reasonOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return String(inner);
  if (inner.message !== '') return inner.message;
  return 'code' in inner ? String(inner.code) : inner.name;
}
