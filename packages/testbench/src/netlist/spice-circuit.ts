import { COUNTER_NODE, COUNTER_SOURCE, MODEL_NAME, type Deck, type DeckDevice, type DeckElement, type DeckSource, type Signal } from '../circuit/deck.ts';
import { deviceFacts } from '../devices/device-kinds.ts';
import { spiceNumber } from './numbers.ts';

/** What the dialects that look like SPICE do each in its own way. */
export interface SpiceWriter {
  /** Lines of a source whose value is a table over the counter node's voltage, exact at its corners. */
  table(source: DeckSource, values: readonly number[]): readonly string[];
  /** How the counter runs: 1 when left out, or -1 where it runs downwards from 0. */
  readonly counting?: 1 | -1;
  /** Element lines of a device; one SPICE line without a thermal node when left out. */
  device?(device: DeckDevice): readonly string[];
}

/** Element lines of a deck in SPICE; title, model, options, analysis and output are the dialect's own. */
export function spiceCircuit(deck: Deck, writer: SpiceWriter): readonly string[] {
  return [
    ...counterLines(deck),
    ...deck.sources.flatMap((source) => sourceLines(source, writer)),
    ...deck.devices.flatMap((device) => deviceLines(device, writer)),
  ];
}

/** As `spiceCircuit`, with the sources that serve one device beside it. */
export function spiceCircuitByDevice(deck: Deck, writer: SpiceWriter): readonly string[] {
  return [
    ...counterLines(deck),
    ...deck.sources.filter(({ device }) => device === undefined).flatMap((source) => sourceLines(source, writer)),
    ...deck.devices.flatMap((device) => [
      ...deck.sources.filter((source) => source.device === device.name).flatMap((source) => sourceLines(source, writer)),
      ...deviceLines(device, writer),
    ]),
  ];
}

function counterLines({ analysis }: Deck): readonly string[] {
  return analysis.kind === 'sweep' ? [`${COUNTER_SOURCE} ${COUNTER_NODE} 0 0`] : [];
}

function deviceLines(device: DeckDevice, writer: SpiceWriter): readonly string[] {
  return [...(writer.device?.(device) ?? [spiceElement(device)]), ...device.beside.map(besideLine)];
}

/** An element beside a device, as all dialects that look like SPICE write it. */
function besideLine({ name, nodes, model, control, value, params }: DeckElement): string {
  // A multiplier of 1 says nothing, and some elements of some dialects take none.
  const named = Object.entries(params).filter(([key, number]) => key !== 'm' || number !== 1).map(([key, number]) => `${key}=${spiceNumber(number)}`);
  return [name, ...nodes, ...[model, control].filter((word) => word !== undefined), ...(value === undefined ? [] : [spiceNumber(value)]), ...named].join(' ');
}

/** The statement of a deck's analysis, as most dialects write it. */
export function analysisLine({ analysis }: Deck): string {
  if (analysis.kind === 'sweep') return `.dc ${COUNTER_SOURCE} 0 ${analysis.points - 1} 1`;
  return `.ac lin 1 ${spiceNumber(analysis.frequency)} ${spiceNumber(analysis.frequency)}`;
}

/** One element line; a thermal node is left out, which leaves it inside the device. */
export function spiceElement(device: DeckDevice, extraNodes: readonly string[] = []): string {
  const params = Object.entries(device.params).map(([name, value]) => `${name}=${spiceNumber(value)}`);
  return [`${deviceFacts(device.description).element}${device.name}`, ...device.nodes, ...extraNodes, MODEL_NAME, ...params].join(' ');
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
  const step = spiceNumber(profile.step * (writer.counting ?? 1));
  const start = spiceNumber(profile.start);
  if (quantity === 'i') {
    const slope = `g${name} ${positive} ${negative} ${COUNTER_NODE} 0 ${step}`;
    return profile.start === 0 ? [slope] : [slope, `i${name} ${positive} ${negative} ${start}`];
  }
  if (profile.start === 0) return [`e${name} ${positive} ${negative} ${COUNTER_NODE} 0 ${step}`];
  return [`e${name} ${positive} o${name} ${COUNTER_NODE} 0 ${step}`, `v${name} o${name} ${negative} ${start}`];
}
