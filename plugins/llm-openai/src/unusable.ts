import { errorInBody, failedBody, malformedAnswer, TryFailed, type Service } from '@evospice/llm-kit';

/** An answer that came but cannot be used. */
export function unusable(message: string, received: unknown, remedy?: string): TryFailed {
  const error = malformedAnswer(message, received, 'an answer of a model with text in it',
    remedy ?? 'check that baseUrl is an OpenAI-compatible service (it usually ends in /v1) and that the model writes text');
  return new TryFailed({ retry: true, error });
}

/** @throws TryFailed what the service says where a document is an error */
export function refuseError(document: unknown, service: Service): void {
  const error = errorInBody(document);
  if (error !== undefined) throw new TryFailed(failedBody(error, service));
}
