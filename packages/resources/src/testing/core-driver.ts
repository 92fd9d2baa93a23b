import { defaultCoreSettings, type CoreSettings } from '../core/settings.ts';
import { emptyState, type Demand, type Held, type SchedulerState } from '../core/state.ts';
import type { Ended, Refusal, SchedulerEvent } from '../core/events.ts';
import { step } from '../core/step.ts';
import { nextWake } from '../core/wake.ts';

type WithoutTime<T> = T extends { readonly now: number } ? Omit<T, 'now'> : never;

/** Feeds the core events on a virtual clock and keeps what came of them. */
export class CoreDriver {
  readonly settings: CoreSettings;
  state: SchedulerState;
  now = 0;
  readonly granted: Held[] = [];
  readonly ended: Ended[] = [];
  readonly refused: Refusal[] = [];
  #lastId = 0;

  constructor(capacity: Readonly<Record<string, number>>, settings: CoreSettings = defaultCoreSettings) {
    this.settings = settings;
    this.state = emptyState(new Map(Object.entries(capacity)));
  }

  send(event: WithoutTime<SchedulerEvent>): Held[] {
    const outcome = step(this.state, { ...event, now: this.now } as SchedulerEvent, this.settings);
    this.state = outcome.state;
    this.granted.push(...outcome.granted);
    this.ended.push(...outcome.ended);
    if (outcome.refused !== null) this.refused.push(outcome.refused);
    return [...outcome.granted];
  }

  request(account: string, demand: Readonly<Record<string, number>>, { priority = 0, weight = 1, owner = '' } = {}): string {
    this.#lastId += 1;
    const id = String(this.#lastId);
    const amounts: Demand = Object.entries(demand).map(([resource, amount]) => ({ resource, amount }));
    this.send({ type: 'request', id, owner, account, weight, priority, demand: amounts });
    return id;
  }

  isHeld(id: string): boolean {
    return this.state.held.has(id);
  }

  get heldIds(): string[] {
    return [...this.state.held.keys()];
  }

  get waitingIds(): string[] {
    return [...this.state.lanes.values()].flatMap(({ requests }) => requests.map(({ id }) => id));
  }

  /** Lets time pass; ticks only where the core asked for it, so that a wake-up it forgot to ask for shows. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let wake = nextWake(this.state, this.settings); wake !== null && wake <= end; wake = nextWake(this.state, this.settings)) {
      if (wake < this.now) throw new Error(`the core wants to be woken at ${wake}, which is past at ${this.now}`);
      this.now = wake;
      const before = this.state;
      this.send({ type: 'tick' });
      if (nextWake(this.state, this.settings) === wake && this.state.held.size === before.held.size) throw new Error(`the core is woken at ${wake} for ever`);
    }
    this.now = end;
  }
}
