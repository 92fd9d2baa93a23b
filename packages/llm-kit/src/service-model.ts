import { defined, type Completion, type CompletionRequest, type LanguageModel, type Logger } from '@evospice/contracts';
import { OptionalParameters } from './optional-parameters.ts';
import { priced, type PriceLookup } from './cost/prices.ts';
import { sortThrown, type ClientErrors } from './failures/client-errors.ts';
import { malformedAnswer, type Service } from './failures/sorting.ts';
import { withRetries } from './failures/with-retries.ts';
import { answerBody } from './wire/answer-body.ts';
import type { ServiceOptions } from './service-options.ts';

/** Parameters of a request by the names that the service knows them by. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Puts an answer together that comes in events. */
export interface Gathering {
  /** @throws TryFailed for an event that says that the answer failed */
  take(event: unknown): void;
  /** The answer in the shape of one that comes whole; undefined while it is not at its end. */
  document(): unknown;
}

/** How a service is asked and how its answers are read. */
export interface ServiceProtocol {
  /** Parameters of a request that a service may refuse; undefined ones are left out. */
  optionalParameters(request: CompletionRequest): Parameters;
  /**
   * Sends a request.
   * @param parameters those of `optionalParameters` that this service takes
   * @throws what the client throws
   */
  send(request: CompletionRequest, parameters: Parameters, signal: AbortSignal): Promise<Response>;
  gather(): Gathering;
  /** @throws TryFailed `LLM_ANSWER` for a document without a text; what the service says where it is an error */
  completion(document: unknown): Completion;
  /** Undefined while the client is not loaded. */
  readonly errors: ClientErrors | undefined;
}

export interface ServiceModelSettings {
  readonly options: ServiceOptions & Service;
  readonly protocol: ServiceProtocol;
  readonly prices?: PriceLookup | undefined;
  readonly key: string | undefined;
  readonly logger: Logger;
}

/** A language model behind a service. Retries are made here and not in the client, so that each one is logged. */
export class ServiceModel implements LanguageModel {
  readonly name: string;
  readonly #settings: ServiceModelSettings;
  readonly #parameters: OptionalParameters;

  constructor(settings: ServiceModelSettings) {
    this.name = settings.options.model;
    this.#settings = settings;
    this.#parameters = new OptionalParameters(this.name, settings.logger);
  }

  complete(request: CompletionRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Completion> {
    const { options, protocol, key, logger } = this.#settings;
    const wanted = { ...options.parameters, temperature: request.temperature ?? options.temperature, ...protocol.optionalParameters(request) };
    return this.#parameters.send(wanted, (parameters) => withRetries({
      ...options, key, logger, signal,
      attempt: async (either, tries) => ({ ...await this.#try(request, parameters, either), ...(tries > 1 ? { tries } : {}) }),
      sort: (error, overdue) => sortThrown(error, overdue, options, protocol.errors),
    }));
  }

  async #try(request: CompletionRequest, parameters: Parameters, signal: AbortSignal): Promise<Completion> {
    const { options, protocol, prices, logger } = this.#settings;
    const body = await answerBody(await protocol.send(request, parameters, signal), { ...options, signal });
    const completion = protocol.completion('document' in body ? body.document : await this.#gathered(body.events));
    const { cut, model, usage } = completion;
    if (cut !== undefined) logger.warn(`the answer of ${model} was cut ${cut === 'length' ? 'at its length limit' : "by the service's filter"}`, { outputTokens: usage?.outputTokens });
    return { ...completion, ...defined({ usage: priced(usage, options.price ?? prices?.priceOf(model, this.name)) }) };
  }

  async #gathered(events: AsyncIterable<unknown>): Promise<unknown> {
    const gathering = this.#settings.protocol.gather();
    for await (const event of events) gathering.take(event);
    const document = gathering.document();
    if (document !== undefined) return document;
    const { model, baseUrl } = this.#settings.options;
    throw malformedAnswer(`the answer of ${model} at ${baseUrl} was cut: its stream ended before it said that the answer is whole`, null, 'a stream with its end',
      'see whether a proxy closes long connections; with `stream: false` the answer comes in one piece');
  }
}

