import { defined, EvospiceError, type AddResult, type Archive, type ArchiveEntry, type ArchiveStatistics, type Elite, type ParentSelector } from '@evospice/contracts';
import type { ChampionTrial, Control } from '../events.ts';
import type { RunView } from '../view/run-view.ts';
import { evolve } from './evolve.ts';
import type { EvolutionRequest } from './request.ts';

/**
 * Makes as many programs as an evolution did, without evolution: the same problem, cascade, proposers and seed, but parents that are not chosen for
 * what they are worth. It is a run of its own, with its own log, and can be taken up again like one. Nothing races in it, as there is nobody to race with.
 * @param programs to be tried, as many as the evolution had tried
 * @returns null when it was cut off by the request's signal
 * @throws what `evolve` throws
 */
export async function runControl(request: EvolutionRequest, name: Control['name'], programs: number): Promise<Control | null> {
  const { race: _race, ...settings } = request.settings;
  const { ended, view } = await evolve({
    ...request, settings: { ...settings, programs, stop: {}, controls: [] }, archive: new Pool(name === 'best-of-n' ? ({ parents }) => parents.length === 0 : () => true), selector: anyone,
  });
  return ended === 'finished' ? controlOf(name, view) : null;
}

function controlOf(name: Control['name'], view: RunView): Control {
  const { champion, champions, tried } = view;
  const worth = (stage: ChampionTrial['stage']): number | null | undefined => {
    const trial = view.trialOf(champion?.program.id ?? '', stage);
    return trial === undefined ? undefined : trial.score?.value ?? null;
  };
  return {
    name, programs: tried, score: champion?.verdict.score.value ?? null, progress: champions.map(({ tried: at, score }) => [at, score] as const),
    ...defined({ confirmed: worth('confirmation'), validation: worth('validation') }),
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

/** Keeps all that it is meant to keep, in order of arrival, whatever they are worth. */
class Pool implements Archive {
  readonly axes = [];
  readonly shape = { kind: 'list' } as const;
  readonly #takes: (entry: ArchiveEntry) => boolean;
  #elites: readonly Elite[] = [];
  #sum = 0;
  #best: Elite | undefined;

  constructor(takes: (entry: ArchiveEntry) => boolean) {
    this.#takes = takes;
  }

  get size(): number {
    return this.#elites.length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    return entries.map((entry): AddResult => {
      const result = { value: entry.objective, cell: null, removed: [] };
      if (!this.#takes(entry)) return { ...result, status: 0 };
      this.#hold([...this.#elites, { ...entry, cell: null }]);
      return { ...result, status: 2 };
    });
  }

  remove(ids: readonly string[]): void {
    this.#hold(this.#elites.filter(({ id }) => !ids.includes(id)));
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

  #hold(elites: readonly Elite[]): void {
    this.#elites = elites;
    this.#sum = elites.reduce((sum, { objective }) => sum + objective, 0);
    this.#best = elites.reduce<Elite | undefined>((best, elite) => (best === undefined || elite.objective > best.objective ? elite : best), undefined);
  }
}
