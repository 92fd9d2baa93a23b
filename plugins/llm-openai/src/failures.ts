import type { EvospiceError } from '@evospice/contracts';
import { failedStatus, malformedAnswer, reasonOf, timedOut, unreachable, type FailedTry, type Service } from '@evospice/llm-kit';
import { APIConnectionError, APIError } from 'openai';

/** Codes of a 429 that waiting does not mend. */
const exhausted = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

/** Turns what the client threw into a typed error. `overdue` tells our own deadline from a broken connection. */
export function failedTry(error: unknown, overdue: boolean, service: Service & { readonly timeoutSeconds: number }): FailedTry {
  const { baseUrl, model, timeoutSeconds } = service;
  if (overdue) return timedOut(service, timeoutSeconds, error);
  if (error instanceof APIError && error.status !== undefined) {
    const spent = exhausted.has(String(error.code ?? '')) || exhausted.has(String(error.type ?? ''));
    return failedStatus({ status: error.status, reason: reasonOf(error), spent, retryAfter: error.headers?.get('retry-after'), cause: error }, service);
  }
  if (error instanceof APIConnectionError) return unreachable(`no connection to ${baseUrl}: ${reasonOf(error)}`, error);
  // The client throws a bare SyntaxError for a body that is not the JSON its header promised.
  if (error instanceof SyntaxError) return { retry: true, error: malformed(`the answer of ${model} at ${baseUrl} is not JSON`, error.message) };
  return unreachable(`the connection to ${baseUrl} broke: ${reasonOf(error)}`, error);
}

/** An answer that came but cannot be used. */
export function malformed(message: string, received: unknown): EvospiceError {
  return malformedAnswer(message, received, 'a chat completion with text in choices[0].message.content',
    'check that baseUrl is an OpenAI-compatible service (it usually ends in /v1) and that the model writes text');
}
