import { EvospiceError, type Completion, type CompletionRequest, type LanguageModel } from '@evospice/contracts';

/** One answer: a text, an error to throw, or what to make of the request. */
export type ScriptedAnswer = string | EvospiceError | ((request: CompletionRequest) => string | EvospiceError);

export interface ScriptedLanguageModel extends LanguageModel {
  /** Every request so far, in order. */
  readonly requests: readonly CompletionRequest[];
}

/**
 * A language model that gives these answers in order, for tests without a service.
 * Tokens are counted as one per four characters, so that equal answers have equal usage.
 * @throws EvospiceError `LLM_ANSWER` from `complete` when all answers were given; `LLM_CANCELLED` for a fired signal.
 */
export function scriptedLanguageModel(answers: readonly ScriptedAnswer[]): ScriptedLanguageModel {
  const requests: CompletionRequest[] = [];
  return {
    name: 'scripted',
    requests,
    async complete(request, { signal } = {}): Promise<Completion> {
      if (signal?.aborted === true) throw new EvospiceError('LLM_CANCELLED', 'the request was cancelled', { cause: signal.reason });
      const next = answers[requests.length];
      requests.push(request);
      if (next === undefined) {
        throw new EvospiceError('LLM_ANSWER', `the script has only ${answers.length} answers`, { received: requests.length, expected: `at most ${answers.length} requests` });
      }
      const answer = typeof next === 'function' ? next(request) : next;
      if (typeof answer !== 'string') throw answer;
      const asked = request.messages.reduce((sum, { content }) => sum + content.length, 0);
      return { text: answer, model: 'scripted', usage: { inputTokens: Math.ceil(asked / 4), outputTokens: Math.ceil(answer.length / 4) } };
    },
  };
}
