import { setTimeout as wait } from 'node:timers/promises';
import { EvospiceError, type Logger } from '@evospice/contracts';
import { TryFailed, type FailedTry, type Service } from './sorting.ts';
import { withoutKey } from '../keys.ts';

/** Longest wait between two tries, in seconds. */
const longestDelay = 60;

export interface RetryOptions<T> extends Service {
  /** Tries after the first one. */
  readonly maxRetries: number;
  /** Seconds before the first retry; doubled each time, at least what the service asks for, at most 60. */
  readonly retryDelaySeconds: number;
  /** Wall-clock seconds of one try. */
  readonly timeoutSeconds: number;
  /** Hidden in every message. */
  readonly key: string | undefined;
  readonly logger: Logger;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Makes one request, `tries` counts them from 1; the signal fires at its deadline and when the caller gives up. May throw {@link TryFailed}. */
  readonly attempt: (signal: AbortSignal, tries: number) => Promise<T>;
  /** Sorts what `attempt` threw; `overdue` tells the deadline from a broken connection. */
  readonly sort: (error: unknown, overdue: boolean) => FailedTry;
}

/**
 * Makes a request, again where that may help; each retry is logged.
 * @throws EvospiceError `LLM_CANCELLED` when the caller's signal fires; the error of the last try
 */
export async function withRetries<T>(options: RetryOptions<T>): Promise<T> {
  const { maxRetries, retryDelaySeconds, timeoutSeconds, model, baseUrl, key, logger, signal } = options;
  for (let retries = 0; ; retries += 1) {
    refuseCancelled(signal, model);
    const deadline = AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));
    try {
      return await options.attempt(signal === undefined ? deadline : AbortSignal.any([signal, deadline]), retries + 1);
    } catch (thrown) {
      refuseCancelled(signal, model);
      const { error, retry, retryAfter } = sorted(thrown, deadline.aborted, options);
      const shown = withoutKey(error, key);
      if (!retry || retries >= maxRetries) throw shown;
      const delaySeconds = Math.min(longestDelay, Math.max(retryDelaySeconds * 2 ** retries, retryAfter ?? 0));
      logger.warn(`${model} at ${baseUrl} failed; trying again`, { code: shown.code, message: shown.message, retry: retries + 1, of: maxRetries, delaySeconds });
      await waitFor(delaySeconds, signal, model);
    }
  }
}

/** An answer that cannot be used may be better next time; any other error of ours would be the same. */
function sorted<T>(thrown: unknown, overdue: boolean, { sort }: RetryOptions<T>): FailedTry {
  if (thrown instanceof TryFailed) return thrown.failed;
  return EvospiceError.is(thrown) ? { error: thrown, retry: thrown.code === 'LLM_ANSWER' } : sort(thrown, overdue);
}

async function waitFor(seconds: number, signal: AbortSignal | undefined, model: string): Promise<void> {
  try {
    await wait(seconds * 1000, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    refuseCancelled(signal, model);
    throw error;
  }
}

function refuseCancelled(signal: AbortSignal | undefined, model: string): void {
  if (signal?.aborted !== true) return;
  throw new EvospiceError('LLM_CANCELLED', `the request to ${model} was cancelled`, { expected: 'a caller that waits for the answer', cause: signal.reason });
}
