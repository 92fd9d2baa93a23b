import type { AddResult, Archive, ArchiveEntry, ArchiveView, Elite } from '@evospice/contracts';

/** One island: an archive of its own, and how it has fared. */
export class Island implements ArchiveView {
  readonly archive: Archive;
  /** Entries since its best last got better. */
  idle = 0;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  get axes(): Archive['axes'] {
    return this.archive.axes;
  }

  get size(): number {
    return this.archive.size;
  }

  best(): Elite | undefined {
    return this.archive.best();
  }

  elites(): readonly Elite[] {
    return this.archive.elites();
  }

  /** Takes in children, and notes whether they were any better. */
  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    const before = this.best()?.objective ?? Number.NEGATIVE_INFINITY;
    const results = this.archive.add(entries);
    this.idle = (this.best()?.objective ?? Number.NEGATIVE_INFINITY) > before ? 0 : this.idle + entries.length;
    return results;
  }

  /** Its best or worst elites, best first; of equal ones the earlier in its list counts as better. */
  ranked(): readonly Elite[] {
    return this.elites().toSorted((a, b) => b.objective - a.objective);
  }
}
