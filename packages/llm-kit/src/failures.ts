import { EvospiceError } from '@evospice/contracts';

/** A failed try: what to report if it was the last one, and whether another may help. */
export interface FailedTry {
  readonly error: EvospiceError;
  readonly retry: boolean;
  /** Seconds the service asked to wait. */
  readonly retryAfter?: number;
}

/** Which service is asked, for messages. */
export interface Service {
  readonly baseUrl: string;
  readonly model: string;
  /** Environment variable with the key. */
  readonly apiKeyVariable: string;
}

/** Longest wait that a service may ask for, in seconds. */
const longestWait = 60;

/** An answer that came but cannot be used; worth another try. */
export function malformedAnswer(message: string, received: unknown, expected: string, remedy: string): EvospiceError {
  return new EvospiceError('LLM_ANSWER', message, { received, expected, remedy });
}

export function timedOut({ baseUrl, model }: Service, seconds: number, cause: unknown): FailedTry {
  return {
    retry: true,
    error: new EvospiceError('LLM_TIMEOUT', `${model} at ${baseUrl} did not answer within ${seconds} s`, {
      received: seconds, expected: 'a whole answer within the time allowed', remedy: 'raise timeoutSeconds, lower maxTokens, or use a faster model', cause,
    }),
  };
}

/** No connection, or one that broke. */
export function unreachable(message: string, cause: unknown): FailedTry {
  return {
    retry: true,
    error: new EvospiceError('LLM_UNREACHABLE', message, {
      received: message, expected: 'a service that answers', remedy: 'check baseUrl, that the service runs, and the network', cause,
    }),
  };
}

/** What an HTTP status of 400 or more says, in the way that all services share. */
export interface RefusedStatus {
  readonly status: number;
  /** What the service said. */
  readonly reason: string;
  /** True for a spent quota, which waiting does not mend. */
  readonly spent: boolean;
  /** Value of the header `retry-after`. */
  readonly retryAfter: string | null | undefined;
  readonly cause: unknown;
}

/** Sorts a status: whether another try may help, and what the reader can do. */
export function failedStatus({ status, reason, spent, retryAfter, cause }: RefusedStatus, { baseUrl, model, apiKeyVariable }: Service): FailedTry {
  const message = `${baseUrl} answered ${status}: ${reason}`;
  const refused = (expected: string, remedy: string): EvospiceError => new EvospiceError('LLM_REFUSED', message, { received: status, expected, remedy, cause });
  if (status === 401 || status === 403) {
    return { retry: false, error: refused('a key this service accepts', `put a valid key into the environment variable ${apiKeyVariable}`) };
  }
  if (status === 404) return { retry: false, error: refused('a model this service offers', `check the model "${model}" and the base URL`) };
  if (status === 429) {
    const remedy = spent ? 'raise the quota of the account, or use another service' : 'wait, ask less often, or raise maxRetries';
    return { retry: !spent, error: refused('room in the rate limit and the quota', remedy), ...secondsOf(retryAfter) };
  }
  if (status === 408 || status === 409 || status >= 500) return { ...unreachable(message, cause), ...secondsOf(retryAfter) };
  return { retry: false, error: refused('a request this service takes', 'see the message; an option such as temperature or tokenLimitField may not suit the model') };
}

/** Seconds form of `Retry-After` only: the date form would need the wall clock. */
function secondsOf(header: string | null | undefined): { readonly retryAfter?: number } {
  const seconds = Number.parseFloat(header ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: Math.min(seconds, longestWait) } : {};
}

/** The innermost cause says what really happened (`ECONNREFUSED`), the outer one only "Connection error.". */
export function reasonOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return String(inner);
  if (inner.message !== '') return inner.message;
  return 'code' in inner ? String(inner.code) : inner.name;
}
