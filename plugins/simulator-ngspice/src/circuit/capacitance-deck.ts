import type { Curve, Testbench } from '@evospice/contracts';
import type { CapacitanceTrace } from '@evospice/testbench';
import { elementLine } from './element.ts';
import { OPTIONS, type Deck, type DeckOutput } from './deck.ts';
import { spiceNumber, wrapped } from './numbers.ts';

/**
 * One circuit with one device for each bias point of each curve, solved in a single small-signal analysis. As on a
 * meter, 1 V is put on the high terminals and the current is sensed at the low ones; every other terminal is a
 * guard, held at its bias and not counted.
 * @param traces of one temperature and one frequency
 */
export function capacitanceDeck(testbench: Testbench, title: string, traces: readonly CapacitanceTrace[]): Deck {
  const lines: string[] = [];
  const outputs: DeckOutput[] = [];
  const saved: string[] = [];
  const frequency = traces[0]?.curve.frequency as number;
  for (const [index, trace] of traces.entries()) {
    const currents = Array.from(trace.curve.x, (_, point) => place(testbench, trace, point, `${index}_${point}`, lines)
      .map((name) => saved.push(name) - 1));
    outputs.push({ curve: trace.curve.id, vector: trace.vector, kind: 'capacitance', frequency, currents });
  }
  return {
    title,
    analysis: `ac lin 1 ${spiceNumber(frequency)} ${spiceNumber(frequency)}`,
    rows: 1,
    vectors: saved,
    charges: true,
    part: 'imaginary',
    outputs,
    curves: [...new Set(traces.map((trace) => trace.curve.id))],
    text: (model) => [
      title, model, `.temp ${spiceNumber(traces[0]?.curve.temperatureC as number)}`, OPTIONS,
      ...lines, wrapped('.save', saved), '.end', '',
    ].join('\n'),
  };
}

function place(testbench: Testbench, trace: CapacitanceTrace, point: number, id: string, lines: string[]): readonly string[] {
  const { curve } = trace;
  const measured = curve.measured[trace.vector];
  /** Low terminals at one bias are tied together and share an ammeter. */
  const lows = new Map<number, string>();
  const currents: string[] = [];
  const nodes = testbench.device.terminals.map((terminal, at) => {
    const drive = curve.drives.find((other) => other.terminal === terminal) as Curve['drives'][number];
    const bias = drive.values[point] as number;
    const node = `n${id}_${at}`;
    if (measured?.hi?.includes(terminal) === true) {
      lines.push(`vh${id}_${at} ${node} 0 ${spiceNumber(bias)} ac 1`);
    } else if (measured?.lo?.includes(terminal) === true) {
      const shared = lows.get(bias);
      if (shared !== undefined) return shared;
      lows.set(bias, node);
      // From ground to the terminal, so that its current is the one into the terminal.
      lines.push(`vl${id}_${at} 0 ${node} ${spiceNumber(-bias)}`);
      currents.push(`i(vl${id}_${at})`);
    } else if (drive.quantity === 'i') {
      lines.push(`i${id}_${at} 0 ${node} ${spiceNumber(bias)}`);
    } else if (bias === 0) {
      return '0';
    } else {
      lines.push(`vg${id}_${at} ${node} 0 ${spiceNumber(bias)}`);
    }
    return node;
  });
  lines.push(elementLine(testbench.device, trace.instance, id, nodes));
  return currents;
}
