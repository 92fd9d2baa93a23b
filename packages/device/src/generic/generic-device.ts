import type { DeviceDescription, ParameterScale } from '@evospice/contracts';
import type { ModelFamily } from '../knowledge/model-family.ts';

/** How a terminal stands while another is swept: V to ground, several values in turn, a forced current, or the same voltage as another terminal. */
export type SweepBias = number | readonly number[] | { readonly force: readonly number[] } | { readonly follow: string };

export type SweepMeasure =
  | { readonly kind: 'i' | 'v'; readonly node: string }
  | { readonly kind: 'c'; readonly hi: readonly string[]; readonly lo: readonly string[] };

/** One measurement of a standard set: an inner sweep at every combination of the other biases. */
export interface SweepPlan {
  /** `idvg`, `gummel`, `cv`, … */
  readonly kind: string;
  /** Terminal swept. */
  readonly sweep: string;
  /** V, from the first to the last point. */
  readonly from: number;
  readonly to: number;
  /** One entry for each of the other terminals. */
  readonly bias: Readonly<Record<string, SweepBias>>;
  readonly measure: readonly SweepMeasure[];
  readonly split: 'train' | 'validate';
  /** Ambient temperature in degrees Celsius; 27 when left out. */
  readonly temperatureC?: number;
  /** Hz, for capacitances. */
  readonly frequency?: number;
}

export interface GenericTunable {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly scale: ParameterScale;
}

/** What a p-type device has in place of the n-type one's. Its biases are those of the n-type device with the other sign. */
export interface Complement {
  readonly title: string;
  readonly name: string;
  readonly type: string;
  /** Values of the card that differ. */
  readonly values: Readonly<Record<string, number>>;
  /** Bounds of tunable parameters that differ, lower and upper. */
  readonly bounds?: Readonly<Record<string, readonly [number, number]>>;
}

/** A device of our own: a card with textbook values, what to measure on it and what to extract. */
export interface GenericDevice {
  readonly family: ModelFamily;
  readonly title: string;
  readonly device: DeviceDescription;
  readonly model: { readonly family: string; readonly level?: number; readonly name: string; readonly type: string };
  /** Whole text of the card's file; every tunable is on it. */
  readonly card: string;
  /** Instances, and the instance parameters that scale with the size of the device. The first alone makes a tiny task. */
  readonly instances: readonly { readonly id: string; readonly params: Readonly<Record<string, number>>; readonly size: readonly string[] }[];
  readonly sweeps: readonly SweepPlan[];
  /** Physical bounds. */
  readonly tunables: readonly GenericTunable[];
  /** Standard deviation of the instrument's additive noise: A for currents, F for capacitances, V for voltages. */
  readonly noiseFloor: Readonly<Record<'i' | 'v' | 'c', number>>;
  /** The p-type device of the family; left out where there is none. */
  readonly complement?: Complement;
}
