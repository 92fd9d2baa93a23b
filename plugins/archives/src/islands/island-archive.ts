import type {
  AddResult, Archive, ArchiveAxis, ArchiveEntry, ArchiveShape, ArchiveStatistics, ArchiveView, Cell, Elite, MovedElite, RandomSource, Rival,
} from '@evospice/contracts';
import { CompensatedSum } from '../common/compensated-sum.ts';
import { eliteOf, statisticsOf } from '../common/entries.ts';
import { Island } from './island.ts';
import { destinations, type Topology } from './topology.ts';

export interface IslandArchiveOptions {
  /** Islands to begin with, at least 2. */
  readonly islands: number;
  /** Makes an empty archive for an island, each time alike. */
  readonly make: () => Archive;
  readonly topology: Topology;
  /** Generations between migrations; a generation is as many entries as there are islands. 0 for no migration. */
  readonly interval: number;
  /** Share of an island's elites that migrate, and of the destination's that they replace; at least one. */
  readonly share: number;
  /** What is done about an island whose best has not got better for so many entries of its own. */
  readonly stagnation?: { readonly after: number; readonly action: 'reset' | 'spawn'; readonly most: number };
  readonly offset?: number;
  /** Draws destinations of `random`. */
  readonly random: RandomSource;
}

/**
 * Islands, each with an archive of its own, among which the best migrate now and then. A child belongs to the island on which its parent was chosen;
 * a seed goes to all of them. A migrant is a copy: it counts once in everything that is told of the archive as a whole, on the island with the
 * lowest number that it lives on.
 *
 * Migrants replace the worst of where they go. All islands send before any receives, so the order of islands does not matter.
 */
export class IslandArchive implements Archive {
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape;
  readonly rival?: (entry: ArchiveEntry) => Rival | undefined;
  readonly #options: IslandArchiveOptions;
  readonly #islands: Island[];
  /** Refuses what the islands would refuse. */
  readonly #probe: Archive;
  #sinceMigration = 0;
  /** Distinct elites in cell order, as long as nothing has changed. */
  #elites: readonly Elite[] | undefined = [];
  /** Of everybody who lives somewhere, when it came: going back and forth makes nobody younger. */
  readonly #arrivals = new Map<string, number>();
  #count = 0;

  constructor(options: IslandArchiveOptions) {
    this.#options = options;
    this.#islands = Array.from({ length: options.islands }, () => new Island(options.make()));
    this.#probe = options.make();
    const [first] = this.#islands as [Island];
    this.axes = first.axes;
    this.shape = { kind: 'islands', islands: options.islands, of: first.archive.shape };
    if (first.archive.rival === undefined) return;
    // A seed goes to all islands, and one of them may have room.
    this.rival = (entry) => (entry.island === undefined ? undefined : this.#islands[entry.island % this.#islands.length]?.archive.rival?.(entry));
  }

  get islands(): readonly ArchiveView[] {
    return this.#islands;
  }

  get size(): number {
    return this.elites().length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    if (entries.length === 0) return [];
    const before = this.#places();
    const results = this.#addToIslands(entries);
    for (const { id } of entries) {
      this.#count += 1;
      this.#arrivals.set(id, this.#count);
    }
    this.#sinceMigration += entries.length;
    const { interval } = this.#options;
    if (interval > 0 && this.#sinceMigration >= interval * this.#islands.length) this.#migrate();
    this.#elites = undefined;
    this.#wake();
    this.#elites = undefined;
    return this.#told(entries, results, before);
  }

  remove(ids: readonly string[]): void {
    for (const { archive } of this.#islands) archive.remove(ids);
    this.#elites = undefined;
  }

  spawn(entries: readonly ArchiveEntry[]): readonly MovedElite[] {
    const before = this.#places();
    const island = new Island(this.#options.make());
    island.archive.add(entries);
    this.#islands.push(island);
    this.#elites = undefined;
    const placed = [...this.#places()].filter(([id]) => !before.has(id)).map(([id, cell]) => ({ id, cell }));
    for (const { id } of placed) {
      this.#count += 1;
      this.#arrivals.set(id, this.#count);
    }
    return placed;
  }

  best(): Elite | undefined {
    let best: Elite | undefined;
    for (const elite of this.elites()) {
      if (best === undefined || elite.objective > best.objective || (elite.objective === best.objective && this.#arrived(elite) < this.#arrived(best))) best = elite;
    }
    return best;
  }

  elites(): readonly Elite[] {
    if (this.#elites !== undefined) return this.#elites;
    const seen = new Set<string>();
    const elites: Elite[] = [];
    for (const [number, island] of this.#islands.entries()) {
      for (const elite of island.elites()) {
        if (seen.has(elite.id)) continue;
        seen.add(elite.id);
        elites.push(atHome(elite, number));
      }
    }
    this.#elites = Object.freeze(elites);
    return elites;
  }

  statistics(): ArchiveStatistics {
    const elites = this.elites();
    const sum = new CompensatedSum();
    for (const { objective } of elites) sum.add(objective);
    const each = this.#islands.map(({ archive }) => archive.statistics());
    const cells = each.reduce((total, { cells: own }) => total + own, 0);
    return {
      ...statisticsOf({ elites: elites.length, cells, sum: sum.value, offset: this.#options.offset ?? 0, best: this.best() }),
      islands: each.map(({ elites: own, best }) => ({ elites: own, best })),
    };
  }

  /** Each entry on its island; a seed on all. */
  #addToIslands(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    // A bad entry must leave every island as it was: an archive that stays empty is asked first.
    this.#probe.add(entries);
    this.#probe.remove(entries.map(({ id }) => id));
    const results: (AddResult | undefined)[] = entries.map(() => undefined);
    for (const [number, island] of this.#islands.entries()) {
      const own = [...entries.keys()].filter((index) => lives(entries[index] as ArchiveEntry, number, this.#islands.length));
      if (own.length === 0) continue;
      const added = island.add(own.map((index) => entries[index] as ArchiveEntry));
      for (const [at, index] of own.entries()) {
        const result = added[at] as AddResult;
        const known = results[index];
        if (known === undefined || result.status > known.status) results[index] = result;
      }
    }
    return results as readonly AddResult[];
  }

  #migrate(): void {
    this.#sinceMigration = 0;
    const { topology, random, share } = this.#options;
    const count = this.#islands.length;
    const journeys = this.#islands.flatMap((island, from) => {
      const migrants = island.ranked().slice(0, Math.max(1, Math.round(share * island.size)));
      return destinations(topology, from, count, random).map((to) => ({ to, migrants }));
    });
    for (const { to, migrants } of journeys) this.#receive(this.#islands[to] as Island, migrants);
  }

  /** Strangers take the place of the worst; who lives there already stays where it is. */
  #receive(island: Island, migrants: readonly Elite[]): void {
    const residents = new Set(island.elites().map(({ id }) => id));
    const strangers = migrants.filter(({ id }) => !residents.has(id));
    if (strangers.length === 0) return;
    const replaced = Math.min(strangers.length, Math.max(1, Math.round(this.#options.share * island.size)));
    const worst = island.ranked().slice(Math.max(1, island.size - replaced));
    island.archive.remove(worst.map(({ id }) => id));
    for (const migrant of strangers) island.archive.add([entryOf(migrant)]);
    // Whoever found no room comes back, as long as nobody better is there.
    for (const elite of worst) island.archive.add([entryOf(elite)]);
  }

  /** Does something about islands that have not got better for long. */
  #wake(): void {
    const { stagnation, make } = this.#options;
    const leader = this.best();
    if (stagnation === undefined || leader === undefined) return;
    for (const island of this.#islands.slice()) {
      if (island.idle < stagnation.after) continue;
      island.idle = 0;
      // Wherever the best of all is at home, its neighbours stay too.
      if (this.#islands.indexOf(island) === leader.cell?.[0] && stagnation.action === 'reset') continue;
      const spawns = stagnation.action === 'spawn' && this.#islands.length < stagnation.most;
      if (spawns) this.#islands.push(new Island(make()));
      else if (stagnation.action === 'reset') island.archive.remove(island.elites().map(({ id }) => id));
      const fresh = spawns ? this.#islands.at(-1) : stagnation.action === 'reset' ? island : undefined;
      fresh?.archive.add([entryOf(leader)]);
    }
  }

  #arrived({ id }: Elite): number {
    return this.#arrivals.get(id) as number;
  }

  #places(): ReadonlyMap<string, Cell | null> {
    return new Map(this.elites().map(({ id, cell }) => [id, cell]));
  }

  /** What has become of the entries and, with the last of them, of all others. */
  #told(entries: readonly ArchiveEntry[], results: readonly AddResult[], before: ReadonlyMap<string, Cell | null>): readonly AddResult[] {
    const now = this.#places();
    const own = new Set(entries.map(({ id }) => id));
    const removed = [...before.keys()].filter((id) => !now.has(id));
    for (const id of this.#arrivals.keys()) if (!now.has(id)) this.#arrivals.delete(id);
    const moved: MovedElite[] = [...now].filter(([id, cell]) => !own.has(id) && before.has(id) && before.get(id)?.join() !== cell?.join()).map(([id, cell]) => ({ id, cell }));
    return results.map((result, index) => {
      const last = index === results.length - 1;
      const cell = now.get((entries[index] as ArchiveEntry).id) ?? null;
      return { status: now.has((entries[index] as ArchiveEntry).id) ? result.status : 0, value: result.value, cell, removed: last ? removed : [], ...(last && moved.length > 0 ? { moved } : {}) };
    });
  }
}

function lives({ island }: ArchiveEntry, number: number, count: number): boolean {
  return island === undefined || island % count === number;
}

function entryOf({ cell: _cell, ...entry }: Elite): ArchiveEntry {
  return entry;
}

function atHome(elite: Elite, island: number): Elite {
  return eliteOf(entryOf(elite), [island, ...(elite.cell ?? [])]);
}
