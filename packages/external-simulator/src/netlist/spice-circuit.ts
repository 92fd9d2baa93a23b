import { COUNTER_NODE, COUNTER_SOURCE, MODEL_NAME, type Deck, type DeckDevice, type DeckSource, type Signal } from '../deck/deck.ts';
import { spiceNumber } from './numbers.ts';

/** What the dialects that look like SPICE do each in its own way. */
export interface SpiceWriter {
  /** Lines of a source whose value is a table over the counter node's voltage, exact at its corners. */
  table(source: DeckSource, values: readonly number[]): readonly string[];
  /** Element lines of a device; one SPICE line without a thermal node when left out. */
  device?(device: DeckDevice): readonly string[];
}

/** Element lines of a deck in SPICE; title, model, options, analysis and output are the dialect's own. */
export function spiceCircuit(deck: Deck, writer: SpiceWriter): readonly string[] {
  const counter = deck.analysis.kind === 'sweep' ? [`${COUNTER_SOURCE} ${COUNTER_NODE} 0 0`] : [];
  return [
    ...counter,
    ...deck.sources.flatMap((source) => sourceLines(source, writer)),
    ...deck.devices.flatMap((device) => writer.device?.(device) ?? [spiceElement(device)]),
  ];
}

const letters = { mosfet: 'm', vdmos: 'm', bjt: 'q', diode: 'd', jfet: 'j' } as const;

/** One element line; a thermal node is left out, which leaves it inside the device. */
export function spiceElement(device: DeckDevice, extraNodes: readonly string[] = []): string {
  const params = Object.entries(device.params).map(([name, value]) => `${name}=${spiceNumber(value)}`);
  return [`${letters[device.description.kind]}${device.name}`, ...device.nodes, ...extraNodes, MODEL_NAME, ...params].join(' ');
}

/** `v(node)` or `i(source)`. */
export function spiceSignal(signal: Signal): string {
  return signal.kind === 'voltage' ? `v(${signal.node})` : `i(${signal.source})`;
}

function sourceLines(source: DeckSource, writer: SpiceWriter): readonly string[] {
  const { quantity, name, positive, negative, profile, excitation } = source;
  if (profile.kind === 'table') return writer.table(source, profile.values);
  if (profile.kind === 'constant') {
    const ac = excitation === undefined ? '' : ` ac ${spiceNumber(excitation)}`;
    return [`${quantity}${name} ${positive} ${negative} ${spiceNumber(profile.value)}${ac}`];
  }
  const step = spiceNumber(profile.step);
  const start = spiceNumber(profile.start);
  if (quantity === 'i') {
    const slope = `g${name} ${positive} ${negative} ${COUNTER_NODE} 0 ${step}`;
    return profile.start === 0 ? [slope] : [slope, `i${name} ${positive} ${negative} ${start}`];
  }
  if (profile.start === 0) return [`e${name} ${positive} ${negative} ${COUNTER_NODE} 0 ${step}`];
  return [`e${name} ${positive} o${name} ${COUNTER_NODE} 0 ${step}`, `v${name} o${name} ${negative} ${start}`];
}
