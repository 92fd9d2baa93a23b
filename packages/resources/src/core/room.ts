import type { BackOff, Demand } from './state.ts';

interface Stock {
  readonly now: number;
  readonly capacity: ReadonlyMap<string, number>;
  readonly inUse: ReadonlyMap<string, number>;
  readonly backOffs: ReadonlyMap<string, BackOff>;
}

/** A probe may go beyond the limit: the back-off is over and no other probe is out. */
function mayProbe(backOff: BackOff, now: number): boolean {
  return backOff.probe === null && now >= backOff.until;
}

/** What is free during one round of granting, less what is kept for requests that go first but do not fit yet. */
export class Room {
  readonly #stock: Stock;
  readonly #closed = new Set<string>();
  readonly #reserved = new Map<string, number>();

  constructor(stock: Stock) {
    this.#stock = stock;
  }

  fits(demand: Demand): boolean {
    return demand.every(({ resource, amount }) => !this.#closed.has(resource) && !this.#isShort(resource, amount));
  }

  /** Licences for which granting this would be a probe. */
  probes(demand: Demand): string[] {
    return demand.filter(({ resource, amount }) => this.#limitOf(resource) - this.#used(resource) < amount).map(({ resource }) => resource);
  }

  /** True when nothing but other leases is in its way. A licence in back-off or a capacity that shrank would keep it waiting whoever gives back. */
  isEligible(demand: Demand): boolean {
    return demand.every(({ resource, amount }) => amount <= (this.#stock.capacity.get(resource) ?? 0) && (amount <= this.#limitOf(resource) || this.#probeOpen(resource)));
  }

  /** Nobody behind takes what this one is short of. What it has enough of stays open: it would only lie idle. */
  close(demand: Demand): void {
    for (const { resource, amount } of demand) if (this.#isShort(resource, amount)) this.#closed.add(resource);
  }

  /** Sets aside all of it, so that what comes free gathers until it fits. */
  reserve(demand: Demand): void {
    for (const { resource, amount } of demand) this.#reserved.set(resource, amount);
  }

  #isShort(resource: string, amount: number): boolean {
    const used = this.#used(resource);
    if (used + amount <= this.#limitOf(resource)) return false;
    return used + amount > (this.#stock.capacity.get(resource) ?? 0) || !this.#probeOpen(resource);
  }

  /** One probe at a time, and none while somebody else's claim on the licence is being gathered. */
  #probeOpen(resource: string): boolean {
    const backOff = this.#stock.backOffs.get(resource);
    return backOff !== undefined && mayProbe(backOff, this.#stock.now) && !this.#reserved.has(resource);
  }

  #limitOf(resource: string): number {
    const capacity = this.#stock.capacity.get(resource) ?? 0;
    return Math.min(capacity, this.#stock.backOffs.get(resource)?.limit ?? capacity);
  }

  #used(resource: string): number {
    return (this.#stock.inUse.get(resource) ?? 0) + (this.#reserved.get(resource) ?? 0);
  }
}
