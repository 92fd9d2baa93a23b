import type { Signal } from './deck.ts';

/** Signals to save, each once. */
export class SignalList {
  readonly signals: Signal[] = [];
  readonly #positions = new Map<string, number>();

  /** Position of the signal in the list. */
  add(signal: Signal): number {
    const key = signal.kind === 'voltage' ? `v ${signal.node}` : `i ${signal.source}`;
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    this.#positions.set(key, this.signals.length);
    return this.signals.push(signal) - 1;
  }
}
