import { EvospiceError } from '@evospice/contracts';
import type { ServiceError } from './service-error.ts';

/** A failed try: what to report if it was the last one, and whether another may help. */
export interface FailedTry {
  readonly error: EvospiceError;
  readonly retry: boolean;
  /** Seconds the service asked to wait. */
  readonly retryAfter?: number;
}

/** Thrown within a try that knows how it is to be taken. */
export class TryFailed extends Error {
  readonly failed: FailedTry;

  constructor(failed: FailedTry) {
    super(failed.error.message, { cause: failed.error });
    this.failed = failed;
  }
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

/** Codes of a refusal that waiting does not mend. */
const spent = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

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

/** A failure that the service itself tells. */
export interface ToldFailure {
  /** HTTP status of 400 or more. */
  readonly status: number;
  /** What the service said. */
  readonly said: ServiceError;
  readonly headers?: Headers | undefined;
  readonly cause?: unknown;
}

/** Sorts a failed request by its status: whether another try may help, and what the reader can do. */
export function failedStatus(failure: ToldFailure, service: Service): FailedTry {
  return sortedByStatus(failure, service, `${service.baseUrl} answered ${failure.status}: ${failure.said.message}`);
}

/** Sorts an error in the body of an answer that has status 200. */
export function failedBody(said: ServiceError, service: Service): FailedTry {
  const { baseUrl, model } = service;
  const { status, code, message } = said;
  const mark = code ?? status;
  const text = `${model} at ${baseUrl} answered with an error instead of text: ${message}${mark === undefined ? '' : ` (${mark})`}`;
  if (status !== undefined) return sortedByStatus({ status, said }, service, text);
  return { retry: true, error: malformedAnswer(text, message, 'an answer without an error', "see the service's message") };
}

function sortedByStatus({ status, said, headers, cause }: ToldFailure, { model, apiKeyVariable }: Service, message: string): FailedTry {
  const refused = (expected: string, remedy: string): EvospiceError => new EvospiceError('LLM_REFUSED', message, { received: status, expected, remedy, cause });
  if (status === 401 || status === 403) {
    return { retry: false, error: refused('a key this service accepts', `put a valid key into the environment variable ${apiKeyVariable}`) };
  }
  if (status === 404) return { retry: false, error: refused('a model this service offers', `check the model "${model}" and the base URL`) };
  if (status === 429 || status === 402) {
    const isSpent = status === 402 || spent.has(said.code ?? '');
    const remedy = isSpent ? 'raise the quota of the account, or use another service' : 'wait, ask less often, or raise maxRetries';
    return { retry: !isSpent, error: refused('room in the rate limit and the quota', remedy), ...wished(headers) };
  }
  if (status === 408 || status === 409 || status >= 500) {
    const remedy = "wait and try again; if it goes on, see the service's message or use another service";
    const error = new EvospiceError('LLM_UNREACHABLE', message, { received: status, expected: 'a service that works', remedy, cause });
    return { retry: true, error, ...wished(headers) };
  }
  return { retry: false, error: refused('a request this service takes', "see the service's message; an option of the language model may not suit it") };
}

/**
 * The wait that a service wishes for by `retry-after`, at most a minute: in seconds, or as a date, which is compared with the date of the
 * answer, as the clock of the service may be another than ours.
 */
function wished(headers: Headers | undefined): { readonly retryAfter?: number } {
  const [header, date] = [headers?.get('retry-after')?.trim() ?? '', headers?.get('date') ?? ''];
  const seconds = /^[\d.]+$/u.test(header) ? Number(header) : (Date.parse(header) - Date.parse(date)) / 1000;
  return Number.isFinite(seconds) ? { retryAfter: Math.min(Math.max(seconds, 0), longestWait) } : {};
}

/** The innermost cause says what really happened (`ECONNREFUSED`), the outer one only "Connection error.". */
export function reasonOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return String(inner);
  if (inner.message !== '') return inner.message;
  return 'code' in inner ? String(inner.code) : inner.name;
}
