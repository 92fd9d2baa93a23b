import { EvospiceError, type ArchiveEntry, type ArchiveStatistics, type Cell, type Elite } from '@evospice/contracts';

/** An entry as it is kept: nobody can change it from outside. */
export function eliteOf(entry: ArchiveEntry, cell: Cell | null): Elite {
  const { measures, parents, objectives, cases } = entry;
  return Object.freeze({
    ...entry,
    measures: Object.freeze({ ...measures }),
    parents: Object.freeze([...parents]),
    ...(objectives === undefined ? {} : { objectives: Object.freeze({ ...objectives }) }),
    ...(cases === undefined ? {} : { cases: Object.freeze({ ...cases }) }),
    cell: cell === null ? null : Object.freeze([...cell]),
  });
}

/** @throws EvospiceError `ARCHIVE_MEASURE` for an objective that is not finite. */
export function checkObjective(entry: ArchiveEntry): void {
  if (!Number.isFinite(entry.objective)) throw refusal(entry, 'objective', entry.objective);
}

/** The value of an entry's own figure. @throws EvospiceError `ARCHIVE_MEASURE` for one that is missing or not finite. */
export function figureOf(entry: ArchiveEntry, figures: Readonly<Record<string, number>>, kind: string, name: string): number {
  const value = Object.hasOwn(figures, name) ? figures[name] : undefined;
  if (value === undefined || !Number.isFinite(value)) throw refusal(entry, `${kind} "${name}"`, value);
  return value;
}

function refusal(entry: ArchiveEntry, what: string, received: number | undefined): EvospiceError {
  return new EvospiceError('ARCHIVE_MEASURE', `the ${what} of program ${entry.id} is ${received === undefined ? 'missing' : String(received)}`, {
    received, expected: 'a finite number', remedy: 'give the archive only what the problem measures',
  });
}

/** The elite with the greatest objective, the earlier in the list at a tie. */
export function greatest(elites: readonly Elite[]): Elite | undefined {
  let best: Elite | undefined;
  for (const elite of elites) if (best === undefined || elite.objective > best.objective) best = elite;
  return best;
}

export interface Figures {
  readonly elites: number;
  readonly cells: number;
  /** Sum of the objectives of the elites. */
  readonly sum: number;
  readonly offset: number;
  readonly best: Elite | undefined;
}

/** What every archive tells of itself. */
export function statisticsOf({ elites, cells, sum, offset, best }: Figures): ArchiveStatistics {
  return { elites, cells, coverage: elites / cells, qdScore: sum - elites * offset, best: best?.objective ?? null, mean: elites === 0 ? null : sum / elites };
}
