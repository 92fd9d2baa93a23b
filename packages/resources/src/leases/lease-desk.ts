import type { ResourceLease, ResourceRequest } from '@evospice/contracts';
import type { Ended, Refusal } from '../core/events.ts';
import { licenceResource, priorityNumbers } from '../core/view.ts';
import { demandOf } from './demand.ts';
import { badRequest, cancelled, closed, leaseLost, noLicence, tooLarge } from './errors.ts';

/** An event without what the scheduler itself adds: time and owner. */
export type DeskEvent =
  | {
      readonly type: 'request'; readonly id: string; readonly account: string; readonly weight: number; readonly priority: number;
      readonly demand: ReturnType<typeof demandOf>;
    }
  | { readonly type: 'release' | 'cancel' | 'renew'; readonly id: string }
  | { readonly type: 'deny'; readonly id: string; readonly resources: readonly string[]; readonly reason: string };

/** What came of an event for this process. */
export interface DeskNews {
  readonly granted: readonly string[];
  readonly ended: readonly Ended[];
  readonly refused: Refusal | null;
}

/** Turns what the core grants and ends into promises, leases and signals. */
export class LeaseDesk {
  readonly #tickets = new Map<string, Ticket>();
  readonly #apply: (event: DeskEvent) => void;
  #closed = false;

  /** @param apply runs the event through the core and hands the news to `settle` before it returns */
  constructor(apply: (event: DeskEvent) => void) {
    this.#apply = apply;
  }

  async acquire(id: string, request: ResourceRequest, signal: AbortSignal | undefined): Promise<ResourceLease> {
    if (this.#closed) throw closed();
    const demand = demandOf(request);
    if (signal?.aborted === true) throw cancelled(signal.reason);
    const ticket = new Ticket(id, request, signal, this.#apply, () => this.#tickets.delete(id));
    const held = ticket.wait();
    this.#tickets.set(id, ticket);
    try {
      this.#apply({ type: 'request', id, account: request.account, weight: request.weight ?? 1, priority: priorityNumbers[request.priority], demand });
    } catch (error) {
      ticket.cancel(error);
    }
    await held;
    // It may have ended between the grant and this moment.
    ticket.mustBeHeld();
    return ticket;
  }

  settle({ granted, ended, refused }: DeskNews): void {
    if (refused !== null) this.#tickets.get(refused.id)?.finish(tooLarge(refused));
    for (const id of granted) this.#tickets.get(id)?.hold();
    for (const end of ended) this.#tickets.get(end.id)?.ended(end);
  }

  /** Ids that wait and ids that are held, for a scheduler that must look them up. */
  get waiting(): string[] {
    return [...this.#tickets.values()].filter((ticket) => !ticket.held).map(({ id }) => id);
  }

  get held(): string[] {
    return [...this.#tickets.values()].filter((ticket) => ticket.held).map(({ id }) => id);
  }

  /** Ends every wait with an error; what is held stays held. */
  fail(error: unknown): void {
    for (const ticket of this.#tickets.values()) if (!ticket.held) ticket.cancel(error);
  }

  /** Turns everybody away. */
  close(): void {
    this.#closed = true;
    for (const ticket of this.#tickets.values()) ticket.cancel(closed());
  }
}

class Ticket implements ResourceLease {
  readonly id: string;
  readonly request: ResourceRequest;
  readonly #apply: (event: DeskEvent) => void;
  readonly #forget: () => void;
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort = (): void => this.cancel(cancelled(this.#outer?.reason));
  #turn: PromiseWithResolvers<void> | null = null;
  /** Undefined while it waits or is held; null after `release`. */
  #end: unknown = undefined;
  #denial = '';

  constructor(id: string, request: ResourceRequest, outer: AbortSignal | undefined, apply: (event: DeskEvent) => void, forget: () => void) {
    this.id = id;
    this.request = request;
    this.#apply = apply;
    this.#forget = forget;
    this.#outer = outer;
    outer?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get held(): boolean {
    return this.#turn === null;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  wait(): Promise<void> {
    this.#turn = Promise.withResolvers();
    return this.#turn.promise;
  }

  hold(): void {
    this.#turn?.resolve();
    this.#turn = null;
  }

  ended({ cause, denials }: Ended): void {
    if (cause === 'expired') this.finish(leaseLost('it was not renewed in time'));
    else if (cause === 'owner-gone') this.finish(leaseLost('this process was taken for dead'));
    else if (cause === 'denied') this.finish(noLicence(Object.keys(this.request.licences ?? {}), denials, this.#denial));
  }

  /** The end: `error` goes to whoever waits or works; null when the holder itself released. */
  finish(error: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = error;
    this.#outer?.removeEventListener('abort', this.#onAbort);
    this.#forget();
    this.#turn?.reject(error);
    this.#turn = null;
    if (error !== null) this.#controller.abort(error);
  }

  /** Takes it out of the queue, or back from its holder. */
  cancel(error: unknown): void {
    if (this.#end !== undefined) return;
    this.finish(error);
    this.#apply({ type: 'cancel', id: this.id });
  }

  async release(): Promise<void> {
    if (this.#end !== undefined) return;
    if (!this.held) {
      this.cancel(cancelled(undefined));
      return;
    }
    this.finish(null);
    this.#apply({ type: 'release', id: this.id });
  }

  async deny(reason: string, licence?: string): Promise<void> {
    this.mustBeHeld();
    const licences = Object.entries(this.request.licences ?? {}).filter(([, count]) => count > 0).map(([name]) => name);
    const refused = licence === undefined ? licences : licences.filter((name) => name === licence);
    if (refused.length === 0) throw badRequest(`the request has no licence${licence === undefined ? '' : ` of ${licence}`} that could be denied`, licence, `one of ${licences.join(', ') || 'no licences'}`);
    this.#denial = reason;
    const turn = this.wait();
    try {
      this.#apply({ type: 'deny', id: this.id, resources: refused.map(licenceResource), reason });
    } catch (error) {
      this.cancel(error);
    }
    await turn;
  }

  async renew(): Promise<void> {
    this.mustBeHeld();
    this.#apply({ type: 'renew', id: this.id });
    this.mustBeHeld();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }

  /** @throws EvospiceError what it ended with. */
  mustBeHeld(): void {
    if (this.#end === null) throw leaseLost('it was released');
    if (this.#end !== undefined) throw this.#end;
    if (!this.held) throw leaseLost('it waits for a licence again');
  }
}
