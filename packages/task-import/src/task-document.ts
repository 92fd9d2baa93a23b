import type { Bias, Measured } from './columns/assign-columns.ts';
import type { TaskFormat } from './source.ts';
import type { ProposedTunable, TunableProposal } from './model/propose-tunables.ts';
import type { Floor } from './shape/noise.ts';

/** One entry below `data` of the task that is proposed. */
export interface ProposedEntry {
  /** Relative to the task's folder; several where one measurement lies in several files. */
  readonly files: readonly { readonly file: string; readonly at?: Readonly<Record<string, number>> }[];
  readonly format: TaskFormat;
  readonly instance: string;
  readonly temperatureC: number;
  readonly curve: string;
  readonly sweep: string;
  readonly block: readonly string[];
  readonly frequency?: number;
  readonly network?: Readonly<Record<string, unknown>>;
  readonly bias: Readonly<Record<string, Bias>>;
  readonly measure: readonly (Measured & { readonly floor: Floor })[];
  readonly keep?: Readonly<Record<string, readonly [number, number]>>;
  readonly split: 'train' | 'validate';
  readonly columns: Readonly<Record<string, { readonly unit?: string; readonly scale?: number }>>;
}

export interface ProposedInstance {
  readonly id: string;
  readonly params: Readonly<Record<string, number>>;
}

/** Everything that a task file says, before it is written. */
export interface TaskProposal {
  readonly id: string;
  readonly title: string;
  readonly files: readonly string[];
  readonly device: { readonly kind: string; readonly polarity?: 'n' | 'p'; readonly vdd?: number; readonly terminals: readonly string[] };
  readonly model: {
    readonly family: string; readonly level?: number; readonly card: string; readonly name: string; readonly type: string;
    readonly dialect?: string; readonly section?: string; readonly bin?: string; readonly parameters?: Readonly<Record<string, number>>;
  };
  /** What the card is, for a comment. */
  readonly cardNote: string;
  readonly instances: readonly ProposedInstance[];
  readonly entries: readonly ProposedEntry[];
  readonly floor: Floor;
  readonly tunables: TunableProposal;
  /** How the split was made, for a comment. */
  readonly splitNote: string;
  readonly assumptions: readonly string[];
}

export type { ProposedTunable };
