import type { Demand, Held, SchedulerState } from './state.ts';

/** What can happen, with its time in ms. */
export type SchedulerEvent = { readonly now: number } & (
  | {
      readonly type: 'request';
      /** Never used before. */
      readonly id: string;
      readonly owner: string;
      readonly account: string;
      readonly weight: number;
      readonly priority: number;
      readonly demand: Demand;
    }
  | { readonly type: 'release'; readonly id: string }
  /** Queued or held. */
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'renew'; readonly id: string }
  | { readonly type: 'deny'; readonly id: string; readonly resources: readonly string[]; readonly reason: string }
  /** A process died: what it held and what it waited for goes. */
  | { readonly type: 'owner-gone'; readonly owner: string }
  | { readonly type: 'capacity'; readonly capacity: ReadonlyMap<string, number> }
  /** Nothing but time passed. */
  | { readonly type: 'tick' }
);

export type EndCause = 'released' | 'cancelled' | 'expired' | 'owner-gone' | 'denied';

export interface Ended {
  readonly id: string;
  readonly cause: EndCause;
  /** Refusals it had met. */
  readonly denials: number;
}

/** Why a request was turned away at once. */
export interface Refusal {
  readonly id: string;
  readonly resource: string;
  readonly asked: number;
  readonly capacity: number;
}

export interface StepOutcome {
  readonly state: SchedulerState;
  /** In order of granting. */
  readonly granted: readonly Held[];
  readonly ended: readonly Ended[];
  readonly refused: Refusal | null;
}
