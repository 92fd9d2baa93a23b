import type { ParameterScale } from '@evospice/contracts';

/** A parameter that is drawn beside those which the generic device tunes. */
export interface Drawn {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly scale: ParameterScale;
}

/** Cards of one kind: what is on all of them beside the generic card, and what is drawn besides. */
export interface Variant {
  readonly name: string;
  /** Switches and values on the card. */
  readonly values?: Readonly<Record<string, number>>;
  readonly drawn?: readonly Drawn[];
  /** Whether the device has a thermal node. */
  readonly thermalNode?: boolean;
  readonly polarity?: 'n' | 'p';
  /** In place of the family's. */
  readonly sweeps?: readonly Sweep[];
  readonly temperaturesC?: readonly number[];
}

/** Bias of a terminal, for the n type: V, several in turn, forced currents (A), or as another terminal. */
export type Bias = number | readonly number[] | { readonly force: readonly number[] } | { readonly follow: string };

export type Measure = { readonly kind: 'i' | 'v'; readonly node: string } | { readonly kind: 'c'; readonly hi: readonly string[]; readonly lo: readonly string[] };

export interface Sweep {
  readonly kind: string;
  readonly sweep: string;
  readonly from: number;
  readonly to: number;
  readonly bias: Readonly<Record<string, Bias>>;
  readonly measure: readonly Measure[];
  readonly frequency?: number;
}

/** Where a point lies, as the table's rows are called. All for the n type: a p type's biases and values are given with the other sign. */
export interface Point {
  /** Voltages by terminal, V; a terminal that is driven with a current is not among them. */
  readonly v: Readonly<Record<string, number>>;
  readonly vector: { readonly kind: 'i' | 'v' | 'c'; readonly node?: string };
  /** ngspice's value. */
  readonly value: number;
  readonly card: (name: string) => number | undefined;
  readonly geometry: Readonly<Record<string, number>>;
}

/** How a family is compared. */
export interface FamilyPlan {
  readonly variants: readonly Variant[];
  /** Instance parameters; those of the generic device when left out. */
  readonly instances?: readonly Readonly<Record<string, number>>[];
  readonly temperaturesC: readonly number[];
  readonly sweeps: readonly Sweep[];
  /** Differences are relative to the value, or to this where the value is smaller: A, V, F. */
  readonly floor: Readonly<Record<'i' | 'v' | 'c', number>>;
  readonly region: (point: Point) => string;
}

export const currents = (...nodes: readonly string[]): readonly Measure[] => nodes.map((node) => ({ kind: 'i', node }));
export const capacitance = (hi: string, ...lo: readonly string[]): Measure => ({ kind: 'c', hi: [hi], lo });
