import { EvospiceError } from '@evospice/contracts';
import { failedStatus, malformedAnswer, reasonOf, shortened, timedOut, TryFailed, unreachable, type FailedTry, type Service } from '@evospice/llm-kit';

/**
 * Turns what the client threw into a typed error.
 * @param overdue tells our own deadline from a broken connection
 * @param library undefined where it was not even loaded
 */
export function failedTry(
  error: unknown, overdue: boolean, service: Service & { readonly timeoutSeconds: number }, library: Pick<typeof import('openai'), 'APIConnectionError' | 'APIError'> | undefined,
): FailedTry {
  const { baseUrl, model, timeoutSeconds } = service;
  // The client wraps what our own fetch throws.
  if (error instanceof Error && EvospiceError.is(error.cause)) return { error: error.cause, retry: error.cause.code === 'LLM_ANSWER' };
  if (overdue) return timedOut(service, timeoutSeconds, error);
  if (library !== undefined && error instanceof library.APIError && error.status !== undefined) {
    const { status, headers } = error;
    // The client puts the status in front of the service's message.
    const said = { message: reasonOf(error).replace(`${status} `, ''), code: String(error.code ?? error.type ?? '') };
    return failedStatus({ status, said, retryAfter: headers?.get('retry-after'), cause: error }, service);
  }
  if (library !== undefined && error instanceof library.APIConnectionError) return unreachable(`no connection to ${baseUrl}: ${reasonOf(error)}`, error);
  // The client throws a bare SyntaxError for a body that is not the JSON its header promised.
  if (error instanceof SyntaxError) return unusable(`the answer of ${model} at ${baseUrl} is not JSON: ${shortened(error.message, 200)}`, error.message).failed;
  return unreachable(`the connection to ${baseUrl} broke: ${reasonOf(error)}`, error);
}

/** An answer that came but cannot be used. */
export function unusable(message: string, received: unknown, remedy?: string): TryFailed {
  const error = malformedAnswer(message, received, 'a chat completion with text in choices[0].message.content',
    remedy ?? 'check that baseUrl is an OpenAI-compatible service (it usually ends in /v1) and that the model writes text');
  return new TryFailed({ retry: true, error });
}
