import type { Curve, Testbench } from '@evospice/contracts';
import type { Deck, DeckDevice, DeckOutput, DeckSource } from './deck.ts';
import type { CapacitanceTrace } from './group-curves.ts';
import { besideModels, placeDevice } from './place-device.ts';
import type { Profile } from './profile.ts';
import { SignalList } from './signal-list.ts';

/**
 * One circuit with one device for each bias point of each curve, solved in a single small-signal analysis. As on a
 * meter, 1 V is put on the high terminals and the current is sensed at the low ones; every other terminal is a
 * guard, held at its bias and not counted.
 * @param traces of one temperature and one frequency
 * @param tied whether low terminals at one bias are tied together and share an ammeter
 */
export function capacitanceDeck(testbench: Testbench, id: string, traces: readonly CapacitanceTrace[], tied: boolean): Deck {
  const { curve } = traces[0] as CapacitanceTrace;
  const list = new SignalList();
  const sources: DeckSource[] = [];
  const devices: DeckDevice[] = [];
  const outputs = traces.map((trace, index): DeckOutput => ({
    curve: trace.curve.id, vector: trace.vector, kind: 'capacitance',
    currents: Array.from(trace.curve.x, (_, point) => {
      const placed = place(testbench, trace, point, `${index}_${point}`, tied);
      sources.push(...placed.sources);
      devices.push(placed.device);
      return placed.sensed.map((source) => list.add({ kind: 'current', source }));
    }),
  }));
  return {
    id, temperatureC: curve.temperatureC, analysis: { kind: 'ac', frequency: curve.frequency as number }, sources, devices,
    signals: list.signals, outputs, curves: [...new Set(traces.map((trace) => trace.curve.id))], models: besideModels(testbench), options: testbench.options ?? {},
  };
}

interface Placed {
  readonly device: DeckDevice;
  readonly sources: readonly DeckSource[];
  /** Names of the sources whose currents are summed. */
  readonly sensed: readonly string[];
}

function place(testbench: Testbench, trace: CapacitanceTrace, point: number, id: string, tied: boolean): Placed {
  const { curve } = trace;
  const measured = curve.measured[trace.vector];
  const sources: DeckSource[] = [];
  const sensed: string[] = [];
  const lows = new Map<number, string>();
  const nodes = testbench.device.terminals.map((terminal, at) => {
    const drive = curve.drives.find((other) => other.terminal === terminal) as Curve['drives'][number];
    const bias = (drive.values[point] as number) + 0;
    const profile: Profile = { kind: 'constant', value: bias };
    const node = `n${id}_${at}`;
    if (measured?.hi?.includes(terminal) === true) {
      sources.push({ name: `h${id}_${at}`, quantity: 'v', positive: node, negative: '0', profile, excitation: 1, device: id });
    } else if (measured?.lo?.includes(terminal) === true) {
      const shared = tied ? lows.get(bias) : undefined;
      if (shared !== undefined) return shared;
      lows.set(bias, node);
      // From ground to the terminal, so that its current is the one into the terminal.
      sources.push({ name: `l${id}_${at}`, quantity: 'v', positive: '0', negative: node, profile: { kind: 'constant', value: 0 - bias }, device: id });
      sensed.push(`vl${id}_${at}`);
    } else if (drive.quantity === 'i') {
      sources.push({ name: `${id}_${at}`, quantity: 'i', positive: '0', negative: node, profile, device: id });
    } else if (bias === 0) {
      return '0';
    } else {
      sources.push({ name: `g${id}_${at}`, quantity: 'v', positive: node, negative: '0', profile, device: id });
    }
    return node;
  });
  return { device: placeDevice(testbench, trace.instance, id, nodes), sources, sensed };
}
