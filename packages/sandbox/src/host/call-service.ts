import { EvospiceError, type Json, type ProgramCall } from '@evospice/contracts';
import { longestMessage } from '../child/frames.ts';
import type { Answer, HostService } from './host-service.ts';

/** Has one function of a program called, and answers what it asks by the host's own function. */
export class CallService implements HostService {
  readonly start: object;
  readonly exhausted = false;
  readonly #host: ProgramCall['host'];

  constructor({ arguments: values, seed, host }: ProgramCall) {
    this.#host = host;
    this.start = { kind: 'call', arguments: values, seed, host: host !== undefined };
  }

  log(): void {
    // The answer has the lines.
  }

  accept(name: string, payload: unknown): (() => Promise<Answer>) | undefined {
    const host = this.#host;
    return host === undefined ? undefined : () => answerBy(host, name, payload as Json);
  }
}

async function answerBy(host: NonNullable<ProgramCall['host']>, name: string, payload: Json): Promise<Answer> {
  try {
    return { reply: { value: await host(name, payload) }, free: true };
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    return { reply: { error: { code: error.code, message: error.message.slice(0, longestMessage) } }, free: true };
  }
}
