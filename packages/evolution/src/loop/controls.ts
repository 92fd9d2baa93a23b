import { EvospiceError, type AddResult, type Archive, type ArchiveEntry, type ArchiveStatistics, type Elite, type ParentSelector, type Rival } from '@evospice/contracts';
import type { Control } from '../events.ts';
import type { RunView } from '../view/run-view.ts';
import { worthElsewhere } from '../view/worth-elsewhere.ts';
import { proposalLimit } from '../settings/evolution-settings.ts';
import { evolve } from './evolve.ts';
import { seedsOf, type EvolutionRequest } from './request.ts';

/**
 * Makes programs without evolution, with as many case runs as an evolution had: the same problem, cascade, proposers and seed, but parents that are not
 * chosen for what they are worth. It is a run of its own, with its own log, and can be taken up again like one. Where the evolution races, best-of-n races
 * against the best program so far; random search does not, as it is to take every program for a parent.
 * @param evaluations case runs of the scored stage after which no program is begun; those in flight are finished
 * @returns null when it was cut off by the request's signal
 * @throws what `evolve` throws
 */
export async function runControl(request: EvolutionRequest, name: Control['name'], evaluations: number): Promise<Control | null> {
  // Programs that fall in front of the scored stage make no evaluations, so that proposals are what bounds a control.
  const proposals = proposalLimit(request.settings);
  const plain = withoutEvolution(request, name);
  const { ended, view } = await evolve({ ...plain, settings: { ...plain.settings, programs: proposals, proposals, stop: { evaluations }, controls: [] } });
  return ended === 'finished' ? controlOf(name, view) : null;
}

/** The request of a run whose parents are not chosen for what they are worth. */
export function withoutEvolution(request: EvolutionRequest, name: Control['name']): EvolutionRequest {
  const { stagnation: _stagnation, ...settings } = request.settings;
  return { ...request, settings, archive: controlArchive(name, seedsOf(request).length > 0), selector: anyone };
}

function controlOf(name: Control['name'], view: RunView): Control {
  const { champion, champions, tried, evaluations } = view;
  return {
    name, programs: tried, evaluations, score: champion?.verdict.score.value ?? null, progress: champions.map(({ tried: at, score }) => [at, score] as const),
    ...(champion === null ? {} : worthElsewhere(view, champion.program.id)),
  };
}

/** Everybody with the same chance. */
const anyone: ParentSelector = {
  name: 'anyone',
  select({ archive, count, random }) {
    const elites = archive.elites();
    if (elites.length === 0) throw new EvospiceError('SELECTOR_EMPTY', 'there is nobody to choose from');
    return Array.from({ length: count }, () => elites[random.integer(0, elites.length - 1)] as Elite);
  },
};

/** Fact of a run that is a control: its name, which says how its archive is made again. */
export const CONTROL_FACT = 'control';

/** What a control chooses parents from, empty. @param hasSeeds without them best-of-n writes every program into the blank one, and keeps none */
export function controlArchive(name: Control['name'], hasSeeds: boolean): Archive {
  if (name === 'random-search') return new Pool('all');
  return new Pool(hasSeeds ? 'seeds' : 'none');
}

type Keeps = 'all' | 'seeds' | 'none';

/** Keeps all programs in order of arrival, whatever they are worth; or not all, and then tells how good a child must be to be best. */
class Pool implements Archive {
  readonly axes = [];
  readonly shape = { kind: 'list' } as const;
  readonly rival?: () => Rival | undefined;
  readonly #keeps: Keeps;
  readonly #elites: Elite[] = [];
  #sum = 0;
  #best: Elite | undefined;
  #bestOfAll: Rival | undefined;

  constructor(keeps: Keeps) {
    this.#keeps = keeps;
    if (keeps !== 'all') this.rival = () => this.#bestOfAll;
  }

  get size(): number {
    return this.#elites.length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    return entries.map((entry): AddResult => {
      const { id, objective, parents } = entry;
      if (this.#bestOfAll === undefined || objective > this.#bestOfAll.objective) this.#bestOfAll = { id, objective };
      const kept = this.#keeps === 'all' || (this.#keeps === 'seeds' && parents.length === 0);
      if (kept) this.#hold({ ...entry, cell: null });
      return { status: kept ? 2 : 0, value: objective, cell: null, removed: [] };
    });
  }

  remove(ids: readonly string[]): void {
    const left = this.#elites.filter(({ id }) => !ids.includes(id));
    this.#elites.length = 0;
    this.#sum = 0;
    this.#best = undefined;
    for (const elite of left) this.#hold(elite);
  }

  best(): Elite | undefined {
    return this.#best;
  }

  elites(): readonly Elite[] {
    return this.#elites;
  }

  statistics(): ArchiveStatistics {
    const elites = this.size;
    return { elites, cells: elites, coverage: elites === 0 ? 0 : 1, qdScore: this.#sum, best: this.#best?.objective ?? null, mean: elites === 0 ? null : this.#sum / elites };
  }

  #hold(elite: Elite): void {
    this.#elites.push(elite);
    this.#sum += elite.objective;
    if (this.#best === undefined || elite.objective > this.#best.objective) this.#best = elite;
  }
}
