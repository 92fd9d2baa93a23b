export { boundedFetch, type WireLimit } from './bounded-fetch.ts';
export { failedBody, failedStatus, malformedAnswer, reasonOf, timedOut, TryFailed, unreachable, type FailedTry, type Service, type ToldFailure } from './failures.ts';
export { keyFrom, withoutKey } from './keys.ts';
export { errorInBody, shortened, type ServiceError } from './service-error.ts';
export { usageFrom, type ToldUsage } from './usage.ts';
export { withRetries, type RetryOptions } from './with-retries.ts';
