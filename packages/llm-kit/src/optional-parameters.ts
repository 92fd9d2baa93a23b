import { EvospiceError, type Logger } from '@evospice/contracts';

/**
 * Parameters of a request that a service may refuse, such as `temperature` or `seed`. One that it refuses is left out from then on, and
 * that is said once.
 */
export class OptionalParameters {
  readonly #dropped = new Set<string>();
  readonly #logger: Logger;
  readonly #model: string;

  constructor(model: string, logger: Logger) {
    this.#model = model;
    this.#logger = logger;
  }

  /**
   * Makes a request, and again without a parameter that it is refused for, each at most once.
   * @param parameters by the names that the service knows them by; undefined ones are left out
   * @throws what `request` throws for any other reason
   */
  async send<T>(parameters: Readonly<Record<string, unknown>>, request: (parameters: Readonly<Record<string, unknown>>) => Promise<T>): Promise<T> {
    for (;;) {
      const sent = Object.fromEntries(Object.entries(parameters).filter(([name, value]) => value !== undefined && !this.#dropped.has(name)));
      try {
        return await request(sent);
      } catch (error) {
        const refused = refusedOf(error, Object.keys(sent));
        if (refused === undefined) throw error;
        if (!this.#dropped.has(refused)) this.#logger.warn(`${this.#model} does not take ${refused}: it is left out from now on`, { said: (error as Error).message });
        this.#dropped.add(refused);
      }
    }
  }
}

/** The parameter that a service names as the reason of a refusal. */
function refusedOf(error: unknown, names: readonly string[]): string | undefined {
  if (!EvospiceError.is(error, 'LLM_REFUSED') || (error.received !== 400 && error.received !== 422)) return undefined;
  return names.find((name) => new RegExp(`(?<![A-Za-z_])${name}(?![A-Za-z_])`, 'u').test(error.message));
}
