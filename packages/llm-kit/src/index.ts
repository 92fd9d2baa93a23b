export { boundedFetch } from './bounded-fetch.ts';
export {
  failedBody, failedStatus, malformedAnswer, reasonOf, timedOut, TryFailed, unreachable, type FailedTry, type Service,
} from './failures.ts';
export { keyFrom, withoutKey } from './keys.ts';
export { errorInBody, shortened, type ServiceError } from './service-error.ts';
export { usageFrom } from './usage.ts';
export { withRetries, type RetryOptions } from './with-retries.ts';
export { OptionalParameters } from './optional-parameters.ts';
export { priced, type Price } from './prices.ts';
export { keyVariable, serviceOptions } from './service-options.ts';
