import type { ArchiveView, Elite } from './archive.ts';
import type { RandomSource } from './services.ts';

/** What a choice of parents may go by. */
export interface ParentSelection {
  /** The archive, or the island whose turn it is. */
  readonly archive: ArchiveView;
  /** Parents wanted, at least 1. */
  readonly count: number;
  /** All chance comes from here. */
  readonly random: RandomSource;
  /** Programs made from this one so far, by its id. */
  children(id: string): number;
  /** Place of a program in the order of proposals, from 1: the greater, the younger. */
  ordinal(id: string): number;
}

/** Chooses parents when there is room for another child. Keeps no state: a run that was cut off must choose the same again. */
export interface ParentSelector {
  readonly name: string;
  /**
   * `count` elites; the first is the one to change, the others may inspire or be spliced from. One may be given more than once: then
   * it is handed on once.
   * @throws EvospiceError `SELECTOR_EMPTY` for an archive without an elite.
   */
  select(request: ParentSelection): readonly Elite[];
}
export const ParentSelector = Symbol.for('evospice.ParentSelector');
