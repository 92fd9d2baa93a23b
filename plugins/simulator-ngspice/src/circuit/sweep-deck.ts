import type { Curve, Testbench } from '@evospice/contracts';
import type { SweepTrace } from '@evospice/testbench';
import { elementLine } from './element.ts';
import { OPTIONS, type Deck, type DeckOutput } from './deck.ts';
import { spiceNumber, wrapped } from './numbers.ts';
import { COUNTER, SweepSources } from './sources.ts';

/**
 * One circuit with one device a curve, all swept together by a point counter.
 * @param traces of one length and one temperature
 */
export function sweepDeck(testbench: Testbench, title: string, traces: readonly SweepTrace[]): Deck {
  const sources = new SweepSources();
  const outputs: DeckOutput[] = [];
  const vectors = new Map<string, number>();
  const elements = traces.map((trace, index) => place(testbench, trace, String(index), sources, outputs, vectors));
  const { curve } = traces[0] as SweepTrace;
  const rows = curve.x.length;
  const saved = [...vectors.keys()];
  return {
    title,
    analysis: `dc v${COUNTER} 0 ${rows === 1 ? 0 : 1 - rows} -1`,
    rows,
    vectors: saved,
    charges: false,
    part: 'real',
    outputs,
    curves: traces.map((trace) => trace.curve.id),
    text: (model) => [
      title, model, `.temp ${spiceNumber(curve.temperatureC)}`, OPTIONS,
      `v${COUNTER} ${COUNTER} 0 0`, ...sources.lines, ...elements.flat(), wrapped('.save', saved), '.end', '',
    ].join('\n'),
  };
}

function place(
  testbench: Testbench, trace: SweepTrace, id: string, sources: SweepSources, outputs: DeckOutput[], vectors: Map<string, number>,
): readonly string[] {
  const { curve } = trace;
  const ammeters: string[] = [];
  const nodes = testbench.device.terminals.map((terminal, at) => {
    const drive = curve.drives.find((other) => other.terminal === terminal) as Curve['drives'][number];
    const node = `n${id}_${at}`;
    const wanted = trace.vectors.filter((vector) => curve.measured[vector]?.node === terminal);
    if (drive.quantity === 'v' && wanted.length === 0) return sources.voltageNode(drive.values);
    let feed = `f${id}_${at}`;
    if (drive.quantity === 'v') feed = sources.voltageNode(drive.values);
    else sources.current(`${id}_${at}`, feed, drive.values);
    // The current of a voltage source runs from its first node to its second: into the terminal.
    ammeters.push(`va${id}_${at} ${feed} ${node} 0`);
    for (const vector of wanted) {
      const name = curve.measured[vector]?.kind === 'v' ? `v(${node})` : `i(va${id}_${at})`;
      const index = vectors.get(name) ?? vectors.size;
      vectors.set(name, index);
      outputs.push({ curve: curve.id, vector, kind: 'column', index });
    }
    return node;
  });
  return [...ammeters, elementLine(testbench.device, trace.instance, id, nodes)];
}
