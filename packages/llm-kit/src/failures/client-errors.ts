import { defined, EvospiceError } from '@evospice/contracts';
import { isObject } from './is-object.ts';
import { failedStatus, reasonOf, timedOut, unreachable, type FailedTry, type Service } from './sorting.ts';

type ErrorClass<T> = abstract new (...parameters: never[]) => T;

/** Classes of errors that the clients of OpenAI and Anthropic throw alike. */
export interface ClientErrors {
  readonly APIError: ErrorClass<Error & { readonly status: number | undefined; readonly headers: Headers | undefined; readonly error: unknown }>;
  readonly APIConnectionError: ErrorClass<Error>;
}

/**
 * Sorts what a client threw.
 * @param overdue tells our own deadline from a broken connection
 * @param library undefined where it was not even loaded
 */
export function sortThrown(error: unknown, overdue: boolean, service: Service & { readonly timeoutSeconds: number }, library: ClientErrors | undefined): FailedTry {
  // The client wraps what our own fetch throws.
  if (error instanceof Error && EvospiceError.is(error.cause)) return { error: error.cause, retry: error.cause.code === 'LLM_ANSWER' };
  if (overdue) return timedOut(service, service.timeoutSeconds, error);
  if (library !== undefined && error instanceof library.APIError && error.status !== undefined) {
    const { status, headers } = error;
    return failedStatus({ status, said: { message: reasonOf(error).replace(`${status} `, ''), ...toldBy(error.error) }, headers, cause: error }, service);
  }
  const isUnconnected = library !== undefined && error instanceof library.APIConnectionError;
  return unreachable(`${isUnconnected ? 'no connection to' : 'the connection broke to'} ${service.baseUrl}: ${reasonOf(error)}`, error);
}

/** `boundedFetch` gives failures in one shape, of which one client hands out the whole and the other what is in `error`. */
function toldBy(body: unknown): { readonly message?: string; readonly code?: string } {
  const told = isObject(body) && isObject(body['error']) ? body['error'] : body;
  if (!isObject(told)) return {};
  const { message, code } = told;
  return defined({ message: typeof message === 'string' ? message : undefined, code: typeof code === 'string' ? code : undefined });
}
