import type { AddResult, Archive, ArchiveAxis, ArchiveEntry, ArchiveShape, ArchiveStatistics, Cell, Elite, Rival } from '@evospice/contracts';

/** The least archive that keeps the contract, for entries added one at a time: a map from cell to holder. */
export class CellArchive implements Archive {
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape = { kind: 'grid' };
  readonly #cells = new Map<string, Elite>();

  constructor(axes: readonly ArchiveAxis[]) {
    this.axes = axes;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    return entries.map((entry) => {
      const cell = this.#cellOf(entry);
      const holder = this.#cells.get(cell.join());
      if (holder !== undefined && entry.objective <= holder.objective) return { status: 0, value: entry.objective - holder.objective, cell: null, removed: [] };
      this.#cells.set(cell.join(), { ...entry, cell });
      if (holder === undefined) return { status: 2, value: entry.objective, cell, removed: [] };
      return { status: 1, value: entry.objective - holder.objective, cell, removed: [holder.id] };
    });
  }

  remove(ids: readonly string[]): void {
    for (const [cell, { id }] of this.#cells) if (ids.includes(id)) this.#cells.delete(cell);
  }

  get size(): number {
    return this.#cells.size;
  }

  best(): Elite | undefined {
    return this.elites().toSorted((a, b) => b.objective - a.objective)[0];
  }

  elites(): readonly Elite[] {
    return [...this.#cells.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, elite]) => elite);
  }

  rival(entry: ArchiveEntry): Rival | undefined {
    return this.#cells.get(this.#cellOf(entry).join());
  }

  statistics(): ArchiveStatistics {
    const objectives = this.elites().map(({ objective }) => objective);
    const sum = objectives.reduce((total, objective) => total + objective, 0);
    const cells = this.axes.reduce((product, { bins = 1 }) => product * bins, 1);
    return {
      elites: objectives.length, cells, coverage: objectives.length / cells, qdScore: sum,
      best: objectives.length === 0 ? null : Math.max(...objectives), mean: objectives.length === 0 ? null : sum / objectives.length,
    };
  }

  #cellOf({ measures }: ArchiveEntry): Cell {
    return this.axes.map(({ descriptor, low, high, bins = 1 }) => {
      const place = Math.floor((bins * ((measures[descriptor] ?? Number.NaN) - low)) / (high - low));
      return Math.min(Math.max(place, 0), bins - 1);
    });
  }
}
