import type { Archive } from '@evospice/contracts';
import { refill } from './refill.ts';
import type { RunView } from './run-view.ts';

/** Where a run made again from its events is not as it was stored. */
export interface ReplayDifference {
  /** `archive`, `elites`, `statistics` or `champion`. */
  readonly what: string;
  readonly program: string | null;
  readonly stored: unknown;
  readonly replayed: unknown;
}

/**
 * Makes archive and champion again from what was judged, in the order in which it was, and compares them with what is stored.
 * @param archive empty, of the configuration that the run began with
 */
export function replay(view: RunView, archive: Archive): readonly ReplayDifference[] {
  const differences: ReplayDifference[] = [];
  const compare = (what: string, program: string | null, stored: unknown, replayed: unknown): void => {
    if (JSON.stringify(stored) !== JSON.stringify(replayed)) differences.push({ what, program, stored, replayed });
  };
  refill(archive, view, ({ program, verdict }, result) => compare('archive', program.id, verdict.archive, result));
  const idsOf = (elites: readonly { readonly id: string; readonly cell: unknown }[]): unknown => elites.map(({ id, cell }) => [id, cell]).toSorted();
  compare('elites', null, idsOf(view.elites), idsOf(archive.elites()));
  // After a ban or an action the stored statistics are those from before it.
  if (view.archived.length > 0 && 'added' in (view.archived.at(-1) as object)) compare('statistics', null, view.statistics, archive.statistics());
  let best: { readonly id: string; readonly score: number } | null = null;
  for (const { program, verdict } of view.judged) {
    if (!view.banned.has(program.id) && (best === null || verdict.score.value > best.score)) best = { id: program.id, score: verdict.score.value };
  }
  if (view.finished !== null) compare('champion', null, view.finished.champion, best?.id ?? null);
  return differences;
}
