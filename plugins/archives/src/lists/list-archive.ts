import type { AddResult, Archive, ArchiveEntry, ArchiveShape, ArchiveStatistics, Elite, Rival } from '@evospice/contracts';
import { CompensatedSum } from '../common/compensated-sum.ts';
import { checkObjective, eliteOf, greatest, statisticsOf } from '../common/entries.ts';

/** What an archive without cells keeps is decided anew after every entry. */
export interface Choice {
  /** Who stays, in the order in which they are to be listed. @param elites those held and the newcomer, the newcomer last */
  choose(elites: readonly Elite[]): readonly Elite[];
  /** Who would leave for a better entry; left out where that does not follow from one figure. */
  weakest?(elites: readonly Elite[]): Elite | undefined;
  /** @throws EvospiceError `ARCHIVE_MEASURE` for an entry that cannot be compared */
  check?(entry: ArchiveEntry): void;
}

export interface ListArchiveOptions {
  readonly shape: ArchiveShape;
  /** Most elites there can be, going by those there are. */
  readonly most: (elites: readonly Elite[]) => number;
  readonly choice: Choice;
  readonly offset?: number;
}

/**
 * An archive without cells: its elites are what a choice leaves of all that came. Entries of a batch are taken one after another; status and value
 * are relative to the archive before the batch: 2 where nobody had to leave for it, 1 where somebody had.
 */
export class ListArchive implements Archive {
  readonly axes = [];
  readonly shape: ArchiveShape;
  readonly rival?: (entry: ArchiveEntry) => Rival | undefined;
  readonly #mostOf: (elites: readonly Elite[]) => number;
  #most: number;
  readonly #choice: Choice;
  readonly #offset: number;
  #elites: readonly Elite[] = [];
  #sum = new CompensatedSum();
  #best: Elite | undefined;

  constructor({ shape, most, choice, offset = 0 }: ListArchiveOptions) {
    this.shape = shape;
    this.#mostOf = most;
    this.#most = most([]);
    this.#choice = choice;
    this.#offset = offset;
    const { weakest } = choice;
    if (weakest === undefined) return;
    this.rival = (entry) => {
      checkObjective(entry);
      const last = weakest(this.#elites);
      return last && { id: last.id, objective: last.objective };
    };
  }

  get size(): number {
    return this.#elites.length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    for (const entry of entries) {
      checkObjective(entry);
      this.#choice.check?.(entry);
    }
    const before = this.#elites;
    const alone = entries.length > 1 ? entries.map((entry) => this.#against(before, entry)) : [];
    const removed = entries.map((entry) => this.#addOne(entry));
    const held = new Set(this.#elites.map(({ id }) => id));
    const old = new Set(before.map(({ id }) => id));
    return entries.map(({ id, objective }, index): AddResult => {
      const gone = removed[index] as readonly Elite[];
      // Relative to the archive before: what left for a newcomer of the same batch does not count.
      const against = alone[index] ?? { enters: held.has(id), gone };
      const status = against.enters || held.has(id) ? (against.gone.length === 0 ? 2 : 1) : 0;
      const rival = greatest(against.gone)?.objective;
      return { status, value: objective - (rival ?? 0), cell: null, removed: gone.filter((elite) => old.has(elite.id)).map((elite) => elite.id) };
    });
  }

  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#keep(this.#elites.filter(({ id }) => !gone.has(id)));
    this.#sum = new CompensatedSum();
    for (const { objective } of this.#elites) this.#sum.add(objective);
    this.#best = greatest(this.#elites);
  }

  best(): Elite | undefined {
    return this.#best;
  }

  elites(): readonly Elite[] {
    return this.#elites;
  }

  statistics(): ArchiveStatistics {
    return statisticsOf({ elites: this.size, cells: this.#most, sum: this.#sum.value, offset: this.#offset, best: this.#best });
  }

  /** What would become of an entry that came alone. */
  #against(before: readonly Elite[], entry: ArchiveEntry): { readonly enters: boolean; readonly gone: readonly Elite[] } {
    const newcomer = eliteOf(entry, null);
    const kept = new Set(this.#choice.choose([...before, newcomer]));
    return { enters: kept.has(newcomer), gone: before.filter((elite) => !kept.has(elite)) };
  }

  /** @returns who left for it */
  #addOne(entry: ArchiveEntry): readonly Elite[] {
    const newcomer = eliteOf(entry, null);
    const kept = this.#choice.choose([...this.#elites, newcomer]);
    const stays = new Set(kept);
    const gone = this.#elites.filter((elite) => !stays.has(elite));
    if (!stays.has(newcomer)) return gone;
    this.#sum.add(newcomer.objective);
    for (const { objective } of gone) this.#sum.add(-objective);
    this.#keep(kept);
    if (this.#best === undefined || newcomer.objective > this.#best.objective) this.#best = newcomer;
    return gone;
  }

  #keep(elites: readonly Elite[]): void {
    this.#elites = Object.freeze([...elites]);
    this.#most = this.#mostOf(this.#elites);
  }
}
