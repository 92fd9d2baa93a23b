export { keyFrom, withoutKey } from './keys.ts';
export { failedStatus, malformedAnswer, reasonOf, timedOut, unreachable, type FailedTry, type Service } from './failures.ts';
export { withRetries, type RetryOptions } from './with-retries.ts';
