import type { Curve, Testbench } from '@evospice/contracts';
import { COUNTER_NODE, type Deck, type DeckDevice, type DeckOutput, type DeckSource } from './deck.ts';
import type { SweepTrace } from './group-curves.ts';
import { besideModels, placeDevice } from './place-device.ts';
import { keyOfProfile, profileOf } from './profile.ts';
import { SignalList } from './signal-list.ts';

/**
 * One circuit with one device a curve, all swept together by a point counter. Equal drives share a source; a terminal
 * that is measured hangs on it through an ammeter of its own.
 * @param traces of one number of points and one temperature
 */
export function sweepDeck(testbench: Testbench, id: string, traces: readonly SweepTrace[]): Deck {
  const { curve } = traces[0] as SweepTrace;
  const builder = new SweepBuilder();
  const devices = traces.map((trace, index) => builder.place(testbench, trace, String(index)));
  return {
    id,
    temperatureC: curve.temperatureC,
    analysis: { kind: 'sweep', points: curve.x.length },
    sources: builder.sources,
    devices,
    signals: builder.list.signals,
    outputs: builder.outputs,
    curves: traces.map((trace) => trace.curve.id),
    models: besideModels(testbench),
    options: testbench.options ?? {},
  };
}

class SweepBuilder {
  readonly sources: DeckSource[] = [];
  readonly outputs: DeckOutput[] = [];
  readonly list = new SignalList();
  readonly #shared = new Map<string, string>();

  constructor() {
    this.list.add({ kind: 'voltage', node: COUNTER_NODE });
  }

  place(testbench: Testbench, trace: SweepTrace, id: string): DeckDevice {
    const { curve } = trace;
    const nodes = testbench.device.terminals.map((terminal, at) => {
      const drive = curve.drives.find((other) => other.terminal === terminal) as Curve['drives'][number];
      const wanted = trace.vectors.filter((vector) => curve.measured[vector]?.node === terminal);
      if (drive.quantity === 'v' && wanted.length === 0) return this.#voltageNode(drive.values);
      const node = `n${id}_${at}`;
      let feed = `f${id}_${at}`;
      if (drive.quantity === 'v') feed = this.#voltageNode(drive.values);
      else this.sources.push({ name: `${id}_${at}`, quantity: 'i', positive: '0', negative: feed, profile: profileOf(drive.values) });
      // From the feed to the terminal, so that its current is the one into the terminal.
      const meter = `a${id}_${at}`;
      this.sources.push({ name: meter, quantity: 'v', positive: feed, negative: node, profile: { kind: 'constant', value: 0 }, device: id });
      for (const vector of wanted) {
        const signal = this.list.add(curve.measured[vector]?.kind === 'v' ? { kind: 'voltage', node } : { kind: 'current', source: `v${meter}` });
        this.outputs.push({ curve: curve.id, vector, kind: 'column', signal });
      }
      return node;
    });
    return placeDevice(testbench, trace.instance, id, nodes);
  }

  /** Node with this voltage. */
  #voltageNode(values: ArrayLike<number>): string {
    const profile = profileOf(values);
    if (profile.kind === 'constant' && profile.value === 0) return '0';
    const key = keyOfProfile(profile);
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const node = `s${this.#shared.size}`;
    this.#shared.set(key, node);
    this.sources.push({ name: node, quantity: 'v', positive: node, negative: '0', profile });
    return node;
  }
}
