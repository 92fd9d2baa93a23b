import type { Curve, Testbench } from '@evospice/contracts';
import {
  compileDecks as compileCircuits, COUNTER_NODE, COUNTER_SOURCE, deviceFacts, spiceCircuitByDevice, spiceElement, spiceNumber, spiceSignal, wrapped,
  type Deck as Circuit, type DeckDevice, type DeckSource, type SpiceWriter,
} from '@evospice/testbench';
import { withoutDiodeMultipliers } from './diode-multiplier.ts';
import { OPTIONS, WARM_OPTIONS, type Deck, type DeckOutput } from './deck.ts';
import { besideStatement } from './model-statement.ts';

/**
 * Loading and setting up a circuit takes time that grows with the square of its devices: 0.8 ms for 64, 7 for 256. Low terminals at one
 * bias share an ammeter: one vector less to save for each.
 */
const rules = { limits: { curves: 64, biasPoints: 64 }, tied: true };

/**
 * Compiles curves into as few circuits as can share an analysis.
 * @param curves in the order of the testbench
 * @param prefix of the decks' titles, to tell sets of decks apart
 */
export function compileDecks(testbench: Testbench, curves: readonly Curve[], prefix: string): readonly Deck[] {
  return compileCircuits(testbench, curves, rules, (deck) => `${prefix} ${deck}`).map((circuit) => deckOf(withoutDiodeMultipliers(circuit, testbench.card, testbench.parameters)));
}

function deckOf(circuit: Circuit): Deck {
  const { id, analysis, outputs, curves, signals } = circuit;
  // The counter is not saved: results are checked by their number of rows.
  const saved = signals.filter((signal) => signal.kind === 'current' || signal.node !== COUNTER_NODE).map(spiceSignal);
  const lines = spiceCircuitByDevice(circuit, writer);
  const sweep = analysis.kind === 'sweep';
  const heats = circuit.devices.some(({ thermalNode }) => thermalNode !== undefined);
  const beside = circuit.models.map(({ name, card }) => besideStatement(name, card));
  return {
    title: id, curves, vectors: saved, charges: !sweep,
    rows: sweep ? analysis.points : 1,
    part: sweep ? 'real' : 'imaginary',
    // Downwards: a sweep that ends at or below zero spares ngspice a temperature update of the whole circuit for each parameter altered afterwards.
    analysis: sweep
      ? `dc ${COUNTER_SOURCE} 0 ${analysis.points === 1 ? 0 : 1 - analysis.points} -1`
      : `ac lin 1 ${spiceNumber(analysis.frequency)} ${spiceNumber(analysis.frequency)}`,
    outputs: outputs.map(({ curve, vector, ...place }): DeckOutput => (place.kind === 'column'
      ? { curve, vector, kind: 'column', index: saved.indexOf(spiceSignal(signals[place.signal] as Circuit['signals'][number])) }
      : { curve, vector, kind: 'capacitance', frequency: sweep ? Number.NaN : analysis.frequency, currents: place.currents })),
    text: (model) => [
      id, model, ...beside, ...optionLine(circuit), `.temp ${spiceNumber(circuit.temperatureC)}`, OPTIONS, ...(heats ? [WARM_OPTIONS] : []),
      ...lines, ...settled(circuit), wrapped('.save', saved, 12), '.end', '',
    ].join('\n'),
  };
}

/** ngspice takes all that `CircuitOptions` has, for this circuit alone. */
function optionLine({ options }: Circuit): readonly string[] {
  const words = Object.entries(options).map(([name, value]) => `${name}=${spiceNumber(value)}`);
  return words.length === 0 ? [] : [`.options ${words.join(' ')}`];
}

/**
 * Says a driven node's voltage again in a small-signal circuit, which makes ngspice take one more pass. Where no current runs between drain and source it accepts
 * an operating point while its step limit (`fetlim`) still holds a MOSFET's gate short of the terminal's voltage: capacitances are then up to a percent wrong.
 */
function settled({ analysis, sources }: Circuit): readonly string[] {
  if (analysis.kind === 'sweep') return [];
  const driven = sources.find(({ quantity, negative }) => quantity === 'v' && negative === '0');
  return driven?.profile.kind === 'constant' ? [`.nodeset v(${driven.positive})=${spiceNumber(driven.profile.value)}`] : [];
}

const writer: SpiceWriter = { counting: -1, table, device };

/** Piecewise linear in the counter, which runs downwards, with a corner at each point: exact there. */
function table({ name, quantity, positive, negative }: DeckSource, values: readonly number[]): readonly string[] {
  const pairs = values.map((value, k) => `${k === 0 ? 0 : -k}, ${spiceNumber(value)}`).toReversed();
  const corners = pairs.map((pair, at) => (at === pairs.length - 1 ? `${pair})` : `${pair},`));
  return [`b${name} ${positive} ${negative} ${quantity}=${wrapped(`pwl(v(${COUNTER_NODE}),`, corners, 6)}`];
}

/** The nodes in front of a thermal node must all be there; those that a device does not name are grounded. */
function device(part: DeckDevice): readonly string[] {
  const { thermalAfter = 0 } = deviceFacts(part.description);
  if (part.thermalNode === undefined) return [spiceElement(part)];
  const grounded = Array.from({ length: Math.max(0, thermalAfter - part.nodes.length) }, () => '0');
  return [spiceElement(part, [...grounded, part.thermalNode])];
}
