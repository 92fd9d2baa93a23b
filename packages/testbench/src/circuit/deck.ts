import type { CircuitOptions, DeviceDescription, ModelCard } from '@evospice/contracts';
import type { Profile } from './profile.ts';

/**
 * A circuit with one analysis, apart from any simulator's language: what a netlist writer gets. All names are lower
 * case, start with a letter and are at most 12 characters long.
 */
export interface Deck {
  /** Unique among the decks of a session; lower case letters and digits. */
  readonly id: string;
  /** Degrees Celsius. */
  readonly temperatureC: number;
  readonly analysis: Analysis;
  /** All but the counter source, which a writer places in every sweep, in the order in which devices ask for them. */
  readonly sources: readonly DeckSource[];
  readonly devices: readonly DeckDevice[];
  /** What the simulator must save; the outputs point into this list. */
  readonly signals: readonly Signal[];
  readonly outputs: readonly DeckOutput[];
  /** Ids of the curves in it. */
  readonly curves: readonly string[];
  /** Models that stay as they are, of elements beside the devices. */
  readonly models: readonly DeckModel[];
  readonly options: CircuitOptions;
}

export interface DeckModel {
  readonly name: string;
  readonly card: ModelCard;
}

/**
 * - `sweep`: a dc sweep of the voltage source `COUNTER_SOURCE` over 0, 1, 2, … `points - 1` V
 * - `ac`: a small-signal analysis at one frequency in Hz
 */
export type Analysis =
  | { readonly kind: 'sweep'; readonly points: number }
  | { readonly kind: 'ac'; readonly frequency: number };

/** The voltage source that counts points, between this node and ground; the node's voltage is the first signal of a sweep, by which results are lined up. */
export const COUNTER_SOURCE = 'vidx';
export const COUNTER_NODE = 'idx';

/**
 * What the model is called in every deck, whatever the card calls it: ngspice does not find some names (a VDMOS model whose name
 * contains "vdmos"), and takes others for node names.
 */
export const MODEL_NAME = 'evodut';

/**
 * A source as SPICE has it: a voltage of `positive` against `negative`, or a current that runs from `positive` through
 * the source to `negative`. In a small-signal deck every profile is constant.
 */
export interface DeckSource {
  /** Without the letter that a dialect puts first. */
  readonly name: string;
  readonly quantity: 'v' | 'i';
  readonly positive: string;
  readonly negative: string;
  readonly profile: Profile;
  /** Small-signal amplitude in V; none when left out. */
  readonly excitation?: number;
  /** The device it is beside: an ammeter, or a source of one bias point. Left out for a source that drives a sweep. */
  readonly device?: string;
}

export interface DeckDevice {
  /** Without the letter that a dialect puts first. */
  readonly name: string;
  readonly description: DeviceDescription;
  /** One per terminal, in `terminals` order. */
  readonly nodes: readonly string[];
  /** Node for self-heating, connected to nothing else, where the device has one. */
  readonly thermalNode?: string;
  /** What is on the element line, SI units. */
  readonly params: Readonly<Record<string, number>>;
  /** What the subcircuit of a design kit puts beside it; then `nodes` are the device's own, the thermal one among them. */
  readonly beside: readonly DeckElement[];
}

/** An element beside a device, see `WrapperElement`. */
export interface DeckElement {
  /** Unique in the deck, its letter first. */
  readonly name: string;
  readonly kind: string;
  readonly nodes: readonly string[];
  /** Name of a `DeckModel`, or `MODEL_NAME`. */
  readonly model?: string;
  /** Name of the voltage source whose current controls it. */
  readonly control?: string;
  readonly value?: number;
  readonly params: Readonly<Record<string, number>>;
}

/**
 * A node's voltage against ground, or the current that runs from positive to negative through a voltage source, which
 * is always one of constant profile; `source` is its name with the letter `v` in front.
 */
export type Signal =
  | { readonly kind: 'voltage'; readonly node: string }
  | { readonly kind: 'current'; readonly source: string };

/** Where one vector of a curve is found in the results of a deck; numbers are positions in `Deck.signals`. */
export type DeckOutput = { readonly curve: string; readonly vector: number } & (
  | { readonly kind: 'column'; readonly signal: number }
  /** A capacitance a point: minus the imaginary part of the summed currents over 2 pi f, at 1 V of excitation. */
  | { readonly kind: 'capacitance'; readonly currents: readonly (readonly number[])[] }
);
